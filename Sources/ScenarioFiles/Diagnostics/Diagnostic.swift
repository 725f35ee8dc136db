/// One finding about a scenario, at one place.
public struct Diagnostic: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// The scenario cannot be used.
    case error
    /// The scenario can be used, but it may not mean what its author thinks.
    case warning
  }

  /// How bad it is.
  public let severity: Severity
  /// Where it stands.
  public let mark: SourceMark
  /// What it is.
  public let problem: Problem

  /// A finding whose severity follows from the problem.
  public init(_ problem: Problem, at mark: SourceMark) {
    self.severity = problem.severity
    self.mark = mark
    self.problem = problem
  }

  /// The finding as a sentence, without its place.
  public var sentence: String { DiagnosticWording.sentence(for: problem) }
}
