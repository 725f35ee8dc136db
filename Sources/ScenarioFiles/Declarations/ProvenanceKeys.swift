import PipelineModel

/// The keys that may stand in every map with numbers.
enum ProvenanceKeys {
  static let source = KeyDeclaration(
    name: "source",
    meaning:
      "Where the numbers of this map come from: a key of `sources:` at the top, or a citation in words. "
      + "It covers every number below that has no nearer `source` or `assumption`.",
    kind: Form<String>.text.kind, absent: "not stated", example: "skane-gmp",
    tryReading: { Form<String>.text.read($0, $1) != nil })
  static let assumption = KeyDeclaration(
    name: "assumption",
    meaning: "Why the numbers of this map were chosen, when no source gives them. Listed in every report.",
    kind: Form<String>.text.kind, absent: "not stated", example: "four weeks in a row are a right",
    tryReading: { Form<String>.text.read($0, $1) != nil })
  static let range = KeyDeclaration(
    name: "range",
    meaning:
      "The smallest and the greatest value that `atmpsim sensitivity` gives the number; of a law its median, of a map of "
      + "names their sum. A run ignores it.",
    kind: .list(item: .scalar(.bound), count: 2), absent: "not varied", example: "[3 mo, 12 mo]",
    tryReading: { bounds($0, $1).count == 2 })

  static let all = [source, assumption, range]
  static let names: Set<String> = Set(all.map(\.name))

  /// Reads the keys of a map; nil when it has none.
  static func read(in entries: [FileNode.Entry], _ reading: Reading) -> Provenance? {
    var result = Provenance()
    // What later layers said of numbers that they changed stands beside what the earlier ones said.
    for entry in entries where names.contains(entry.key) {
      switch entry.key {
      case "range":
        result.range = bounds(entry.value, reading)
      default:
        guard let words = Form<String>.text.read(entry.value, reading) else { continue }
        let layer = entry.value.layer
        if result.statements.contains(where: { $0.layer == layer }) {
          reading.report(.excluded(key: "source", by: "assumption"), at: entry.keyMark)
        }
        let kind = entry.key == "source" ? ProvenanceNote.Kind.source(words) : .assumption(words)
        result.statements.append(Provenance.Statement(kind: kind, layer: layer))
      }
    }
    result.statements.sort { $0.layer < $1.layer }
    return dropIfChanged(result, entries)
  }

  /// When every number of the map itself was changed by a later layer, what the earlier one said is dropped.
  private static func dropIfChanged(_ provenance: Provenance, _ entries: [FileNode.Entry]) -> Provenance? {
    var result = provenance
    let values = entries.filter { !names.contains($0.key) }.map(\.value.deepestLayer)
    if let oldest = values.min() {
      if let range = entries.last(where: { $0.key == "range" }), range.value.layer < oldest {
        result.range = []
      }
      result.statements.removeAll { $0.layer < oldest }
    }
    return result.statements.isEmpty && result.range.isEmpty ? nil : result
  }

  private static func bounds(_ node: FileNode, _ reading: Reading) -> [String] {
    guard let items = node.list, items.count == 2 else {
      reading.report(
        .expected(what: "a list of two bounds, such as '[3 mo, 12 mo]'", found: node.description),
        at: node.mark)
      return []
    }
    return items.compactMap { Form<String>.bound.read($0, reading) }
  }

  /// The keys as a file has them.
  static func written(_ note: ProvenanceNote) -> [(String, FileNode)] {
    var result: [(String, FileNode)] = []
    switch note.kind {
    case .source(let words): result.append(("source", .written(words)))
    case .assumption(let words): result.append(("assumption", .written(words)))
    case .unstated: break
    }
    if !note.range.isEmpty { result.append(("range", .written(note.range.map { FileNode.written($0) }))) }
    return result
  }
}

extension FileNode {
  /// The earliest layer from which part of the value comes.
  fileprivate var deepestLayer: Int {
    switch content {
    case .scalar: layer
    case .list(let items): items.map(\.deepestLayer).min() ?? layer
    case .map(let entries): entries.map(\.value.deepestLayer).min() ?? layer
    }
  }
}
