import PipelineModel
import Testing

@testable import ScenarioFiles

@Suite struct LibraryTests {
  static let library = """
    about: A wash and a rest.
    parameters:
      duration: { kind: duration, default: 2 h, meaning: of the wash, source: book }
      loss: { kind: probability, default: 0.1, meaning: of batches }
      nurses: { kind: count, default: 2 }
      bed: { kind: resource, default: ward-bed, meaning: where the patient lies }
      shelf: { kind: stock, default: bag }
      day: { kind: booked day, default: booked day + 7 d }
    sources: { book: The book of washing }
    route:
      - book: slot
      - step: wash
        on: $day
        takes: $duration
        uses: { nurse: $nurses }
        fails: { what: spilt, probability: $loss, then: { again from: wash }, assumption: as elsewhere }
      - countdown: warning
        starts: 5 d before booked surgery
        takes: 1 h
      - step: surgery
        on: booked day + 20 d
        requires: [wash]
        uses: $bed
        consumes: { $shelf: 1 }
      - store: spare
      - leave: treated
    """

  static let head = """
    title: T
    start: 2024-01-01
    horizon: 1 y
    facilities: { lab: { devices: { ward-bed: { count: 1 } }, people: { nurse: { count: 4 } } } }
    stocks: { bag: { initial: 10 }, spare: { initial: 0 } }
    products:
      p:
        slots: { weekly: { mon: 1 } }
        patients: { arrive: { poisson: 18 / y } }
        route: [
    """

  static func files(_ include: String, extra: String = "") -> SourceFiles {
    .memory(["a.yaml": "\(extra)\(head) \(include) ]\n", "lib/wash.yaml": library])
  }

  static func scenario(_ include: String, extra: String = "") throws -> Scenario {
    let result = ScenarioReader(files: files(include, extra: extra)).read(file: "a.yaml")
    #expect(result.report().text() == "")
    let scenario = try #require(result.scenario)
    let again = ScenarioReader.read(text: ScenarioWriter.text(of: scenario))
    #expect(again.report().text() == "")
    #expect(again.sha256 == result.sha256)
    return scenario
  }

  static func notes(_ scenario: Scenario) -> [String: ProvenanceNote.Kind] {
    let prefix = "products/p/route/"
    return Dictionary(
      scenario.provenance.filter { $0.path.hasPrefix(prefix) }.map {
        (String($0.path.dropFirst(prefix.count)), $0.kind)
      }
    ) { first, _ in first }
  }

  @Test("Defaults keep what the library says of their source")
  func defaults() throws {
    let notes = Self.notes(try Self.scenario("{ include: { file: lib/wash.yaml } }"))
    #expect(notes["wash/takes"] == .source("book"))
    #expect(notes["wash/fails"] == .assumption("as elsewhere"))
  }

  @Test("A value of the scenario drops what the library says of it, and says nothing in its place")
  func bare() throws {
    let notes = Self.notes(
      try Self.scenario("{ include: { file: lib/wash.yaml, with: { loss: 0.3, duration: 3 h } } }"))
    #expect(notes["wash/fails"] == nil)
    #expect(notes["wash/takes"] == nil)
  }

  @Test("A value brings its own note, or that of its 'with'")
  func own() throws {
    let notes = Self.notes(
      try Self.scenario(
        "{ include: { file: lib/wash.yaml, with: { loss: { fixed: 0.3, source: book }, duration: 3 h, assumption: seen here } } }"
      ))
    #expect(notes["wash/fails"] == nil)
    #expect(notes["wash/fails/probability"] == .source("book"))
    #expect(notes["wash/takes"] == .assumption("seen here"))
  }

  @Test("The sources of a library file are the scenario's too, and the scenario's win")
  func sources() throws {
    let plain = try Self.scenario("{ include: { file: lib/wash.yaml } }")
    #expect(plain.citations == [Citation(name: "book", text: "The book of washing")])
    let own = try Self.scenario(
      "{ include: { file: lib/wash.yaml } }", extra: "sources: { book: Another book, film: A film }\n")
    #expect(own.citations.map(\.text) == ["Another book", "A film"])
  }

