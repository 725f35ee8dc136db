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
  /// The entries that `include:` brought in, with the number of their inclusion.
  private(set) var inclusions: [String: Int] = [:]
  /// What `source:` and `assumption:` of the maps around the present place say, from the root down.
  private var covers: [Cover] = []
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
    let kind = provenance.statements.first?.kind ?? .unstated
    notes.append(ProvenanceNote(path: currentPath, kind: kind, range: provenance.range))
    guard !provenance.statements.isEmpty else { return body() }
    let place = notes.count - 1
    covers.append(Cover(statements: provenance.statements))
    let result = body()
    // A note on numbers that were all given by somebody else speaks of nothing.
    if let cover = covers.popLast(), cover.speaksOfNothing {
      if provenance.range.isEmpty { notes.remove(at: place) } else { notes[place].kind = .unstated }
    }
    return result
  }

  /// What a map says about sources, and whether it says it of any number.
  private struct Cover {
    let statements: [Provenance.Statement]
    var coversNumbers = false
    var hasLaterNumbers = false

    var speaksOfNothing: Bool { hasLaterNumbers && !coversNumbers }

    func isBefore(_ node: FileNode) -> Bool { statements.first.map { $0.layer < node.layer } ?? false }
  }

  /// A number of a later layer is not covered by what an earlier layer says about its source; where the nearest map
  /// does not speak of it, it gets a note of its own, unless it has one.
  func noteNumber(in node: FileNode, hasOwnNote: Bool = false) {
    guard !isQuiet, !covers.isEmpty else { return }
    let own =
      hasOwnNote ? covers.count : covers.lastIndex { $0.statements.contains { $0.layer >= node.layer } }
    for index in covers[..<(own ?? 0)].indices where covers[index].isBefore(node) {
      covers[index].hasLaterNumbers = true
    }
    if hasOwnNote { return }
    for index in covers.indices.reversed() {
      if let statement = covers[index].statements.firstIndex(where: { $0.layer >= node.layer }) {
        if statement == 0 { covers[index].coversNumbers = true }
        if statement == 0, index == covers.count - 1 { return }
        let kind = covers[index].statements[statement].kind
        if index == covers.count - 1 { covers[index].hasLaterNumbers = true }
        note(kind)
        return
      }
      covers[index].hasLaterNumbers = true
    }
    note(.unstated)
  }

  /// A note on the present number, once: a date and what holds from it on are one.
  private func note(_ kind: ProvenanceNote.Kind) {
    let note = ProvenanceNote(path: currentPath, kind: kind)
    if notes.last != note { notes.append(note) }
  }

  /// Takes note that the present entry was brought in by an `include:`.
  func noteInclusion(of node: FileNode) {
    if let inclusion = node.inclusion { inclusions[currentPath] = inclusion }
  }

  /// Reads something whose numbers count as one.
  func withoutNotes<Result>(_ body: () -> Result) -> Result {
    let before = isQuiet
    isQuiet = true
    defer { isQuiet = before }
    return body()
  }
}

/// Where the numbers of a map come from, as it stands in a file and in the files that change it.
struct Provenance {
  /// What one layer says.
  struct Statement {
    var kind: ProvenanceNote.Kind
    var layer: Int
  }
  /// In the order of layers; each covers the numbers that are not later than it.
  var statements: [Statement] = []
  var range: [String] = []
}
