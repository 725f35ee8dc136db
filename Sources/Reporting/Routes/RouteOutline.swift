import PipelineModel
import Quantities

/// Reads a route as a person would draw it: which lane each entry is in, what it says, what follows when it goes wrong.
public struct RouteOutline: Hashable, Sendable {
  /// The entries in order.
  public let entries: [RouteEntry]
  /// Whether a patient is treated at its end.
  public let hasInfusion: Bool

  /// The outline of a route. Pure.
  public init(_ route: [RoutePart]) {
    let all = route.flatMap(\.withParts)
    hasInfusion = all.contains { if case .step(let step) = $0 { step.kind == .infuse } else { false } }
    let hasBatch = all.contains { if case .makeBatch = $0 { true } else { false } }
    var reader = Reader(
      lane: hasInfusion || hasBatch ? .patient : .production,
      afterRelease: hasInfusion ? .patient : .production)
    entries = reader.entries(route)
  }

  /// The lane of the way so far; it moves on with the route.
  private struct Reader {
    var lane: RouteEntry.Lane
    let afterRelease: RouteEntry.Lane
    private var isMade = false

    init(lane: RouteEntry.Lane, afterRelease: RouteEntry.Lane) {
      self.lane = lane
      self.afterRelease = afterRelease
    }

    mutating func entries(_ route: [RoutePart]) -> [RouteEntry] { route.map { entry($0) } }

    private mutating func branch(_ title: String, _ route: [RoutePart], isBeside: Bool = false)
      -> RouteEntry.Branch
    {
      RouteEntry.Branch(title: title, entries: entries(route), isBeside: isBeside)
    }

    private mutating func entry(_ part: RoutePart) -> RouteEntry {
      switch part {
      case .step(let step): return entry(step)
      case .hold(let hold):
        var entry = RouteEntry(.hold, lane, "hold", hold.name)
        let until = hold.until.map { " until \($0)" } ?? ""
        let words = "at most \(RouteWords.length(hold.limit.limit))"
        entry.briefly = words
        entry.limits = [words + until + ", else \(RouteWords.consequence(hold.limit.then))"]
        entry.span = RouteEntry.Span(words: words, until: hold.until)
        return entry
      case .book(let booking):
        var entry = RouteEntry(.booking, lane, "book", booking.name)
        entry.takes = "the earliest start that fits"
        entry.briefly = "earliest that fits"
        if let patience = booking.patience {
          entry.limits = ["waits at most \(SpanWords.brief(patience)), else lost (patience)"]
        }
        return entry
      case .makeBatch(let batch):
        lane = .production
        isMade = true
        var entry = RouteEntry(.batch, lane, "make", batch.name)
        if let attempts = batch.attempts {
          entry.limits = ["at most \(attempts) attempts, then \(RouteWords.consequence(batch.otherwise))"]
        }
        if batch.materialLeft < 1 {
          entry.remarks = ["material for a second batch is left in \(SpanWords.share(batch.materialLeft))"]
        }
        return entry
      case .choose(let choice): return entry(choice)
      case .parallel(let parallel):
        let branches = parallel.branches.map { branch($0.name, $0.route) }
        var entry = RouteEntry(.parallel, branches.firstLane ?? lane, "in parallel", parallel.name)
        entry.branches = branches
        return entry
      case .countdown(let countdown): return entry(countdown)
      case .gather(let gathering):
        var entry = RouteEntry(.hold, lane, "gather", gathering.name)
        entry.briefly = "\(gathering.size) together"
        entry.takes = entry.briefly
        if let limit = gathering.orAfter { entry.limits = ["or fewer after \(RouteWords.length(limit))"] }
        return entry
      case .separate(let name): return RouteEntry(.hold, lane, "separate", name)
      case .split(let splitting):
        var entry = RouteEntry(.hold, lane, "split", splitting.name)
        entry.takes = "into \(SpanWords.of(splitting.into))"
        entry.briefly = entry.takes
        return entry
      case .ship(let shipment):
        var entry = RouteEntry(.work, lane, "ship", shipment.name)
        entry.needs = RouteWords.way(shipment.by)
        entry.failures = [RouteWords.failure("if lost", shipment.ifLost)]
        if !isMade { lane = .production }
        return entry
      case .release(let release): return entry(release)
      case .store(let storing):
        var entry = RouteEntry(.store, .production, "store", storing.stock)
        entry.takes = "\(SpanWords.of(storing.yields)) units"
        entry.briefly = entry.takes
        return entry
      case .leave(let name): return RouteEntry(.end, lane, "leave", name)
      }
    }

