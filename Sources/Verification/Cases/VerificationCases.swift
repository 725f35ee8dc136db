/// Every case, or those of some names, in the order of the list.
public struct VerificationCases: Sendable {
  /// One scenario with a known answer, of whatever kind.
  public enum Case: Sendable {
    /// Theory gives expected values.
    case closedForm(ClosedFormCase)
    /// The schedule is known exactly.
    case schedule(ScheduleCase)
    /// Whole numbers have to balance.
    case identity(IdentityCase)
    /// An independent script computed the timeline.
    case timeline(TimelineCase)

    /// The name in the list of cases, such as `T1`.
    public var name: String {
      switch self {
      case .closedForm(let one): one.name
      case .schedule(let one): one.name
      case .identity: "T19"
      case .timeline: "S11"
      }
    }
  }

  /// The cases.
  public let all: [Case]

  /// How many there are.
  public var count: Int { all.count }

  /// The cases of these names; all when there are none.
  public init(only names: [String] = []) {
    all = Self.everything.filter { names.isEmpty || names.contains($0.name) }
  }

  /// The names of all cases, each once.
  public static var names: [String] {
    everything.map(\.name).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private static var everything: [Case] {
    let cases =
      ClosedFormCase.all.map(Case.closedForm) + IdentityCase.all.map(Case.identity)
      + ScheduleCase.all.map(Case.schedule) + TimelineCase.all.map(Case.timeline)
    return cases.enumerated().sorted {
      (order($0.element.name), $0.offset) < (order($1.element.name), $1.offset)
    }
    .map(\.element)
  }

  /// T before S before B before others, each by number.
  private static func order(_ name: String) -> Int {
    let letters: [Character] = ["T", "S", "B", "F"]
    let group = name.first.flatMap { letters.firstIndex(of: $0) } ?? letters.count
    return group * 1_000 + (Int(name.dropFirst()) ?? 0)
  }
}

extension Verifier {
  /// Runs and judges a case of any kind.
  public func verdicts(on one: VerificationCases.Case) async throws -> [VerdictRow] {
    switch one {
    case .closedForm(let one): try await verdicts(on: one)
    case .schedule(let one): try verdicts(on: one)
    case .identity(let one): try verdicts(on: one)
    case .timeline(let one): [try verdict(on: one)]
    }
  }
}
