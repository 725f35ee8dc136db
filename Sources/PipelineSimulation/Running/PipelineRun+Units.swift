import EventKernel
import PipelineModel
import Quantities
import Randomness

extension PipelineRun {
  /// The units of a pool that breaks down begin their lives.
  mutating func startUnits(_ pool: Int, _ agenda: inout Agenda<PipelineEvent>) {
    guard let breakdown = tables.pools[pool].breakdown else { return }
    let count = max(0, Int(pools[pool].base))
    pools[pool].units = ContiguousArray(repeating: UnitState(), count: count)
    for unit in 0..<count { renewUnit(pool, unit, breakdown, &agenda) }
  }

  /// A unit begins a life: its time to failure is drawn.
  private mutating func renewUnit(
    _ pool: Int, _ unit: Int, _ breakdown: BreakdownPlan, _ agenda: inout Agenda<PipelineEvent>
  ) {
    pools[pool].units[unit].lives += 1
    let life = span(
      breakdown.after, Lineage(origin: tables.pools[pool].origin, number: UInt64(unit)),
      pools[pool].units[unit].lives)
    pools[pool].units[unit].isDown = false
    pools[pool].units[unit].left = life
    if !breakdown.countsUse {
      agenda.schedule(.breaks(pool: Int32(pool), unit: Int32(unit)), after: life, rank: .change)
    }
  }

  /// Work begins: units are assigned, their changeovers are added, and lives that count use begin to run.
  mutating func startUse(_ token: Int, _ step: Int, _ agenda: inout Agenda<PipelineEvent>) {
    for index in tables.steps[step].claims.indices {
      let claim = tables.claims[index]
      let pool = Int(claim.pool)
      guard let breakdown = tables.pools[pool].breakdown, breakdown.countsUse else { continue }
      var wanted = claim.count
      for unit in pools[pool].units.indices
      where wanted > 0 && !pools[pool].units[unit].isDown && pools[pool].units[unit].user < 0 {
        wanted -= 1
        pools[pool].units[unit].user = Int32(token)
        pools[pool].units[unit].since = agenda.now
        let end = agenda.now + pools[pool].units[unit].left
        pools[pool].units[unit].ticket = agenda.schedule(
          .breaks(pool: Int32(pool), unit: Int32(unit)), at: end, rank: .change)
      }
    }
  }

  /// Work ends or pauses: lives that count use stand still.
  mutating func endUse(_ token: Int, _ step: Int, _ agenda: inout Agenda<PipelineEvent>) {
    for index in tables.steps[step].claims.indices {
      let pool = Int(tables.claims[index].pool)
      guard let breakdown = tables.pools[pool].breakdown, breakdown.countsUse else { continue }
      for unit in pools[pool].units.indices where pools[pool].units[unit].user == Int32(token) {
        agenda.withdraw(pools[pool].units[unit].ticket)
        let used = agenda.now - pools[pool].units[unit].since
        pools[pool].units[unit].left = pools[pool].units[unit].left - used
        pools[pool].units[unit].user = -1
      }
    }
  }

  /// A unit breaks down: the step at hand yields as the rule says, and the repair begins.
  mutating func breaks(_ pool: Int, _ unit: Int, _ agenda: inout Agenda<PipelineEvent>) {
    guard let breakdown = tables.pools[pool].breakdown else { return }
    let user = pools[pool].units[unit].user
    pools[pool].units[unit].isDown = true
    pools[pool].down += 1
    pools[pool].downArea.change(by: 1, at: agenda.now.ticks)
    if user >= 0 && breakdown.interrupted != .finish {
      interrupt(
        Int(user), resumes: breakdown.interrupted != .restart,
        losing: breakdown.interrupted == .restart ? nil : pool, &agenda)
    }
    refreshCapacity(pool, &agenda)
    yieldUnits(of: pool, &agenda, as: breakdown.interrupted)
    let repair = newToken(
      at: breakdown.repair, variant: -1, patient: -1, batch: -1, parent: -1, fork: -1, priority: 5)
    tokens[repair].unit = Int32(unit)
    tokens[repair].origin = tables.pools[pool].origin
    // A repair's draws are addressed by the unit and the number of its life.
    tokens[repair].batchOrigin = UInt64(pools[pool].units[unit].lives)
    tokens[repair].number = UInt64(unit)
    advance(repair, &agenda)
  }