    private mutating func entry(_ step: Step) -> RouteEntry {
      let word = step.kind == .step ? "" : step.kind.rawValue
      var entry = RouteEntry(step.kind == .infuse ? .infusion : .work, lane, word, step.name)
      switch step.kind {
      case .assay: entry.lane = .quality
      case .review, .certify: entry.lane = isMade ? .release : lane
      case .infuse:
        lane = .patient
        entry.lane = lane
      case .step, .culture, .delay: break
      }
      entry.marks = step.kind == .infuse ? step.marks ?? "infusion" : step.marks
      if let date = step.on { entry.date = RouteWords.date(date) }
      if let law = step.takes {
        entry.takes = SpanWords.of(law)
        entry.briefly = SpanWords.brief(law)
      }
      entry.needs = RouteWords.names(step.uses)
      entry.remarks = remarks(step)
      if let limit = step.within {
        entry.limits.append(
          "within \(RouteWords.length(limit.limit)) of the step before, else \(RouteWords.consequence(limit.then))"
        )
      }
      if let life = step.startsShelfLife {
        let words = "keeps for \(RouteWords.length(life.limit))"
        entry.limits.append("\(words) from its end, else \(RouteWords.consequence(life.then))")
        entry.span = RouteEntry.Span(words: words, until: "infusion")
      }
      if let patience = step.line.patience {
        entry.limits.append(
          "waits at most \(SpanWords.brief(patience)), else \(RouteWords.consequence(step.line.then))")
      }
      if let rule = step.passes {
        let words = "\(SpanWords.share(1 - rule.probability)) do not pass"
        entry.failures.append(RouteWords.failure(words, rule.otherwise))
      }
      entry.failures += step.fails.map(RouteWords.failure)
      if let check = step.checksIdentity {
        let who = check.persons == 1 ? "one person" : "\(check.persons) persons"
        entry.failures.append(
          RouteWords.failure(
            "identity checked by \(who), each of whom finds \(SpanWords.share(check.finds)) of the mix-ups",
            check.then))
      }
      if step.mixesUp > 0 {
        entry.failures.append(
          RouteWords.failure("\(SpanWords.share(step.mixesUp)) bear another patient's name", .record))
      }
      if !step.meanwhile.isEmpty { entry.branches = [branch("meanwhile", step.meanwhile, isBeside: true)] }
      return entry
    }

    private func remarks(_ step: Step) -> [String] {
      var remarks: [String] = []
      if let law = step.handsOn { remarks.append("hands on \(SpanWords.brief(law))") }
      if !step.consumes.isEmpty { remarks.append("takes \(RouteWords.names(step.consumes)) from stock") }
      if !step.keeps.isEmpty { remarks.append("keeps \(RouteWords.names(step.keeps))") }
      if !step.frees.isEmpty { remarks.append("frees \(step.frees.joined(separator: ", "))") }
      if let work = step.work { remarks.append("\(work.rawValue) work") }
      if let process = step.process { remarks.append("waits while \(process) is not qualified") }
      if let reason = step.exceptional { remarks.append("exceptionally in grade C: \(reason)") }
      if !step.requires.isEmpty { remarks.append("requires \(step.requires.joined(separator: ", "))") }
      for touch in step.repeats {
        remarks.append(
          "every \(RouteWords.length(touch.every)): \(RouteWords.names(touch.uses)), \(SpanWords.brief(touch.takes))"
        )
      }
      return remarks
    }

    private mutating func entry(_ countdown: Countdown) -> RouteEntry {
      var entry = RouteEntry(.booking, .patient, "countdown", countdown.name)
      entry.date = "\(RouteWords.length(countdown.before)) before \(countdown.event)"
      entry.countsTo = countdown.event
      if let law = countdown.takes {
        entry.takes = SpanWords.of(law)
        entry.briefly = SpanWords.brief(law)
      }
      entry.needs = RouteWords.names(countdown.uses)
      if countdown.atRisk { entry.limits = ["at risk: before the product is released"] }
      return entry
    }

    private mutating func entry(_ choice: Choice) -> RouteEntry {
      let before = lane
      let branches = choice.arms.map { arm in
        lane = before
        return branch("\(SpanWords.share(arm.probability)) \(arm.name)", arm.route)
      }
      lane = before
      var entry = RouteEntry(.choice, branches.firstLane ?? lane, "choose", choice.name)
      entry.branches = branches
      let rest = 1 - choice.arms.reduce(0) { $0 + $1.probability }
      if rest > 1e-9 { entry.remarks = ["\(SpanWords.share(rest)) go straight on"] }
      return entry
    }

    private mutating func entry(_ release: Release) -> RouteEntry {
      let before = branch("before the release", release.stage1)
      let after =
        release.stage2.isEmpty ? nil : branch("beside the patient's way", release.stage2, isBeside: true)
      lane = afterRelease
      var entry = RouteEntry(.release, .release, "release", release.name)
      entry.branches = [before] + (after.map { [$0] } ?? [])
      if let rule = release.outOfSpecification {
        var words = "\(SpanWords.share(rule.probability)) out of specification"
        if rule.releasedOnRequest > 0 {
          words += " (\(SpanWords.share(rule.releasedOnRequest)) of these released on request)"
        }
        entry.failures.append(RouteWords.failure(words, rule.otherwise))
      }
      if release.positiveAfterInfusion > 0 {
        entry.failures.append(
          RouteWords.failure(
            "\(SpanWords.share(release.positiveAfterInfusion)) positive after the infusion", .record))
      }
      return entry
    }
  }
}

extension [RouteEntry.Branch] {
  fileprivate var firstLane: RouteEntry.Lane? { lazy.compactMap(\.entries.first?.lane).first }
}

extension RoutePart {
  /// The part and all parts within it.
  fileprivate var withParts: [RoutePart] {
    let inner: [RoutePart] =
      switch self {
      case .step(let step): step.meanwhile
      case .choose(let choice): choice.arms.flatMap(\.route)
      case .parallel(let parallel): parallel.branches.flatMap(\.route)
      case .release(let release): release.stage1 + release.stage2
      default: []
      }
    return [self] + inner.flatMap(\.withParts)
  }
}
