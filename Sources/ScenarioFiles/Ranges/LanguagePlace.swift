/// A value of a scenario's tree, with the kind that the language gives it and the way to it.
struct LanguagePlace {
  /// One step down.
  struct Part: Hashable {
    /// As `--set` takes it.
    var text: String
    /// Whether it is a name of the author's, and no key of the language.
    var isName: Bool
  }

  let node: FileNode
  let kind: ValueKind
  let path: [Part]

  /// A value as it stands. Of several kinds the one that fits is taken, of several maps the one that its leading key
  /// names.
  init(_ node: FileNode, as kind: ValueKind, at path: [Part]) {
    (self.node, self.kind) = Self.settled(node, as: kind)
    self.path = path
  }

  private static func settled(_ node: FileNode, as kind: ValueKind) -> (FileNode, ValueKind) {
    switch kind.resolved {
    case .either(let kinds):
      // A law stays whole: it is one number.
      if RangedLaw(node, as: kind) != nil { return (node, kind.resolved) }
      if let number = kinds.first(where: \.isNumber), node.notedNumber != nil,
        !kinds.contains(where: { $0.leads(with: "fixed") })
      {
        return (node, number.resolved)
      }
      guard let fitting = kinds.first(where: { $0.fits(node) }) else { return (node, kind.resolved) }
      return settled(node, as: fitting)
    case .variants(let variants):
      guard let entries = node.map,
        let leading = variants.leadingKey(of: entries, at: node.mark, { _, _ in }),
        let variant = variants.variant(leading: leading)
      else { return (node, kind.resolved) }
      return (variants.hoists ? node.hoisted(leading) : node, .map(variant))
    default: return (node, kind.resolved)
    }
  }

  /// The path as `--set` takes it.
  var written: String { path.map(\.text).joined(separator: ".") }

  /// What stands below, in the order of the file; nothing below a number or a law.
  var below: [LanguagePlace] {
    switch kind {
    case .map(let map):
      (node.map ?? []).compactMap { entry in
        map.key(entry.key).map { down(entry.key, isName: false, entry.value, $0.kind) }
      }
    case .named(let item, _):
      names.map { down($0.key, isName: true, $0.value, item) }
    case .list(let item, _):
      (node.list ?? []).enumerated().map { down("\($0 + 1)", isName: false, $1, item) }
    case .steps(let variants):
      (node.list ?? [node].filter { $0.map != nil }).enumerated().map {
        down(variants.name(of: $1) ?? "\($0 + 1)", isName: true, $1, .variants(variants))
      }
    case .scalar, .variants, .either, .reference: []
    }
  }

  /// The entry of a note's key beside the value's own keys.
  func note(_ key: String) -> FileNode.Entry? {
    switch kind {
    case .map(let map) where !map.hasProvenance: nil
    case .steps, .list: nil
    default: node.entry(key)
    }
  }

  /// Whether it has a note of its own, so that notes above it do not speak of it.
  var hasNote: Bool { ProvenanceKeys.names.contains { note($0) != nil } }

  private var names: [FileNode.Entry] {
    (node.map ?? []).filter { !ProvenanceKeys.names.contains($0.key) && $0.key != NamedEntries.removal }
  }

  private func down(_ part: String, isName: Bool, _ node: FileNode, _ kind: ValueKind) -> LanguagePlace {
    LanguagePlace(node, as: kind, at: path + [Part(text: part, isName: isName)])
  }
}

extension FileNode {
  /// The latest layer from which a part of the value comes.
  var latestLayer: Int {
    switch content {
    case .scalar: layer
    case .list(let items): items.map(\.latestLayer).max() ?? layer
    case .map(let entries): entries.map(\.value.latestLayer).max() ?? layer
    }
  }
}