  /// A unit is back in service, as good as new.
  mutating func unitIsMended(_ pool: Int, _ unit: Int, _ agenda: inout Agenda<PipelineEvent>) {
    guard let breakdown = tables.pools[pool].breakdown else { return }
    pools[pool].down -= 1
    pools[pool].downArea.change(by: -1, at: agenda.now.ticks)
    pools[pool].units[unit].user = -1
    renewUnit(pool, unit, breakdown, &agenda)
    refreshCapacity(pool, &agenda)
  }

  /// The time that the units of a claim need between two batches, drawn for the coming step: the longest of its pools.
  /// The units are marked as used for the batch.
  mutating func changeover(for token: Int, _ step: Int) -> SimulationSpan {
    let longest = plannedChangeover(for: token, step)
    let use = use(of: token)
    let isPriced = tables.costs.isThere
    for index in tables.steps[step].claims.indices {
      let claim = tables.claims[index]
      let pool = Int(claim.pool)
      guard tables.pools[pool].changeoverOther != nil else { continue }
      for _ in 0..<claim.count {
        if let place = bestTag(among: pools[pool].idleTags, for: use) {
          let before = pools[pool].idleTags.remove(at: place)
          if isPriced, isCleared(pool, before, for: use) { bookChangeover(of: pool, for: token) }
        }
        pools[pool].busyTags.append((token: Int32(token), tag: use))
      }
    }
    return longest
  }

  /// Whether a unit is cleaned before another use.
  private func isCleared(_ pool: Int, _ before: UnitTag, for use: UnitTag) -> Bool {
    if before.product < 0 || before.batch == use.batch { return false }
    return before.product != use.product || tables.pools[pool].changeoverSame != nil
  }

  /// The changeover that a step would need if it began now.
  func plannedChangeover(for token: Int, _ step: Int) -> SimulationSpan {
    guard tables.steps[step].changeover else { return .zero }
    let use = use(of: token)
    var longest = SimulationSpan.zero
    for index in tables.steps[step].claims.indices {
      let claim = tables.claims[index]
      guard let other = tables.pools[Int(claim.pool)].changeoverOther else { continue }
      var tags = pools[Int(claim.pool)].idleTags
      for _ in 0..<claim.count {
        guard let place = bestTag(among: tags, for: use) else { break }
        let before = tags.remove(at: place)
        if before.product < 0 || before.batch == use.batch { continue }
        let same = tables.pools[Int(claim.pool)].changeoverSame
        guard let draw = before.product == use.product ? same : other else { continue }
        let local = tables.steps[step].localIndex
        let occurrence = visit(token, local) &* 64 &+ Int(local)
        longest = max(longest, span(draw, lineage(of: token, ofBatch: true), occurrence))
      }
    }
    return longest
  }

  /// What a unit is used for by a token.
  private func use(of token: Int) -> UnitTag {
    let batch = tokens[token].batch
    return UnitTag(
      product: tables.variants[Int(tokens[token].variant)].product,
      batch: batch >= 0 ? batches[batch].serial : -2 - Int64(tokens[token].number))
  }

  /// The idle unit that needs the least changeover.
  private func bestTag(among tags: ContiguousArray<UnitTag>, for use: UnitTag) -> Int? {
    tags.firstIndex { $0.batch == use.batch } ?? tags.firstIndex { $0.product == use.product }
      ?? tags.firstIndex { $0.product < 0 } ?? tags.indices.first
  }

  /// Units that a token gives back remember what they were used for.
  mutating func returnTags(_ count: Int32, of pool: Int, by token: Int) {
    guard tables.pools[pool].changeoverOther != nil else { return }
    for _ in 0..<count {
      guard let place = pools[pool].busyTags.firstIndex(where: { $0.token == Int32(token) }) else { return }
      pools[pool].idleTags.append(pools[pool].busyTags.remove(at: place).tag)
    }
  }
}
