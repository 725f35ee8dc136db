/// Loads a file, follows what it includes and extends, and applies overrides: from a path to one tree.
struct Composition {
  /// The most files that may build on one another.
  static let chainLimit = 20
  /// The most files that one scenario may be made of.
  static let fileLimit = 200

  /// How many layers a file has: its own, and those of the library files that it includes below it.
  static let layersOfFile = 2 * chainLimit

  let files: SourceFiles
  private(set) var library = SourceLibrary()
  /// Every `include:` that was followed, in the order in which they were met.
  var inclusions: [InclusionSite] = []
  /// What files that extend others took out, by name.
  private(set) var removals: [String: SourceMark] = [:]
  /// The `sources:` of library files.
  private var citations: [FileNode.Entry] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var nodesLeft = FileTreeLimits().nodes
  private var filesLeft = Composition.fileLimit

  init(files: SourceFiles) { self.files = files }

  /// The tree of a scenario; nil when a file of it cannot be read.
  mutating func root(of path: String, overrides: [String]) -> FileNode? {
    guard let layers = chain(from: path) else { return nil }
    var merging = Merging()
    var root: FileNode?
    for (layer, tree) in layers.reversed().enumerated() {
      let change = tree.raised(by: layer * Self.layersOfFile)
      root = root.map { merging.merge(change, into: $0, as: .map(ScenarioText.map.declaration)) } ?? change
    }
    diagnostics += merging.diagnostics
    removals = merging.removals
    guard var result = root else { return nil }
    addCitations(to: &result)
    if !overrides.isEmpty {
      let text = SourceText(name: Overrides.fileName, text: overrides.joined(separator: "\n"))
      library.add(text)
      var overriding = Overrides(layer: layers.count * Self.layersOfFile)
      for (index, override) in overrides.enumerated() {
        overriding.apply(override, line: index + 1, to: &result)
      }
      diagnostics += overriding.diagnostics
    }
    return result
  }

  /// A file and what it extends, the file itself first.
  private mutating func chain(from path: String) -> [FileNode]? {
    var layers: [FileNode] = []
    var paths = [SourceFiles.resolve(path, from: "")]
    var next: (path: String, mark: SourceMark?) = (path, nil)
    while true {
      guard let loaded = load(next.path, askedAt: next.mark) else { return nil }
      let tree = loaded.raised(by: Self.layersOfFile - 1)
      if tree.isLibrary, let route = tree.entry("route") {
        report(.libraryNotScenario, at: next.mark ?? route.keyMark)
        return nil
      }
      var including = Including(composition: self, path: next.path, chain: paths)
      layers.append(including.expand(tree))
      self = including.composition
      guard let base = tree["extends"] else { return layers }
      guard let text = base.scalar?.text, !base.isEmpty else {
        report(.expected(what: "the path of a scenario file", found: base.description), at: base.mark)
        return layers
      }
      let resolved = SourceFiles.resolve(text, from: next.path)
      guard isNew(resolved, after: &paths, key: "extends", at: base.mark) else { return nil }
      next = (resolved, base.mark)
    }
  }

  /// Notes one more file of a chain; false after reporting that it bites its tail or is too long.
  mutating func isNew(_ path: String, after chain: inout [String], key: String, at mark: SourceMark) -> Bool {
    if chain.contains(path) {
      report(.fileCycle(key: key, chain: chain + [path]), at: mark)
      return false
    }
    chain.append(path)
    if chain.count > Self.chainLimit {
      report(.chainTooLong(limit: Self.chainLimit), at: mark)
      return false
    }
    return true
  }

  /// The tree of one file.
  mutating func load(_ path: String, askedAt mark: SourceMark?) -> FileNode? {
    guard filesLeft > 0 else {
      report(.chainTooLong(limit: Self.fileLimit), at: mark ?? .start(of: path))
      return nil
    }
    filesLeft -= 1
    let (source, findings) = SourceText.load(path, from: files, askedAt: mark)
    diagnostics += findings
    guard let source else { return nil }
    library.add(source)
    var limits = FileTreeLimits()
    limits.nodes = nodesLeft
    let (root, problems) = FileTree.read(source, limits: limits)
    diagnostics += problems
    nodesLeft -= root?.nodeCount ?? 0
    return root
  }

  mutating func report(_ problem: Problem, at mark: SourceMark) {
    diagnostics.append(Diagnostic(problem, at: mark))
  }

  /// The `include:` of a scenario below which an inclusion lies.
  func site(of inclusion: Int) -> InclusionSite {
    var site = inclusions[inclusion]
    while let parent = site.parent { site = inclusions[parent] }
    return site
  }

  /// Takes note of the `sources:` of a library file.
  mutating func collect(citationsOf tree: FileNode) {
    citations += (tree["sources"]?.map ?? []).filter { $0.key != NamedEntries.removal }
  }

  /// Adds the `sources:` of library files to those of the scenario, which win.
  mutating func addCitations(to root: inout FileNode) {
    guard !citations.isEmpty else { return }
    var entries = root["sources"]?.map ?? []
    let own = Set(entries.map(\.key))
    var added: [String: FileNode.Entry] = [:]
    for citation in citations where !own.contains(citation.key) {
      guard let other = added[citation.key] else {
        added[citation.key] = citation
        entries.append(citation)
        continue
      }
      if other.value.scalar?.text != citation.value.scalar?.text {
        report(.citationDiffers(key: citation.key, other: other.keyMark.file), at: citation.keyMark)
      }
    }
    let mark = root.entry("sources")?.keyMark ?? root.mark
    let sources = FileNode(content: .map(entries), mark: root["sources"]?.mark ?? root.mark)
    root = root.without(["sources"]).with(
      .map((root.without(["sources"]).map ?? []) + [.init(key: "sources", keyMark: mark, value: sources)]))
  }
}

extension FileNode {
  /// The same tree, so many layers later.
  func raised(by layers: Int) -> FileNode {
    var result = self
    result.layer += layers
    switch content {
    case .scalar: break
    case .list(let items): result.content = .list(items.map { $0.raised(by: layers) })
    case .map(let entries):
      result.content = .map(
        entries.map { Entry(key: $0.key, keyMark: $0.keyMark, value: $0.value.raised(by: layers)) })
    }
    return result
  }

  /// Whether the tree of a file is a library file, and no scenario that is wrong.
  var isLibrary: Bool {
    self["route"] != nil && ["title", "products", "extends", "start"].allSatisfy { self[$0] == nil }
  }

  /// How many values it holds, itself included.
  var nodeCount: Int {
    switch content {
    case .scalar: 1
    case .list(let items): items.reduce(1) { $0 + $1.nodeCount }
    case .map(let entries): entries.reduce(1) { $0 + $1.value.nodeCount }
    }
  }
}
