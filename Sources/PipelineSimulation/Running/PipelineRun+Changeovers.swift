import PipelineModel
import Quantities

/// Cleaning and line clearance of units between two batches.
extension PipelineRun {
  /// The time that the units of a claim need between two batches, drawn for the coming step: the longest of its pools.
  /// The units are marked as used for the batch.
  mutating func changeover(for token: Int, _ step: Int) -> SimulationSpan {
    let longest = plannedChangeover(for: token, step)
    let use = use(of: token)
    let isPriced = tables.costs.isThere
    for index in tables.steps[step].claims.indices {
      let claim = tables.claims[index]
      let pool = Int(claim.pool)
      guard tables.pools[pool].remembersUse else { continue }
      for _ in 0..<claim.count {
        if let place = bestTag(among: pools[pool].idleTags, for: use, of: pool) {
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
    if before.product < 0 || before.isSameBatch(as: use) { return false }
    return changeover(of: pool, after: before.product, before: use.product) != nil
  }

  /// The changeover that a step would need if it began now.
  func plannedChangeover(for token: Int, _ step: Int) -> SimulationSpan {
    guard tables.steps[step].changeover else { return .zero }
    let use = use(of: token)
    var longest = SimulationSpan.zero
    for index in tables.steps[step].claims.indices {
      let claim = tables.claims[index]
      let pool = Int(claim.pool)
      guard tables.pools[pool].remembersUse else { continue }
      if claim.count == 1 {
        guard let place = bestTag(among: pools[pool].idleTags, for: use, of: pool) else { continue }
        longest = max(longest, changeover(from: pools[pool].idleTags[place], to: use, of: pool, token, step))
        continue
      }
      var tags = pools[pool].idleTags
      for _ in 0..<claim.count {
        guard let place = bestTag(among: tags, for: use, of: pool) else { break }
        longest = max(longest, changeover(from: tags.remove(at: place), to: use, of: pool, token, step))
      }
    }
    return longest
  }

  /// How long one unit takes from one use to another, drawn for a visit of a step.
  private func changeover(
    from before: UnitTag, to use: UnitTag, of pool: Int, _ token: Int, _ step: Int
  ) -> SimulationSpan {
    if before.product < 0 || before.isSameBatch(as: use) { return .zero }
    guard let draw = changeover(of: pool, after: before.product, before: use.product) else { return .zero }
    let local = tables.steps[step].localIndex
    let occurrence = visit(token, local) &* 64 &+ Int(local)
    return span(draw, lineage(of: token, ofBatch: true), occurrence)
  }

  /// The law of the first rule that fits two products, one after the other; nil where nothing has to be done.
  func changeover(of pool: Int, after: Int32, before: Int32) -> DrawPlan? {
    let rules = tables.pools[pool].changeoverRules
    if rules.isEmpty {
      return after == before ? tables.pools[pool].changeoverSame : tables.pools[pool].changeoverOther
    }
    for index in rules.indices {
      let rule = tables.changeoverRules[index]
      if fits(rule.after, after, isSame: after == before), fits(rule.before, before, isSame: after == before)
      {
        return rule.takes
      }
    }
    return nil
  }

  private func fits(_ use: UsePlan, _ product: Int32, isSame: Bool) -> Bool {
    switch use {
    case .any: true
    case .sameProduct: isSame
    case .otherProduct: !isSame
    case .traits(let mask): product >= 0 && tables.traitsOfProduct[Int(product)] & mask != 0
    }
  }

  /// What a unit is used for by a token.
  func use(of token: Int) -> UnitTag {
    let batch = tokens[token].batch
    return UnitTag(
      product: tables.variants[Int(tokens[token].variant)].product,
      batch: batch >= 0 ? batches[batch].serial : -2 - Int64(tokens[token].number))
  }

  /// The idle unit that needs the least changeover.
  private func bestTag(among tags: ContiguousArray<UnitTag>, for use: UnitTag, of pool: Int) -> Int? {
    if !tables.pools[pool].changeoverRules.isEmpty {
      return tags.indices.min { rank(of: tags[$0], for: use, pool) < rank(of: tags[$1], for: use, pool) }
    }
    return tags.firstIndex { $0.isSameBatch(as: use) } ?? tags.firstIndex { $0.product == use.product }
      ?? tags.firstIndex { $0.product < 0 } ?? tags.indices.first
  }

  /// The order in which units are taken: those of the same batch first; then by the median of their changeover where rules say
  /// what it is, else those of the same product, those never used, and the others.
  func rank(of tag: UnitTag, for use: UnitTag, _ pool: Int) -> Double {
    if tag.isSameBatch(as: use) { return -1 }
    if tables.pools[pool].changeoverRules.isEmpty {
      return tag.product == use.product ? 0 : tag.product < 0 ? 1 : 2
    }
    if tag.product < 0 { return 0 }
    return changeover(of: pool, after: tag.product, before: use.product).map { $0.median * $0.ticksPerUnit }
      ?? 0
  }

  /// Units that a token gives back remember what they were used for.
  mutating func returnTags(_ count: Int32, of pool: Int, by token: Int) {
    guard tables.pools[pool].remembersUse else { return }
    for _ in 0..<count {
      guard let place = pools[pool].busyTags.firstIndex(where: { $0.token == Int32(token) }) else { return }
      pools[pool].idleTags.append(pools[pool].busyTags.remove(at: place).tag)
    }
  }
}