  @Test("'as' renames entries wherever they are named, and neither stocks nor reasons to leave")
  func renaming() throws {
    let scenario = try Self.scenario("{ include: { file: lib/wash.yaml, as: first } }")
    let route = scenario.products[0].route
    let names = route.compactMap { if case .step(let step) = $0 { step.name } else { nil } }
    #expect(names == ["first wash", "first surgery"])
    guard case .countdown(let countdown) = route[2], case .step(let wash) = route[1] else {
      Issue.record("the route has other entries: \(route)")
      return
    }
    #expect(countdown.name == "first warning")
    #expect(countdown.event == "first surgery")
    if case .step(let surgery) = route[3] { #expect(surgery.requires == ["first wash"]) }
    #expect(wash.fails.map(\.then) == [.againFrom("first wash")])
    #expect(route[4] == .store(Storing(stock: "spare", yields: try .fixed(1))))
    #expect(route[5] == .leave(name: "treated"))
    #expect(ScenarioRules.findings(in: scenario).filter { $0.severity == .error }.isEmpty)
  }

  @Test(
    "Kinds of parameters are checked where the value stands",
    arguments: [
      (
        "nurses: 1.5",
        "expected a whole number, such as '0' or '12', but found '1.5': it must be a whole number"
      ),
      (
        "shelf: lab/bag",
        "'lab/bag' cannot be a name: it is empty, or has '.', '/', ':' or spaces at its ends"
      ),
      ("bed: a/b/c", "'a/b/c' cannot be a name: it is empty, or has '.', '/', ':' or spaces at its ends"),
      ("day: tomorrow", "'tomorrow'"),
    ])
  func kinds(value: String, sentence: String) {
    let files = Self.files("{ include: { file: lib/wash.yaml, with: { \(value) } } }")
    let report = ScenarioReader(files: files).read(file: "a.yaml").report()
    #expect(report.diagnostics.contains { $0.sentence.contains(sentence) && $0.mark.file == "a.yaml" })
  }

  @Test("A resource of another facility can be a value")
  func elsewhere() throws {
    let extra = "about: x\n"
    let scenario = try Self.scenario(
      "{ include: { file: lib/wash.yaml, with: { bed: lab/ward-bed } } }", extra: extra)
    #expect(ScenarioRules.findings(in: scenario).filter { $0.severity == .error }.isEmpty)
  }

  @Test("What the facility lacks is told at the include, with the parameter that names another")
  func lacks() {
    let text = Self.files("{ include: { file: lib/wash.yaml } }")
    let head = Self.head.replacing("ward-bed:", with: "couch:")
    let files = SourceFiles.memory([
      "a.yaml": "\(head) { include: { file: lib/wash.yaml } } ]\n", "lib/wash.yaml": Self.library,
    ])
    #expect(!ScenarioCheck.check(file: "a.yaml", files: text).report.hasErrors)
    let found = ScenarioCheck.check(file: "a.yaml", files: files).report.diagnostics.map {
      "\($0.mark.file):\($0.mark.line): \($0.sentence)"
    }
    #expect(
      found.contains(
        "a.yaml:10: 'lib/wash.yaml' needs something that is not there: 'lab' has no room, device or role 'ward-bed'; "
          + "add it, or name another under 'with: { bed: … }'"), "\(found)")
    #expect(
      found.contains("lib/wash.yaml:6: 'lab' has no room, device or role 'ward-bed'"), "\(found)")
  }

  @Test("A library file is read by itself, with its defaults")
  func alone() throws {
    let files = Self.files("")
    #expect(LibraryFile.isLibrary("lib/wash.yaml", files: files))
    #expect(!LibraryFile.isLibrary("a.yaml", files: files))
    let library = LibraryFile.check(file: "lib/wash.yaml", files: files)
    #expect(library.report.text() == "")
    #expect(library.name == "wash")
    #expect(library.parameters.map(\.name) == ["duration", "loss", "nurses", "bed", "shelf", "day"])
    #expect(library.parameters[0].standard == "2 h")
    #expect(library.parameters[0].provenance == .source("book"))
    #expect(library.citations.map(\.name) == ["book"])
    let route = try #require(library.route)
    let included = try Self.scenario("{ include: { file: lib/wash.yaml } }").products[0].route
    #expect(route == included)
  }

  @Test("What is wrong with a library file is told at its place, without a scenario around it")
  func wrong() {
    let text = Self.library.replacing("again from: wash", with: "again from: wsh")
      .replacing("takes: $duration", with: "takes: $duraton")
    let library = LibraryFile.check(file: "w.yaml", files: .memory(["w.yaml": text]))
    #expect(library.route == nil)
    #expect(
      library.report.diagnostics.map(\.sentence).contains(
        "no parameter 'duraton' is declared; did you mean 'duration'?"))
    let step = LibraryFile.check(
      file: "w.yaml",
      files: .memory(["w.yaml": Self.library.replacing("again from: wash", with: "again from: wsh")]))
    #expect(step.report.hasErrors)
    #expect(step.report.text().contains("did you mean 'wash'?"))
  }

  @Test("A parameter without a default gets a stand-in and is said to need a value")
  func standIns() throws {
    let text = Self.library.replacing("kind: resource, default: ward-bed,", with: "kind: resource,")
    let library = LibraryFile.check(file: "w.yaml", files: .memory(["w.yaml": text]))
    #expect(library.report.text() == "")
    #expect(library.standIns == ["bed"])
    #expect(library.parameters[3].standard == nil)
  }

  @Test("A library file that is run as a scenario is one error that says what it is")
  func asScenario() {
    let report = ScenarioReader(files: Self.files("")).read(file: "lib/wash.yaml").report()
    #expect(report.diagnostics.count == 1)
    #expect(report.text().contains("this is a library file, not a scenario"))
  }
}
