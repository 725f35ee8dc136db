/// Something that is wrong with a scenario, or looks wrong, and the path of the value that it is about.
public struct Finding: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: Hashable, Sendable {
    /// The scenario cannot be run.
    case error
    /// The scenario can be run, but it may not mean what its author thinks.
    case warning
  }

  /// The path of the value, such as `products/car-t/route/expand/takes`; empty for the scenario as a whole.
  public var path: String
  /// What is wrong, as data.
  public var problem: Problem

  /// A finding about the value at `path`.
  public init(_ path: String, _ problem: Problem) {
    self.path = path
    self.problem = problem
  }

  /// How bad it is; it follows from the problem.
  public var severity: Severity { problem.isWarning ? .warning : .error }

  /// The finding as one sentence, without its place and without a full stop.
  public var sentence: String { FindingWording.sentence(for: problem) }

  /// The name that nothing is called by, or that nothing uses, with the names that could have been meant; nil for other
  /// findings.
  public var unknownName: (name: String, known: [String])? {
    switch problem {
    case .unknownName(_, let name, let known), .unused(_, let name, let known): (name, known)
    default: nil
    }
  }
}
