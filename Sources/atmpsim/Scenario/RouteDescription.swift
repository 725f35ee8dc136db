import PipelineModel
import Quantities

/// A route as a list: what happens, how long it takes, who and what it needs, and what can go wrong.
enum RouteDescription {
  /// One line for each part, those within a part indented.
  static func lines(_ route: [RoutePart]) -> [String] { route.flatMap(lines) }

  private static func lines(_ part: RoutePart) -> [String] {
    switch part {
    case .step(let step): [line(step)] + wrongs(step) + within("meanwhile", step.meanwhile)
    case .hold(let hold):
      ["hold \(hold.name): at most \(length(hold.limit.limit)), otherwise \(words(hold.limit.then))"]
    case .book(let booking):
      [
        "book \(booking.name): the earliest start that fits"
          + (booking.patience.map { ", waits at most \(SpanWords.of($0))" } ?? "")
      ]
    case .makeBatch(let batch):
      [
        "make \(batch.name)" + (batch.attempts.map { ": at most \($0) attempts" } ?? "")
          + (batch.materialLeft < 1
            ? "; material is left for a remake in \(SpanWords.share(batch.materialLeft))" : "")
      ]
    case .choose(let choice):
      ["choose \(choice.name)"]
        + choice.arms.flatMap { within("\(SpanWords.share($0.probability)) \($0.name)", $0.route) }
    case .parallel(let parallel):
      ["in parallel: \(parallel.name)"] + parallel.branches.flatMap { within($0.name, $0.route) }
    case .countdown(let countdown):
      [
        "countdown \(countdown.name): starts \(length(countdown.before)) before \(countdown.event)"
          + (countdown.takes.map { ", takes \(SpanWords.of($0))" } ?? "") + claims("uses", countdown.uses)
          + (countdown.atRisk ? "; may start before the release" : "")
      ]
    case .gather(let gathering):
      [
        "gather \(gathering.name): \(gathering.size) together"
          + (gathering.orAfter.map { ", or fewer after \(length($0))" } ?? "")
      ]
    case .separate(let name): ["separate \(name)"]
    case .split(let splitting): ["split \(splitting.name): into \(SpanWords.of(splitting.into))"]
    case .ship(let shipment):
      ["ship \(shipment.name): by \(shipment.link), if lost \(words(shipment.ifLost))"]
    case .release(let release): lines(release)
    case .store(let storing): ["store in \(storing.stock): \(SpanWords.of(storing.yields)) units"]
    case .leave(let name): ["leave: \(name)"]
    }
  }

  private static func line(_ step: Step) -> String {
    var text = step.kind == .step ? step.name : "\(step.kind.rawValue) \(step.name)"
    if let law = step.takes { text += ": \(SpanWords.of(law))" }
    if let law = step.handsOn { text += "; hands on \(SpanWords.of(law))" }
    text += claims("uses", step.uses) + claims("consumes", step.consumes) + claims("keeps", step.keeps)
    if !step.frees.isEmpty { text += "; frees \(step.frees.joined(separator: ", "))" }
    if let work = step.work { text += "; \(work.rawValue) work" }
    if let reason = step.exceptional { text += ", exceptionally in grade C: \(reason)" }
    if !step.requires.isEmpty { text += "; requires \(step.requires.joined(separator: ", "))" }
    for touch in step.repeats {
      text += "; every \(length(touch.every)) for \(SpanWords.of(touch.takes)): \(names(touch.uses))"
    }
    if let shelfLife = step.startsShelfLife { text += "; keeps for \(length(shelfLife.limit)) from its end" }
    return text
  }

  private static func wrongs(_ step: Step) -> [String] {
    var lines: [String] = []
    if let rule = step.passes {
      lines.append("\(SpanWords.share(1 - rule.probability)) do not pass: \(words(rule.otherwise))")
    }
    for rule in step.fails {
      let what = rule.what.map { " \($0)" } ?? ""
      let visits = rule.onAttempts.map(String.init).joined(separator: ", ")
      let when = rule.onAttempts.isEmpty ? "" : " (always on attempt \(visits))"
      let attempts = rule.attempts.map { ", at most \($0) attempts, then \(words(rule.otherwise))" } ?? ""
      lines.append("\(SpanWords.share(rule.probability)) fail\(what)\(when): \(words(rule.then))\(attempts)")
    }
    if let limit = step.within {
      lines.append("within \(length(limit.limit)) of the step before, otherwise \(words(limit.then))")
    }
    if let patience = step.line.patience {
      lines.append("waits at most \(SpanWords.of(patience)), then \(words(step.line.then))")
    }
    return lines.map { "  " + $0 }
  }

  private static func lines(_ release: Release) -> [String] {
    var lines = ["release \(release.name)"]
    lines += within("before infusion", release.stage1) + within("final certification", release.stage2)
    if let rule = release.outOfSpecification {
      let request =
        rule.releasedOnRequest > 0
        ? "\(SpanWords.share(rule.releasedOnRequest)) released on request, else " : ""
      lines.append(
        "  \(SpanWords.share(rule.probability)) out of specification: \(request)\(words(rule.otherwise))")
    }
    if release.positiveAfterInfusion > 0 {
      lines.append("  \(SpanWords.share(release.positiveAfterInfusion)) positive after infusion")
    }
    return lines
  }

  private static func within(_ title: String, _ route: [RoutePart]) -> [String] {
    route.isEmpty ? [] : ["  \(title):"] + lines(route).map { "    " + $0 }
  }

  private static func claims(_ word: String, _ claims: [Claim]) -> String {
    claims.isEmpty ? "" : "; \(word) \(names(claims))"
  }

  private static func names(_ claims: [Claim]) -> String {
    claims.map { $0.count == 1 ? $0.name : "\($0.count) \($0.name)" }.joined(separator: ", ")
  }

  private static func length(_ length: TimeLength) -> String { QuantityPrinting.timeLength(length) }

  /// What becomes of an entity, in words.
  private static func words(_ consequence: Consequence) -> String {
    switch consequence {
    case .repeatStep: "repeat the step"
    case .againFrom(let step): "again from \(step)"
    case .goTo(let step): "go to \(step)"
    case .remake: "remake"
    case .collectAgain: "collect again"
    case .lose(let reason): reason.map { "lost (\($0))" } ?? "lost"
    case .record: "recorded"
    }
  }
}
