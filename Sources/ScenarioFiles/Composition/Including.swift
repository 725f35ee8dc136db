/// Writes out `include:` entries of routes: a route of a library file, with its parameters put in.
struct Including {
  private(set) var composition: Composition
  private let path: String
  private let chain: [String]
  /// The inclusion that brought in the present file; nil in a scenario.
  private let site: Int?
  private let depth: Int

  /// Starts at a file that is loaded already; `chain` is how it was reached.
  init(composition: Composition, path: String, chain: [String], site: Int? = nil, depth: Int = 0) {
    self.composition = composition
    self.path = path
    self.chain = chain
    self.site = site
    self.depth = depth
  }

  /// The tree with every `include:` written out.
  mutating func expand(_ node: FileNode) -> FileNode {
    var result = node
    switch node.content {
    case .scalar: break
    case .map(let entries):
      result.content = .map(
        entries.map { FileNode.Entry(key: $0.key, keyMark: $0.keyMark, value: expand($0.value)) })
    case .list(let items):
      var expanded: [FileNode] = []
      for item in items {
        if let request = item.entry("include") {
          expanded += included(request)
        } else {
          expanded.append(expand(item))
        }
      }
      result.content = .list(expanded)
    }
    return result
  }

  private mutating func included(_ request: FileNode.Entry) -> [FileNode] {
    let reading = Reading(files: composition.files)
    let node = request.value
    guard let inclusion = Inclusion.form.read(node, reading), reading.diagnostics.isEmpty else {
      report(reading.diagnostics)
      return []
    }
    let place = node["file"]?.mark ?? node.mark
    let file = SourceFiles.resolve(inclusion.file, from: path)
    var chain = chain
    guard composition.isNew(file, after: &chain, key: "include", at: place) else { return [] }
    guard let loaded = composition.load(file, askedAt: place) else { return [] }
    // A value of the including file is later than what the library file says of its source.
    let tree = loaded.raised(by: Composition.layersOfFile - 2 - depth)
    let library = Reading(files: composition.files)
    _ = LibraryRoute.form.read(tree, library)
    report(library.diagnostics)
    guard let route = tree["route"] else { return [] }
    composition.collect(citationsOf: tree)
    var parameters = ParameterValues(
      declared: tree["parameters"]?.map ?? [], given: node["with"], file: file, askedAt: node.mark)
    let filled = parameters.fill(route)
    report(parameters.diagnostics)
    let number = composition.inclusions.count
    composition.inclusions.append(
      InclusionSite(mark: place, file: inclusion.file, parent: site, names: parameters.names))
    var inner = Including(
      composition: composition, path: file, chain: chain, site: number, depth: depth + 1)
    var items = inner.expand(filled).list ?? []
    composition = inner.composition
    for index in items.indices where items[index].inclusion == nil { items[index].inclusion = number }
    guard let prefix = inclusion.name else { return items }
    let names = Set(items.flatMap { $0.stepNames })
    return items.map { $0.renamingSteps(names, prefix: prefix) }
  }

  private mutating func report(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { composition.report(diagnostic.problem, at: diagnostic.mark) }
  }
}

/// Where a library file was included, and with which values.
struct InclusionSite: Sendable {
  /// The file's name under `include:`.
  var mark: SourceMark
  /// The file as it is named there.
  var file: String
  /// The inclusion of the file in which the `include:` stands; nil in a scenario.
  var parent: Int?
  /// The parameters whose values are texts, with them.
  var names: [(parameter: String, text: String)]
}

/// `include: { file: …, as: …, with: {…} }`.
struct Inclusion: Equatable, Sendable {
  var file = ""
  var name: String?
  var values = ""

  static let map = MapForm<Inclusion>(
    "include entry", "an entry 'include'",
    "Brings in the route of a library file. `$name` in that file stands for the parameter `name`.",
    hasProvenance: false,
    [
      Field(
        "file", \.file, .text, "The library file, relative to this file.", example: "library/apheresis.yaml"),
      Field(
        "as", \.name, .name,
        "Put in front of the names of its steps, so that a route can include a file twice.",
        absent: "names as in the library", example: "first"),
      Field(
        "with", \.values, .anything,
        "Values of its parameters. `source` or `assumption` among them covers those that have none of their own.",
        absent: "their defaults", example: "{ duration: 3 h, assumption: two washes }"),
    ])
  static let form = map.form(over: Inclusion())
}
