/// Lays the tree of a file over the tree of the file that it extends.
///
/// Maps merge key by key, and `remove:` takes names out of a map of names. Laws, texts and lists without names are
/// replaced whole. Entries of a route merge by name. What a map says about its source stays for the numbers that are
/// not changed.
struct Merging {
  private(set) var diagnostics: [Diagnostic] = []
  /// What was taken out, so that what still refers to it can be told why it is not there.
  private(set) var removals: [String: SourceMark] = [:]

  /// The tree with the change laid over it.
  mutating func merge(_ change: FileNode, into old: FileNode, as kind: ValueKind) -> FileNode {
    switch kind.resolved {
    case .scalar, .list, .reference: return change
    case .map(let map): return mergeMaps(change, into: old, as: map)
    case .named(_, isReplacedWhole: true): return change
    case .named(let item, isReplacedWhole: false): return mergeNames(change, into: old, as: item)
    case .steps(let variants): return mergeSteps(change, into: old, as: variants)
    case .variants(let variants): return mergeVariants(change, into: old, as: variants)
    case .either(let kinds):
      if Self.isNumberAndMap(old, change, of: kinds) { return change }
      let fitting = kinds.map(\.resolved).filter { $0.fits(change) && $0.fits(old) }
      return fitting.count == 1 ? merge(change, into: old, as: fitting[0]) : change
    }
  }

  /// Whether one of two values is a number with a note, which is written as a map, and the other a map of keys.
  private static func isNumberAndMap(_ old: FileNode, _ change: FileNode, of kinds: [ValueKind]) -> Bool {
    guard kinds.contains(where: \.isNumber), !kinds.contains(where: { $0.leads(with: "fixed") }) else {
      return false
    }
    let hasKeys = { (node: FileNode) in
      node.map?.contains { $0.key != "fixed" && !ProvenanceKeys.names.contains($0.key) } ?? false
    }
    return old.notedNumber != nil && hasKeys(change) || change.notedNumber != nil && hasKeys(old)
  }

  private mutating func mergeMaps(_ change: FileNode, into old: FileNode, as map: MapDeclaration) -> FileNode
  {
    guard let keys = change.map.map({ Set($0.map(\.key)) }) else { return change }
    // Of keys that exclude one another, the one of the change stays.
    var remaining = old
    for group in map.exactlyOne + map.atMostOne where group.contains(where: keys.contains) {
      remaining = remaining.without(Set(group).subtracting(keys))
    }
    return mergeEntries(change, into: remaining) { map.key($0)?.kind }
  }

  private mutating func mergeNames(
    _ change: FileNode, into old: FileNode, as item: ValueKind
  ) -> FileNode {
    guard let removal = change[NamedEntries.removal], old.map != nil else {
      return mergeEntries(change, into: old) { _ in item }
    }
    var remaining = old
    for name in removal.list ?? [removal] { remove(name, from: &remaining) }
    return mergeEntries(change.without([NamedEntries.removal]), into: remaining) { _ in item }
  }

  private mutating func remove(_ node: FileNode, from map: inout FileNode) {
    guard let name = node.scalar?.text, !node.isEmpty else {
      report(.expected(what: "a name, or a list of names", found: node.description), at: node.mark)
      return
    }
    let names = (map.map ?? []).map(\.key).filter { !ProvenanceKeys.names.contains($0) }
    guard names.contains(name) else {
      report(.nothingToRemove(name: name, near: NearNames.near(name, among: names)), at: node.mark)
      return
    }
    removals[name] = node.mark
    map = map.without([name])
  }

  private mutating func mergeEntries(
    _ change: FileNode, into old: FileNode, kind: (String) -> ValueKind?
  ) -> FileNode {
    guard let changes = change.map, var entries = old.map else { return change }
    let statements: Set<String> = ["source", "assumption"]
    // A note without a number beside it speaks of the whole map; beside numbers, of these.
    if changes.contains(where: { statements.contains($0.key) }),
      changes.allSatisfy({ ProvenanceKeys.names.contains($0.key) })
    {
      entries.removeAll { statements.contains($0.key) }
    }
    for entry in changes {
      if !statements.contains(entry.key), let index = entries.firstIndex(where: { $0.key == entry.key }) {
        let kind = kind(entry.key)
        let value = kind.map { merge(entry.value, into: entries[index].value, as: $0) } ?? entry.value
        entries[index] = FileNode.Entry(key: entry.key, keyMark: entry.keyMark, value: value)
      } else {
        entries.append(entry)
      }
    }
    var result = change.with(.map(entries))
    result.inclusion = old.inclusion
    return result
  }

