import Quantities

/// Lines in trouble in words: the place, how it came, the cause and what would help.
extension PipelineRun {
  /// Why somebody waits, and what would help.
  struct WaitingCause {
    var cause: String
    var remedy: String
  }

  /// A sentence without a full stop about a line at the end of a run.
  func words(for line: LineAtEnd, others: Int, _ end: SimulationTime, isStarved: Bool) -> String {
    let cause = cause(of: line)
    let others = others > 0 ? "; so it is in \(others) other line\(others == 1 ? "" : "s")" : ""
    if isStarved {
      let served =
        line.served == 0 ? "nobody was served" : "hardly anybody was served (\(line.served) of \(line.came))"
      return
        "\(served) \(words(for: line.place)): \(waiting(line, end)) \(cause.cause); \(cause.remedy)\(others)"
    }
    return "the line \(words(for: line.place)) grew: \(growth(of: line, end)) \(cause.cause); "
      + "\(cause.remedy)\(others)"
  }

  /// The longest of all lines at this moment: how long it is and how it grew.
  func longestLine(_ now: SimulationTime) -> String {
    var longest: LineAtEnd?
    for line in lines.indices where Int(lines[line].count) > longest?.waiting ?? 0 {
      longest = lineAtEnd(line)
    }
    guard let line = longest else { return "nobody waits in a line" }
    let cause = cause(of: line)
    return
      "the longest line is the one \(words(for: line.place)): \(growth(of: line, now)) \(cause.cause); \(cause.remedy)"
  }

  /// `at 'serve' of job`
  private func words(for place: LineAtEnd.Place) -> String {
    switch place {
    case .step(let step):
      let variant = tables.steps[step].variant
      return "at '\(tables.stepNames[step])'"
        + (variant < 0 ? "" : " of \(tables.variants[Int(variant)].name)")
    case .slots(let product): return "for a slot of \(tables.products[Int(product)])"
    case .gathering(let gather): return "at '\(tables.gathers[gather].name)'"
    }
  }

  /// `57 wait at the end, the first since 2024-01-01 05:00 (3 d 4 h),`
  private func waiting(_ line: LineAtEnd, _ end: SimulationTime) -> String {
    let since = QuantityPrinting.instant(clock.civil(at: line.since))
    return "\(line.waiting) wait\(line.waiting == 1 ? "s" : "") at the end, "
      + "\(line.waiting == 1 ? "" : "the first ")since \(since) (\(span(from: line.since, to: end))),"
  }

  /// `1300 came, 1003 were served, 297 wait, the first for 9 d 6 h: about 3.6 more each day;`
  private func growth(of line: LineAtEnd, _ end: SimulationTime) -> String {
    let days = Double(end.ticks) / tables.ticksPerDay
    let each = days < 1 ? 0 : (Double(line.waiting) / days * 10).rounded() / 10
    let rate = each > 0 ? "about \(QuantityPrinting.number(each)) more each day, " : ""
    return "\(line.came) came, \(line.served) were served, \(line.waiting) wait, "
      + "the first for \(span(from: line.since, to: end)); \(rate)waiting"
  }

  private func span(from start: SimulationTime, to end: SimulationTime) -> String {
    QuantityPrinting.elapsed(seconds: seconds(end) - seconds(start))
  }

  private func cause(of line: LineAtEnd) -> WaitingCause {
    switch line.place {
    case .step: return cause(of: line.first)
    case .slots:
      if let reason = line.forbidden {
        return WaitingCause(
          cause: "for a start, and none fits: \(reason)",
          remedy: "change that step's calendar, people or limit")
      }
      return WaitingCause(
        cause: "for a start that fits",
        remedy: "offer more slots, free what the booked dates need, or let fewer come")
    case .gathering(let gather):
      return WaitingCause(
        cause: "for enough others to make \(tables.gathers[gather].size)",
        remedy: "gather fewer, or go on after a time ('or after')")
    }
  }

