import PipelineModel

/// What reading a scenario gave.
public struct ReadResult: Sendable {
  /// The scenario; nil when the text has an error.
  public let scenario: Scenario?
  /// What could be read of a scenario that has errors, so that rules of the model can look at the rest of it.
  public let partial: Scenario?
  /// The texts that were read.
  public let library: SourceLibrary
  /// The SHA-256 of the scenario's canonical text; nil without a scenario.
  ///
  /// - Complexity: O(size of the scenario).
  public var sha256: String? { scenario.map(ScenarioWriter.digest) }
  /// The numbers with a `range:`, in the order of the scenario.
  public let ranges: [RangedNumber]
  /// What was found, unsorted.
  public let diagnostics: [Diagnostic]
  private let marks: [String: SourceMark]
  private let start: SourceMark
  /// What files that extend others took out, by name.
  let removals: [String: SourceMark]
  private let inclusions: [String: InclusionSite]

  init(
    scenario: Scenario?, partial: Scenario?, library: SourceLibrary, diagnostics: [Diagnostic],
    marks: [String: SourceMark], start: SourceMark, removals: [String: SourceMark] = [:],
    inclusions: [String: InclusionSite] = [:], ranges: [RangedNumber] = []
  ) {
    self.scenario = scenario
    self.partial = partial
    self.library = library
    self.diagnostics = diagnostics
    self.marks = marks
    self.start = start
    self.removals = removals
    self.inclusions = inclusions
    self.ranges = ranges
  }

  /// The `include:` of the scenario that brought in what stands at a path; nil where none did.
  func inclusion(of path: String) -> InclusionSite? {
    var path = Substring(path)
    while !path.isEmpty {
      if let site = inclusions[String(path)] { return site }
      guard let slash = path.lastIndex(of: "/") else { return nil }
      path = path[..<slash]
    }
    return nil
  }

  /// Where the value of a path such as `products/car-t/route/expand/takes` stands; where the nearest map
  /// above it
  /// stands when it was not written itself.
  ///
  /// - Complexity: O(parts of the path).
  public func locate(_ path: String) -> SourceMark {
    var path = Substring(path)
    while !path.isEmpty {
      if let mark = marks[String(path)] { return mark }
      guard let slash = path.lastIndex(of: "/") else { break }
      path = path[..<slash]
    }
    return start
  }

  /// The findings of the text, and further ones, in order and with the lines that they are about.
  public func report(adding further: [Diagnostic] = []) -> DiagnosticReport {
    DiagnosticReport(diagnostics + further, library: library)
  }
}
