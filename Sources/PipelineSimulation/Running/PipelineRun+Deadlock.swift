import EventKernel
import Quantities

/// Looks for circles of holders who wait for each other (SEMANTICS part 5).
///
/// `keeps:` and blocking let an entity hold one thing while it waits for another; a whole waits for its parts, members wait
/// for their group, a claim on a stock for the lot that fills it. Whoever waits is stuck when it could not go on even if
/// everybody who can still move gave back all they hold: the reduction of the general resource graph (Holt, 1972,
/// DOI 10.1145/356603.356607). Looked for when somebody begins to wait who may close a circle.
extension PipelineRun {
  /// Ends the run when a token that has just begun to wait closes a circle.
  @inline(__always)
  mutating func checkDeadlock(of token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let row = tokens[token]
    guard row.state == .inLine || row.state == .waitingForChildren else { return }
    // Others wait for a holder, for a part, for a lot or a group.
    if isHolding(token) || row.parent >= 0 || row.patient < 0 || row.gathering >= 0 {
      checkCircle(of: token, &agenda)
    }
  }

  @inline(never)
  private mutating func checkCircle(of token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    guard outcome == .horizonReached, isWaiting(token), !isLikeOther(token), mayBeStuck(token) else {
      return
    }
    let stuck = stuckTokens()
    guard stuck.contains(Int32(token)) else { return }
    let circle = circle(from: Int32(token), among: stuck)
    if circle.isEmpty { return }
    outcome = .deadlock(atSeconds: seconds(agenda.now), circle: circle)
    agenda.stop()
  }

  /// Whether a token holds anything for which others may wait.
  @inline(__always)
  func isHolding(_ token: Int) -> Bool {
    tokens[token].kept >= 0 || tokens[token].blocking >= 0 || tokens[token].taken != 0
  }

  /// Whether a token may be stuck: a look at its own claim, without which most waits would cost a search.
  ///
  /// Whoever lacks units that are only borrowed for work gets them when that work is over.
  private func mayBeStuck(_ token: Int) -> Bool {
    switch tokens[token].state {
    case .inLine:
      let step = tables.steps[Int(tokens[token].step)]
      if tables.circles.canBlock || step.traits.contains(.keepsApart) { return true }
      return step.claims.indices.contains { index in
        let claim = tables.claims[index]
        let pool = Int(claim.pool)
        if !isMissing(index, token) || pools[pool].free >= claim.count { return false }
        if claim.isConsumed { return tables.circles.isHeldWaiting[pool] }
        return unitsAtBest(of: pool) - Int(pools[pool].heldBeyond) < Int(claim.count)
      }
    case .waitingForChildren, .container: return firstPart(of: token) { mayBeStuck(Int($0)) } != nil
    case .gathered: return tokens[token].unit >= 0 && mayBeStuck(Int(tokens[token].unit))
    default: return false
    }
  }

  /// Whether a part or a lot that holds nothing comes to a line in which one like it waits, that holds nothing either, and
  /// whose circles this one cannot have kept open while it moved.
  ///
  /// In any circle that one could stand in its place, and it closed none; so of a thousand parts that wait alike one is looked
  /// at. While it moved this one may have kept a circle open as a lot, whose stock is stuck only when all its lots are, and as
  /// a part that gives back what its whole keeps: then it is looked at, too.
  private func isLikeOther(_ token: Int) -> Bool {
    guard tokens[token].state == .inLine, !isHolding(token), tokens[token].firstChild < 0,
      !tables.steps[Int(tokens[token].step)].traits.contains(.keepsApart),
      isLike(token, Int(tokens[token].linePrevious)) || isLike(token, Int(tokens[token].nextSibling))
    else { return false }
    return !givesBackForWhole(token) && (!fillsStock(tokens[token].variant) || isAnotherMoving(token))
  }

  /// Whether a part may free by name what one of its wholes keeps.
  private func givesBackForWhole(_ token: Int) -> Bool {
    var whole = tokens[token].parent
    while whole >= 0 {
      var link = tokens[whole].kept
      while link >= 0 {
        if tables.circles.frees(tokens[token].variant, Int(holdings[link].pool)) { return true }
        link = holdings[link].next
      }
      whole = tokens[whole].parent
    }
    return false
  }

  private func fillsStock(_ variant: Int32) -> Bool {
    tables.stocks.contains { $0.madeBy == variant && $0.leadTime == nil }
  }

  /// Whether another of its variant is neither in a line nor waits otherwise.
  private func isAnotherMoving(_ token: Int) -> Bool {
    (0..<tokens.capacity).contains { other in
      other != token && tokens[other].state != .free && tokens[other].variant == tokens[token].variant
        && !isWaiting(other)
    }
  }

  private func isLike(_ token: Int, _ other: Int) -> Bool {
    guard other >= 0, tokens[other].state == .inLine, tokens[other].step == tokens[token].step else {
      return false
    }
    let (own, its) = (tokens[token], tokens[other])
    return own.parent == its.parent && own.fork == its.fork && own.gathering == its.gathering
      && own.patient == its.patient && its.firstChild < 0 && !isHolding(other) && isWaiting(other)
  }

  /// The most units that a pool can have from now on, whoever holds them.
  func unitsAtBest(of pool: Int) -> Int {
    let now = Int(pools[pool].inUse)
    switch tables.pools[pool].level {
    case .constant(let count): return max(Int(count), now)
    case .timetable(let levels):
      let later = levels.filter { $0.at > instant }.map { Int($0.count) }.max() ?? 0
      return max(later, Int(pools[pool].base), now)
    case .roster(let heads, let equivalent, let present):
      // Where people come and go, there may be more of them one day.
      if tables.pools[pool].turnover != nil || tables.pools[pool].isJoined { return Int(Int32.max) }
      let leave = tables.pools[pool].leave
      let most = leave >= 0 ? tables.leaves[Int(leave)].present.max() ?? 1 : 1
      let expected = Double(max(heads, pools[pool].independent)) * equivalent * present * most
      return max(Int((expected - 1e-9).rounded(.up)), now)
    case .stock: return Int(Int32.max)
    // Whoever lacks a certificate may get it one day.
    case .certified: return unitsAtBest(of: Int(tables.pools[pool].role))
    }
  }

  /// All that a token holds: kept, blocked, and the part of its claim that suspended work has left.
  func forEachHeld(by token: Int, _ body: (Int, Int32) -> Void) {
    var holding = tokens[token].kept
    while holding >= 0 {
      body(Int(holdings[holding].pool), holdings[holding].count)
      holding = holdings[holding].next
    }
    if tokens[token].blocking >= 0 {
      let held = tokens[token].heldBehind
      for index in tables.steps[Int(tokens[token].blocking)].claims.indices
      where held & tables.claims[index].bit != 0 && !tables.claims[index].isConsumed {
        body(Int(tables.claims[index].pool), tables.claims[index].count)
      }
    }
    if tokens[token].state != .inLine { return }
    for index in tables.steps[Int(tokens[token].step)].claims.indices
    where tokens[token].taken & tables.claims[index].bit != 0 && !tables.claims[index].isConsumed {
      body(Int(tables.claims[index].pool), tables.claims[index].count)
    }
  }
}
