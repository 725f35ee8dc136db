import PipelineModel
import Quantities
import Randomness
import Testing

@testable import ScenarioFiles

@Suite struct ExtendsTests {
  static let base = """
    title: Base
    start: 2024-01-01
    horizon: 1 y
    sources: { book: A book }
    facilities:
      lab:
        rooms: { suite: { count: 1, source: book, range: [1, 3] } }
        people: { operator: { fte: 7, calendars: [] } }
    products:
      p:
        patients: { arrive: { poisson: 18 / y } }
        route:
          - step: wash
            takes: { triangular: [1 h, 2 h, 3 h], source: book }
            uses: { suite: 1, operator: 2 }
          - culture: expand
            takes: 9 d
          - infuse: { takes: 1 h }
    """

  static func read(_ change: String, overrides: [String] = []) -> ReadResult {
    ScenarioReader(
      files: .memory(["dir/base.yaml": base, "dir/change.yaml": "extends: base.yaml\n" + change])
    )
    .read(file: "dir/change.yaml", overrides: overrides)
  }

  static func route(_ change: String) throws -> [String] {
    let result = read("products: { p: { route: \(change) } }")
    #expect(result.report().text() == "")
    return try #require(result.scenario).products[0].route.map { part in
      if case .step(let step) = part { "\(step.kind) \(step.name)" } else { "other" }
    }
  }

  @Test("A file that extends another says only what differs")
  func difference() throws {
    let result = Self.read("title: Changed\nfacilities: { lab: { rooms: { suite: { count: 2 } } } }\n")
    #expect(result.report().text() == "")
    let scenario = try #require(result.scenario)
    var expected = try #require(ScenarioReader.read(text: Self.base).scenario)
    expected.title = "Changed"
    expected.facilities[0].resources[0].capacity = .count(2)
    expected.provenance.removeAll { $0.path == "facilities/lab/rooms/suite" }
    #expect(scenario == expected, "the changed number has lost its source and its range")
    #expect(result.locate("facilities/lab/rooms/suite/count").file == "dir/change.yaml")
    #expect(result.locate("products/p/route/wash/takes").file == "dir/base.yaml")
  }

  @Test("A law is replaced whole, with the source that it had")
  func law() throws {
    let scenario = try #require(
      Self.read("products: { p: { route: [ { step: wash, takes: { exponential: 4 h } } ] } }").scenario)
    guard case .step(let wash) = scenario.products[0].route[0] else {
      Issue.record("the first part is a step")
      return
    }
    #expect(wash.takes == SpanLaw(try .exponential(mean: 14_400)))
    #expect(wash.uses == [Claim("suite", 1), Claim("operator", 2)])
    #expect(!scenario.provenance.contains { $0.path.hasPrefix("products") })
  }

  @Test("Of keys that exclude each other the changed one stays")
  func exclusive() throws {
    let scenario = try #require(
      Self.read("facilities: { lab: { people: { operator: { count: 3 } } } }").scenario)
    #expect(scenario.facilities[0].people[0].capacity == .count(3))
  }

  @Test("A route changes by insertion, removal and the names of its entries")
  func routes() throws {
    #expect(
      try Self.route("[ { insert: { after: wash, step: spin, takes: 1 h } } ]") == [
        "step wash", "step spin", "culture expand", "infuse infuse",
      ])
    #expect(
      try Self.route(
        "[ { insert: [ { before: wash, step: a }, { before: infuse, delay: b, takes: 1 h } ] }, { remove: [expand] } ]"
      )
        == ["step a", "step wash", "delay b", "infuse infuse"])
    #expect(try Self.route("[ { step: expand } ]") == ["step wash", "step expand", "infuse infuse"])
    #expect(
      try Self.route("[ { infuse: { takes: 2 h } } ]") == ["step wash", "culture expand", "infuse infuse"])
  }

  @Test(
    "What cannot be changed is named",
    arguments: [
      (
        "products: { p: { route: [ { step: wsh, takes: 1 h } ] } }",
        "dir/change.yaml:2:27: error: the inherited route has no step 'wsh'; did you mean 'wash'?; a new step needs 'insert'"
      ),
      (
        "products: { p: { route: [ { insert: { step: x } } ] } }",
        "dir/change.yaml:2:37: error: an inserted step needs either 'after' or 'before' and the name of a step"
      ),
      (
        "products: { p: { route: [ { insert: { after: wash, step: expand } } ] } }",
        "dir/change.yaml:2:37: error: the route has a step 'expand' already"
      ),
    ])
  func mistakes(change: String, finding: String) {
    let text = Self.read(change).report().text()
    #expect(text.split(separator: "\n").first.map(String.init) == finding)
  }

  @Test("A chain that bites its tail is an error at the place that closes it")
  func cycle() {
    let files = SourceFiles.memory(["a.yaml": "extends: b.yaml\n", "b.yaml": "extends: a.yaml\n"])
    let report = ScenarioReader(files: files).read(file: "a.yaml").report()
    #expect(
      report.text() == """
        b.yaml:1:10: error: 'extends' goes round in a circle: a.yaml → b.yaml → a.yaml
          extends: a.yaml
                   ^^^^^^

        """)
  }

  @Test("A missing base is reported where it is named")
  func missing() {
    let report = ScenarioReader(files: .memory(["a.yaml": "extends: no.yaml\n"])).read(file: "a.yaml")
      .report()
    #expect(report.text().hasPrefix("a.yaml:1:10: error: there is no file 'no.yaml'\n"))
  }

  @Test(
    "Overrides change one value by its path",
    arguments: [
      ("products.p.patients.arrive.poisson=20 / y", "poisson: 20 / y"),
      ("products.p.patients.arrive.every=3 h", "arrive: { every: 3 h }"),
      ("products.p.route.expand.takes=8 d", "culture: expand, takes: 8 d"),
      ("products.p.route.wash.takes={ exponential: 4 h }", "takes: { exponential: 4 h }"),
      ("products.p.route.wash.takes.triangular.2=150 min", "triangular: [1 h, 2.5 h, 3 h]"),
      ("products.p.route.infuse.takes=2 h", "infuse: infuse, takes: 2 h"),
      ("products.p.route.wash.uses.operator=1", "uses: { suite: 1, operator: 1 }"),
      ("facilities.lab.people.operator.count=3", "operator: { count: 3 }"),
      ("facilities.lab.rooms.suite.grade=B", "grade: B"),
      ("title=Other", "title: Other"),
    ])
  func overrides(option: String, text: String) throws {
    let result = Self.read("", overrides: [option])
    #expect(result.report().text() == "")
    let scenario = try #require(result.scenario)
    #expect(ScenarioWriter.text(of: scenario).contains(text), "\(ScenarioWriter.text(of: scenario))")
  }

  @Test(
    "Overrides that lead nowhere say where they lose their way",
    arguments: [
      ("products.q.priority=1", "there is no 'q' under 'products'"),
      ("products.p.pririty=1", "there is no 'pririty' under 'products.p'; did you mean 'priority'?"),
      (
        "products.p.route.expnd.takes=1 d",
        "there is no 'expnd' under 'products.p.route'; did you mean 'expand'?"
      ),
      ("title.x=1", "there is no 'x' under 'title'"),
      (
        "title",
        "expected '--set path=value', such as '--set products.car-t.patients.arrive.poisson=\"20 / y\"'"
      ),
      ("products.p.priority=high", "expected a whole number, such as '0' or '12', but found 'high'"),
    ])
  func lostOverrides(option: String, sentence: String) {
    let report = Self.read("", overrides: [option]).report()
    #expect(report.diagnostics.map(\.sentence) == [sentence])
    #expect(report.diagnostics.first?.mark.file == "--set")
  }

  static let library = """
    parameters:
      duration: { kind: duration, default: 2 h }
      who: { kind: name }
    route:
      - { step: wash, takes: $duration, uses: { $who: 1 } }
      - { step: check, takes: 1 h, fails: { probability: 0.1, then: { again from: wash } } }
    """

  static func including(_ include: String) -> ReadResult {
    let text = "title: T\nstart: 2024-01-01\nhorizon: 1 y\nproducts: { p: { route: [ \(include) ] } }\n"
    return ScenarioReader(files: .memory(["a.yaml": text, "lib/wash.yaml": library])).read(file: "a.yaml")
  }

  @Test("A library route is included with its parameters, twice under two names")
  func include() throws {
    let result = Self.including(
      "{ include: { file: lib/wash.yaml, as: first, with: { who: operator } } }, "
        + "{ include: { file: lib/wash.yaml, as: second, with: { who: nurse, duration: 3 h } } }")
    #expect(result.report().text() == "")
    let text = ScenarioWriter.text(of: try #require(result.scenario))
    #expect(text.contains("{ step: first wash, takes: 2 h, uses: { operator: 1 } }"))
    #expect(text.contains("{ step: second wash, takes: 3 h, uses: { nurse: 1 } }"))
    #expect(text.contains("again from: second wash"))
    #expect(result.locate("products/p/route/first wash").file == "lib/wash.yaml")
  }

  @Test(
    "Parameters are checked",
    arguments: [
      ("{ include: { file: lib/wash.yaml } }", "'lib/wash.yaml' needs the parameter 'who' under 'with'"),
      (
        "{ include: { file: lib/wash.yaml, with: { who: o, durtion: 1 h } } }",
        "no parameter 'durtion' is declared; did you mean 'duration'?"
      ),
      (
        "{ include: { file: lib/wash.yaml, with: { who: o, duration: 4 } } }",
        "expected a duration with a unit, such as '4 h' or '9 d', but found '4'"
      ),
    ])
  func parameters(include: String, sentence: String) {
    #expect(Self.including(include).report().diagnostics.map(\.sentence).contains(sentence))
  }
}
