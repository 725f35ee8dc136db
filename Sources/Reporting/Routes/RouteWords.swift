import PipelineModel
import Quantities

/// Words for what a route says.
enum RouteWords {
  static func length(_ length: TimeLength) -> String { QuantityPrinting.timeLength(length) }

  /// `grade-b, 2 operator`.
  static func names(_ claims: [Claim]) -> String {
    claims.map { claim in
      let what = claim.count == 1 ? claim.name : "\(claim.count) \(claim.name)"
      return claim.certified.isEmpty
        ? what : "\(what) certified for \(claim.certified.joined(separator: " and "))"
    }.joined(separator: ", ")
  }

  static func date(_ date: BookedDate) -> String {
    date.offset == .days(0) ? "booked day" : "booked day + \(length(date.offset))"
  }

  /// What becomes of an entity, in words.
  static func consequence(_ consequence: Consequence) -> String {
    switch consequence {
    case .repeatStep: "again"
    case .againFrom(let step): "again from \(step)"
    case .goTo(let step): "go to \(step)"
    case .remake: "a new batch"
    case .collectAgain: "collect again"
    case .lose(let reason): reason.map { "lost (\($0))" } ?? "lost"
    case .record: "recorded"
    }
  }

  /// Where it leads.
  static func target(_ consequence: Consequence) -> RouteEntry.Target {
    switch consequence {
    case .repeatStep: .itself
    case .againFrom(let step), .goTo(let step): .entry(step)
    case .remake: .batch
    case .collectAgain: .collection
    case .lose: .exit
    case .record: .nowhere
    }
  }

  /// `by road`, or `by road from far, on the spot at near`.
  static func way(_ choice: LinkChoice) -> String {
    if let link = choice.common { return "by \(link)" }
    return choice.ofMakers.map { own in
      own.link.map { "by \($0) from \(own.facility)" } ?? "on the spot at \(own.facility)"
    }.joined(separator: ", ")
  }

  static func failure(_ words: String, _ consequence: Consequence) -> RouteEntry.Failure {
    RouteEntry.Failure(words: "\(words): \(self.consequence(consequence))", target: target(consequence))
  }

  static func failure(_ rule: FailureRule) -> RouteEntry.Failure {
    let visits = rule.onAttempts.map(String.init).joined(separator: ", ")
    var words = SpanWords.share(rule.probability) + " " + (rule.what ?? "fail")
    if !rule.onAttempts.isEmpty { words += ", always on attempt \(visits)" }
    var failure = failure(words, rule.then)
    if let attempts = rule.attempts {
      failure.words += ", at most \(attempts) attempts, then \(consequence(rule.otherwise))"
    }
    return failure
  }
}
