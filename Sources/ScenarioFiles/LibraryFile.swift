import PipelineModel

/// A library file by itself: its route with the defaults of its parameters, and everything that is wrong with it.
public struct LibraryFile: Sendable {
  /// One parameter of the file.
  public struct Parameter: Hashable, Sendable {
    /// Its name, without `$`.
    public let name: String
    /// What its values are: `duration`, `resource` and so on.
    public let kind: String
    /// The default as the file has it; nil where `with` has to give a value.
    public let standard: String?
    /// What it is for.
    public let meaning: String
    /// Where the default comes from.
    public let provenance: ProvenanceNote.Kind
  }

  /// The file as it was given.
  public let file: String
  /// `about:`.
  public let about: String
  /// `parameters:` in the order of the file.
  public let parameters: [Parameter]
  /// The parameters without a default, for which the route has stand-ins.
  public let standIns: [String]
  /// The route, its includes written out; nil where there is an error.
  public let route: [RoutePart]?
  /// `sources:` of the file and of those that it includes.
  public let citations: [Citation]
  /// Where the numbers of the route come from; paths start at the route.
  public let provenance: [ProvenanceNote]
  /// What was found, in the order of the files.
  public let report: DiagnosticReport

  /// The name of the file without folder and ending: the name of its route.
  public var name: String { Self.name(of: file) }

  /// Whether a file is a library file: it has a `route` and nothing that only a scenario has.
  public static func isLibrary(_ path: String, files: SourceFiles = .disk) -> Bool {
    var composition = Composition(files: files)
    return composition.load(path, askedAt: nil)?.isLibrary ?? false
  }

  /// Reads a library file with the defaults of its parameters and looks at its route with those rules that need
  /// nothing beside it.
  public static func check(file path: String, files: SourceFiles = .disk) -> LibraryFile {
    var composition = Composition(files: files)
    let resolved = SourceFiles.resolve(path, from: "")
    guard let tree = composition.load(path, askedAt: nil)?.raised(by: Composition.layersOfFile - 1) else {
      return LibraryFile(
        file: path, about: "", parameters: [], standIns: [], route: nil, citations: [], provenance: [],
        report: DiagnosticReport(composition.diagnostics, library: composition.library))
    }
    let head = Reading(files: files)
    let declared = LibraryRoute.form.read(tree, head) ?? LibraryRoute()
    composition.collect(citationsOf: tree)
    var values = ParameterValues(
      declared: tree["parameters"]?.map ?? [], given: nil, file: path, askedAt: nil)
    let filled = values.fill(tree["route"] ?? FileNode(content: .list([]), mark: tree.mark))
    var including = Including(composition: composition, path: path, chain: [resolved])
    let route = including.expand(filled)
    composition = including.composition
    var root = FileNode(content: .map([]), mark: tree.mark)
    composition.addCitations(to: &root)
    let reading = Reading(files: files)
    let name = name(of: path)
    let parts = reading.enter("products", at: tree.mark) {
      reading.enter(name, at: tree.mark) {
        reading.enter("route", at: route.mark) { Form<[RoutePart]>.route.read(route, reading) }
      }
    }
    let citations =
      root["sources"].flatMap { ScenarioText.citations.read($0, Reading(files: files)) } ?? []
    let texts = composition.diagnostics + head.diagnostics + values.diagnostics + reading.diagnostics
    let result = ReadResult(
      scenario: nil, partial: nil, library: composition.library, diagnostics: texts, marks: reading.marks,
      start: tree.mark)
    let isSound = !texts.contains { $0.severity == .error }
    var stage = Stage(route: parts ?? [], name: name)
    stage.scenario.citations = citations
    stage.scenario.provenance = reading.notes
    let findings = isSound ? stage.findings : []
    let told = findings.compactMap { finding -> Diagnostic? in
      var mark = result.locate(finding.path)
      if case .unused(_, let name, _) = finding.problem {
        // What a file below cites for a number that this one gives is no mistake of either.
        guard let entry = tree["sources"]?.entry(name) else { return nil }
        mark = entry.keyMark
      }
      let near = finding.unknownName.map { NearNames.near($0.name, among: $0.known) } ?? []
      return Diagnostic(
        .rule(finding.sentence, near: near, isWarning: finding.severity == .warning),
        at: mark)
    }
    let report = result.report(adding: told)
    let prefix = "products/\(name)/route/"
    return LibraryFile(
      file: path, about: declared.about,
      parameters: declared.parameters.map { Parameter($0, in: tree, notes: head.notes) },
      standIns: values.standIns, route: report.hasErrors ? nil : parts, citations: citations,
      provenance: reading.notes.filter { $0.path.hasPrefix(prefix) }.map {
        ProvenanceNote(path: String($0.path.dropFirst(prefix.count)), kind: $0.kind, range: $0.range)
      }, report: report)
  }

  private static func name(of path: String) -> String {
    let last = path.split(separator: "/").last.map(String.init) ?? path
    let name = last.hasSuffix(".yaml") ? String(last.dropLast(5)) : last
    return NamedEntries.isName(name) ? name : "route"
  }
}

extension LibraryFile.Parameter {
  fileprivate init(_ parameter: LibraryRoute.Parameter, in tree: FileNode, notes: [ProvenanceNote]) {
    name = parameter.name
    kind = parameter.kind.rawValue
    meaning = parameter.meaning
    let node = tree["parameters"]?[parameter.name]
    let value = node?["default"]
    standard = value.map { YAMLText.inline($0.without(ProvenanceKeys.names).bareNumber) }
    let own = value?.map.flatMap { ProvenanceKeys.read(in: $0, Reading(files: .memory([:]))) }
    let note = notes.first { $0.path == "parameters/\(parameter.name)" }
    provenance = own?.statements.first?.kind ?? note?.kind ?? .unstated
  }
}

extension FileNode {
  /// `2 h` where `{ fixed: 2 h }` stands.
  fileprivate var bareNumber: FileNode { notedNumber ?? self }
}

/// A scenario in which the route of a library file stands alone, so that rules can look at it.
private struct Stage {
  var scenario: Scenario

  init(route: [RoutePart], name: String) {
    scenario = Scenario(title: name, start: Placeholder.instant, horizon: Placeholder.moment)
    var product = Product(name: name)
    product.route = route
    scenario.products = [product]
  }

  /// What is wrong with the route whatever stands around it; it may be a part of one only.
  var findings: [Finding] {
    ScenarioRules.findings(in: scenario).filter { finding in
      switch finding.problem {
      case .unknownName(.part, _, _), .unknownName(.citation, _, _), .duplicateName(.part, _),
        .duplicateFailure, .unused(.citation, _, _), .tooManyClaims, .probabilitiesAboveOne,
        .fractionOutOfRange,
        .countOutOfRange, .notPositive, .negativeValues, .meanBelowTicks, .lawNotDrawable, .workingDays,
        .lengthOutOfRange, .noTime, .limitBelowShortest, .limitBelowMedian, .tooManyParts, .secondPart,
        .datedTooEarly, .countdownToEarlier, .endless:
        true
      default: false
      }
    }
  }
}
