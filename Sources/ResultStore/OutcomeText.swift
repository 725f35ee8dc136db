import Foundation
import PipelineSimulation

/// Outcomes of replications as columns: what, when, and the words that go with it.
struct OutcomeText: Hashable {
  var what: String
  var atSeconds: Double?
  /// The words; those of a circle stand one a line.
  var detail: String?

  /// - Parameter trouble: of a replication that reached its horizon; it stands where others have their words
  init(_ outcome: RunOutcome, trouble: LineTrouble? = nil) {
    switch outcome {
    case .horizonReached:
      what = "horizon reached"
      detail = trouble.map { "\($0.kind.rawValue): \($0.words)" }
    case .eventLimit(let seconds): (what, atSeconds) = ("event limit", seconds)
    case .deadlock(let seconds, let circle):
      (what, atSeconds, detail) = ("deadlock", seconds, circle.joined(separator: "\n"))
    case .endless(let seconds, let step): (what, atSeconds, detail) = ("endless", seconds, step)
    case .runaway(let seconds, let line): (what, atSeconds, detail) = ("runaway", seconds, line)
    case .broken(let seconds, let fault): (what, atSeconds, detail) = ("broken", seconds, fault)
    }
  }

  init(what: String, atSeconds: Double?, detail: String?) {
    self.what = what
    self.atSeconds = atSeconds
    self.detail = detail
  }

  /// The line in trouble of a replication that reached its horizon.
  var trouble: LineTrouble? {
    guard what == "horizon reached", let detail, let end = detail.range(of: ": "),
      let kind = LineTrouble.Kind(rawValue: String(detail[..<end.lowerBound]))
    else { return nil }
    return LineTrouble(kind, String(detail[end.upperBound...]))
  }

  /// The outcome, or nil when the columns do not spell one.
  var outcome: RunOutcome? {
    switch (what, atSeconds) {
    case ("horizon reached", _): .horizonReached
    case ("event limit", let seconds?): .eventLimit(atSeconds: seconds)
    case ("deadlock", let seconds?):
      .deadlock(
        atSeconds: seconds,
        circle: detail.map { $0.split(separator: "\n").map(String.init) } ?? [])
    case ("endless", let seconds?): .endless(atSeconds: seconds, step: detail ?? "")
    case ("runaway", let seconds?): .runaway(atSeconds: seconds, line: detail ?? "")
    case ("broken", let seconds?): .broken(atSeconds: seconds, what: detail ?? "")
    default: nil
    }
  }
}