  /// What a claim in a line lacks, the first of it, and why.
  private func cause(of token: Int) -> WaitingCause {
    let step = Int(tokens[token].step)
    for index in tables.steps[step].claims.indices where isMissing(index, token) {
      let claim = tables.claims[index]
      if pools[Int(claim.pool)].free < claim.count { return cause(of: token, Int(claim.pool), claim.count) }
    }
    return WaitingCause(
      cause: "behind earlier claims on the same resources",
      remedy: "let smaller claims overtake ('bypass'), or add units")
  }

  private func cause(of token: Int, _ pool: Int, _ count: Int32) -> WaitingCause {
    let plan = tables.pools[pool]
    let what = count == 1 ? plan.name : "\(count) of \(plan.name)"
    if plan.trial >= 0 {
      return WaitingCause(
        cause: "for a place in the cohort, all of which are taken until its follow-up is over",
        remedy:
          "refer fewer patients, plan larger cohorts, or let nobody come once the trial is full ('patients: at most')"
      )
    }
    if plan.isStock { return shelfCause(what, pool) }
    if plan.isProcess {
      return WaitingCause(
        cause: "for the process \(plan.name), which is not qualified",
        remedy: "plan its media fills earlier or more often, or look at why they fail")
    }
    if !pools[pool].isLicensed {
      return WaitingCause(
        cause: "for \(what) of \(facility(of: pool)), which is not licensed before the end",
        remedy: "license it earlier, or begin later")
    }
    let best = unitsAtBest(of: pool)
    if best < Int(count) {
      return WaitingCause(
        cause: "for \(what), of which there \(best == 1 ? "is" : "are") never more than \(best) again",
        remedy: "plan more of them, or claim fewer")
    }
    if plan.isCertified {
      return WaitingCause(
        cause: "for \(what), of whom \(pools[pool].inUse) work of \(pools[pool].capacity) who are there",
        remedy: "let more of them hold what it takes, or see why certificates lapse")
    }
    if plan.turnover != nil, pools[pool].independent == 0 {
      return WaitingCause(
        cause: "for \(what), but nobody works as \(plan.name)",
        remedy: "hire or train somebody, or begin with persons")
    }
    return takenCause(of: token, pool, what)
  }

  private func shelfCause(_ what: String, _ pool: Int) -> WaitingCause {
    let stock = tables.stocks.first { $0.pool == Int32(pool) }
    let place = tables.stocks.firstIndex { $0.pool == Int32(pool) }
    let ordered = place.map { Int(stocks[$0].onOrder) } ?? 0
    let shelf = "for \(what), of which \(pools[pool].capacity) are on the shelf and \(ordered) on order"
    let remedy =
      stock.map { $0.madeBy >= 0 && $0.leadTime == nil } == true
      ? "begin lots earlier, make them larger or faster" : "order earlier, more, or with a shorter lead time"
    return WaitingCause(
      cause: shelf, remedy: stock?.reorders == true ? remedy : "let the stock be ordered ('reorder')")
  }

  /// All units are in use, or gone for the moment: by whom that goes first, where a lower class waits.
  private func takenCause(of token: Int, _ pool: Int, _ what: String) -> WaitingCause {
    var first: (name: String, priority: Int32)?
    for index in tables.pools[pool].lines.indices {
      let step = tables.steps[Int(tables.linesOfPools[index])]
      guard step.priority < tokens[token].priority, step.variant >= 0, step.priority < first?.priority ?? .max
      else { continue }
      first = (tables.variants[Int(step.variant)].name, step.priority)
    }
    if let first {
      return WaitingCause(
        cause: "for \(what), which \(first.name) takes first (priority \(first.priority) before "
          + "\(tokens[token].priority))",
        remedy: "raise the priority, or plan more of it")
    }
    if !pools[pool].isOnShift, pools[pool].inUse == 0 {
      return WaitingCause(
        cause: "for \(what), whose hours are over at the end of the run",
        remedy: "plan more of it or longer hours, shorten the step, or let fewer come")
    }
    return WaitingCause(
      cause: "for \(what), of which \(pools[pool].inUse) are in use",
      remedy: "plan more of it, shorten the step, or let fewer come")
  }

  private func facility(of pool: Int) -> String {
    let facility = Int(tables.pools[pool].facility)
    return facility >= 0 ? tables.facilities[facility].name : "the site"
  }
}
