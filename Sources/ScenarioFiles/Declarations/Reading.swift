import PipelineModel

/// What one reading of a scenario collects: findings, the places of values, and where numbers come from.
///
/// It lives as long as one call of the reader and is never shared.
final class Reading {
  /// Where CSV files of empirical laws come from.
  let files: SourceFiles
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var marks: [String: SourceMark] = [:]
  private(set) var notes: [ProvenanceNote] = []
  private var path: [String] = []
  /// The layers of the `source:` and `assumption:` that cover the present place, from the root down.
  private var coverLayers: [Int] = []
  private var isQuiet = false

  init(files: SourceFiles) { self.files = files }

  /// The path of the present place, such as `products/car-t/route/expand`.
  var currentPath: String { path.joined(separator: "/") }

  func report(_ problem: Problem, at mark: SourceMark) {
    // Hostile files can hold a problem for each value; beyond some thousands none is read by anybody.
    if diagnostics.count < 5_000 { diagnostics.append(Diagnostic(problem, at: mark)) }
  }

  /// Goes one step down, notes the place, and comes back.
  func enter<Result>(_ part: String, at mark: SourceMark, _ body: () -> Result) -> Result {
    path.append(part)
    defer { path.removeLast() }
    if marks.count < 400_000 { marks[currentPath] = mark }
    return body()
  }

  /// Takes note of `source:`, `assumption:` and `range:` of a map and reads the rest under their cover.
  func covered<Result>(by provenance: Provenance?, _ body: () -> Result) -> Result {
    guard let provenance else { return body() }
    notes.append(ProvenanceNote(path: currentPath, kind: provenance.kind, range: provenance.range))
    guard provenance.kind != .unstated else { return body() }
    coverLayers.append(provenance.layer)
    defer { coverLayers.removeLast() }
    return body()
  }

  /// A number that a later layer changed is not covered by what the earlier layer says about its source.
  func noteNumber(in node: FileNode) {
    if !isQuiet, let layer = coverLayers.last, node.layer > layer {
      notes.append(ProvenanceNote(path: currentPath, kind: .unstated))
    }
  }

  /// Reads something whose numbers count as one.
  func withoutNotes<Result>(_ body: () -> Result) -> Result {
    let before = isQuiet
    isQuiet = true
    defer { isQuiet = before }
    return body()
  }
}

/// Where the numbers of a map come from, as it stands in a file.
struct Provenance {
  var kind: ProvenanceNote.Kind
  var range: [String]
  var layer: Int
}
