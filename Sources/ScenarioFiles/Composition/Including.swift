import PipelineModel
import Quantities

/// Writes out `include:` entries of routes: a route of a library file, with its parameters put in.
struct Including {
  private(set) var composition: Composition
  private let path: String
  private let chain: [String]

  /// Starts at a file that is loaded already; `chain` is how it was reached.
  init(composition: Composition, path: String, chain: [String]) {
    self.composition = composition
    self.path = path
    self.chain = chain
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
      for diagnostic in reading.diagnostics { composition.report(diagnostic.problem, at: diagnostic.mark) }
      return []
    }
    let place = node["file"]?.mark ?? node.mark
    let file = SourceFiles.resolve(inclusion.file, from: path)
    var chain = chain
    guard composition.isNew(file, after: &chain, key: "include", at: place) else { return [] }
    guard let tree = composition.load(file, askedAt: place) else { return [] }
    let library = Reading(files: composition.files)
    _ = LibraryRoute.form.read(tree, library)
    for diagnostic in library.diagnostics { composition.report(diagnostic.problem, at: diagnostic.mark) }
    guard let route = tree["route"] else { return [] }
    var parameters = ParameterValues(
      declared: tree["parameters"]?.map ?? [], given: node["with"]?.map ?? [], file: file, askedAt: node.mark)
    let filled = parameters.fill(route)
    for diagnostic in parameters.diagnostics { composition.report(diagnostic.problem, at: diagnostic.mark) }
    var inner = Including(composition: composition, path: file, chain: chain)
    let items = inner.expand(filled).list ?? []
    composition = inner.composition
    guard let prefix = inclusion.name else { return items }
    let names = Set(items.flatMap { $0.stepNames })
    return items.map { $0.renamingSteps(names, prefix: prefix) }
  }
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
        "with", \.values, .anything, "Values of its parameters.", absent: "their defaults",
        example: "{ duration: 3 h }"),
    ])
  static let form = map.form(over: Inclusion())
}

/// A library file: `parameters:` and `route:`.
struct LibraryRoute: Equatable, Sendable {
  struct Parameter: Equatable, Sendable {
    var name: String
    var kind = ParameterKind.text
    var fallback = ""
    var meaning = ""
  }
  var about = ""
  var parameters: [Parameter] = []
  var route = ""

  static let parameter = MapForm<Parameter>(
    "parameter", "a parameter", "A parameter of a library route.", hasProvenance: false,
    [
      Field("kind", \.kind, .word, "What its values are.", example: "duration"),
      Field(
        "default", \.fallback, .anything, "Its value when `with` does not give one.", absent: "must be given",
        example: "2 h"),
      Field(
        "meaning", \.meaning, .text, "What it is for.", absent: "empty", example: "how long the wash takes"),
    ])

  static let map = MapForm<LibraryRoute>(
    "library route", "a library route", "A route that scenarios include.", hasProvenance: false,
    [
      Field(
        "about", \.about, .text, "A text for readers.", absent: "empty", example: "Apheresis as in the LUMC."),
      Field(
        "parameters", \.parameters, parameter.named({ Parameter(name: $0) }, name: \.name),
        "Its parameters, by name.",
        absent: "none", example: "{ duration: { kind: duration, default: 2 h } }"),
      Field(
        "route", \.route, .anything, "The entries; `$name` stands for a parameter.",
        example: "[ { step: wash, takes: $duration } ]"),
    ])
  static let form = map.form(over: LibraryRoute())
}

extension Form where Value == String {
  /// A value that is looked at elsewhere.
  static let anything = Form(
    .scalar(
      ScalarKind(
        name: "value", expectation: "a value", range: "as the parameter's kind", schema: .boolean(true))),
    read: { _, _ in "" }, write: { .written($0) })
}

/// What the values of a parameter are.
enum ParameterKind: String, Equatable, Sendable, CaseIterable {
  case duration, law, number, probability, name, text

  /// Whether a value is of the kind; reports when it is not.
  func check(_ node: FileNode, _ reading: Reading) {
    switch self {
    case .duration: _ = Form<TimeLength>.duration.read(node, reading)
    case .law: _ = Form<SpanLaw>.law.read(node, reading)
    case .number: _ = Form<Double>.number.read(node, reading)
    case .probability: _ = Form<Double>.probability.read(node, reading)
    case .name: _ = Form<String>.name.read(node, reading)
    case .text: _ = Form<String>.text.read(node, reading)
    }
  }
}