  private mutating func mergeVariants(
    _ change: FileNode, into old: FileNode, as variants: VariantsDeclaration
  ) -> FileNode {
    guard !variants.isReplacedWhole, let entries = change.map, let oldEntries = old.map,
      let leading = variants.leadingKey(of: entries, at: change.mark, { _, _ in }),
      let oldLeading = variants.leadingKey(of: oldEntries, at: old.mark, { _, _ in }),
      let variant = variants.variant(leading: leading)
    else { return change }
    var base = variants.hoists ? old.hoisted(oldLeading) : old
    if leading != oldLeading { base = base.without([oldLeading]) }
    return mergeMaps(variants.hoists ? change.hoisted(leading) : change, into: base, as: variant)
  }

  // Routes

  private mutating func mergeSteps(
    _ change: FileNode, into old: FileNode, as variants: VariantsDeclaration
  ) -> FileNode {
    guard let changes = change.list ?? (change.map != nil ? [change] : nil),
      let oldItems = old.list ?? (old.map != nil ? [old] : nil)
    else { return change }
    if oldItems.isEmpty { return change }
    var items = oldItems
    for item in changes {
      if let insertion = item["insert"] {
        for new in insertion.list ?? [insertion] { insert(new, into: &items, as: variants) }
      } else if let removal = item["remove"] {
        for name in removal.list ?? [removal] { remove(name, from: &items, as: variants) }
      } else if let name = variants.name(of: item) {
        guard let index = index(of: name, in: items, as: variants, at: item.mark) else { continue }
        items[index] = mergeVariants(item, into: items[index], as: variants)
      } else {
        // Without a name it matches nothing; the reader says what is wrong with it.
        items.append(item)
      }
    }
    return FileNode(content: .list(items), mark: change.mark, layer: change.layer)
  }

  private mutating func insert(
    _ node: FileNode, into items: inout [FileNode], as variants: VariantsDeclaration
  ) {
    let places = ["after", "before"].filter { node[$0] != nil }
    guard places.count == 1, let place = node[places[0]], let anchor = place.scalar?.text else {
      report(.insertWithoutPlace, at: node.mark)
      return
    }
    let step = node.without(["after", "before"])
    if let name = variants.name(of: step), items.contains(where: { variants.name(of: $0) == name }) {
      report(.stepExists(name: name), at: node.mark)
      return
    }
    guard let index = index(of: anchor, in: items, as: variants, at: place.mark) else { return }
    items.insert(step, at: places[0] == "after" ? index + 1 : index)
  }

  private mutating func remove(
    _ node: FileNode, from items: inout [FileNode], as variants: VariantsDeclaration
  ) {
    guard let name = node.scalar?.text else {
      report(.expected(what: "the name of a step", found: node.description), at: node.mark)
      return
    }
    guard let index = index(of: name, in: items, as: variants, at: node.mark) else { return }
    removals[name] = node.mark
    items.remove(at: index)
  }

  private mutating func index(
    of name: String, in items: [FileNode], as variants: VariantsDeclaration, at mark: SourceMark
  ) -> Int? {
    if let index = items.firstIndex(where: { variants.name(of: $0) == name }) { return index }
    let names = items.compactMap { variants.name(of: $0) }
    report(.unknownStep(name: name, near: NearNames.near(name, among: names)), at: mark)
    return nil
  }

  private mutating func report(_ problem: Problem, at mark: SourceMark) {
    diagnostics.append(Diagnostic(problem, at: mark))
  }
}

extension FileNode {
  /// The map without some keys.
  func without(_ keys: Set<String>) -> FileNode {
    guard let entries = map else { return self }
    return with(.map(entries.filter { !keys.contains($0.key) }))
  }
}

extension ValueKind {
  /// Whether a value of this shape can be of the kind.
  func fits(_ node: FileNode) -> Bool {
    switch (resolved, node.content) {
    case (.scalar, .scalar), (.map, .map), (.named, .map), (.variants, .map), (.list, .list), (.steps, .list),
      (.steps, .map):
      true
    case (.either(let kinds), _): kinds.contains { $0.fits(node) }
    default: false
    }
  }
}
