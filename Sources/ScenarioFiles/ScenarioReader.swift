import PipelineModel

/// Reads scenario files: YAML text to a value, or to everything that is wrong with it.
public struct ScenarioReader: Sendable {
  private let files: SourceFiles

  /// A reader of files on disk, or in memory.
  public init(files: SourceFiles = .disk) { self.files = files }

  /// Reads the scenario of a file.
  ///
  /// - Parameters:
  ///   - path: the file; diagnostics show it as it is given here.
  ///   - overrides: what `--set` says, such as `products.car-t.patients.arrive.poisson=20 / y`.
  public func read(file path: String, overrides: [String] = []) -> ReadResult {
    var composition = Composition(files: files)
    guard let root = composition.root(of: path, overrides: overrides) else {
      return ReadResult(
        scenario: nil, partial: nil, library: composition.library, diagnostics: composition.diagnostics,
        marks: [:],
        start: .start(of: path))
    }
    let reading = Reading(files: files)
    var scenario = ScenarioText.form.read(root, reading)
    let ranges = RangeReader(root)
    scenario?.provenance = reading.notes.compactMap { $0.without(rangesAt: ranges.outdated) }
      .sorted { $0.path < $1.path }
    let diagnostics = composition.diagnostics + reading.diagnostics + ranges.diagnostics
    let isSound = !diagnostics.contains { $0.severity == .error }
    return ReadResult(
      scenario: isSound ? scenario : nil, partial: scenario, library: composition.library,
      diagnostics: diagnostics,
      marks: reading.marks, start: root.mark, removals: composition.removals,
      inclusions: reading.inclusions.mapValues { composition.site(of: $0) }, ranges: ranges.numbers)
  }

  /// Reads a scenario from a text.
  public static func read(text: String, name: String = "scenario.yaml", overrides: [String] = [])
    -> ReadResult
  {
    ScenarioReader(files: .memory([name: text])).read(file: name, overrides: overrides)
  }
}

extension ProvenanceNote {
  /// The note without a range whose number somebody changed since; nil where it said nothing else.
  fileprivate func without(rangesAt outdated: Set<String>) -> ProvenanceNote? {
    guard !range.isEmpty, outdated.contains(path) else { return self }
    return kind == .unstated ? nil : ProvenanceNote(path: path, kind: kind)
  }
}
