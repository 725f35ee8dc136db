import PipelineModel
import Testing

@testable import ScenarioFiles

@Suite struct RemovalTests {
  static let base = """
    title: Base
    start: 2024-01-01
    horizon: 1 y
    sources: { book: A book, film: A film }
    sites: { town: { country: NL, source: book }, city: { country: SE } }
    calendars: { day: { days: mon-fri, hours: 07:00-17:00 }, night: { days: mon-fri, hours: 19:00-23:00 } }
    leave: { july: { from: 07-01, to: 07-31, present: 0.5 }, may: { from: 05-01, to: 05-10, present: 0.5 } }
    facilities:
      lab:
        rooms: { suite: { count: 1 }, annexe: { count: 2 } }
        devices: { incubator: { count: 1 }, freezer: { count: 1 } }
        people: { operator: { fte: 7 }, analyst: { count: 2 } }
      mill: { rooms: { hall: { count: 1 } } }
    transport: { road: { takes: 1 h }, river: { takes: 2 h } }
    stocks: { bag: { initial: 3 }, box: { initial: 4 } }
    training: { course: { intake: { poisson: 6 / y }, takes: 20 wk }, talk: { intake: { poisson: 6 / y }, takes: 1 d } }
    products:
      p:
        patients:
          arrive: { poisson: 18 / y }
          clocks: { death: { hazard: 2 % / y }, relapse: { hazard: 3 % / y } }
        route:
          - { step: wash, takes: 1 h, uses: { suite: 1, operator: 2 } }
          - parallel: tests
            branches: { a: [ { step: a, takes: 1 h } ], b: [ { step: b, takes: 1 h } ] }
      q: { route: [ { step: rinse, takes: 1 h } ] }
    """

  static func read(_ change: String) -> ReadResult {
    ScenarioReader(files: .memory(["base.yaml": base, "change.yaml": "extends: base.yaml\n" + change]))
      .read(file: "change.yaml")
  }

  static func names(_ change: String) throws -> Set<String> {
    let result = read(change)
    #expect(result.report().text() == "")
    let scenario = try #require(result.scenario)
    let product = scenario.products[0]
    var names =
      scenario.citations.map(\.name) + scenario.sites.map(\.name) + scenario.calendars.map(\.name)
      + scenario.leave.map(\.name)
    names += scenario.facilities.map(\.name) + scenario.facilities.flatMap(\.resources).map(\.name)
    names += scenario.transport.map(\.name) + scenario.stocks.map(\.name) + scenario.training.map(\.name)
    names += scenario.products.map(\.name) + (product.patients?.clocks.map(\.name) ?? [])
    for part in product.route {
      switch part {
      case .step(let step): names += step.uses.map { "claim \($0.name)" }
      case .parallel(let parallel): names += parallel.branches.map { "branch \($0.name)" }
      default: break
      }
    }
    return Set(names)
  }

  @Test(
    "A name is taken out of any map of names, and nothing else is",
    arguments: [
      ("sources: { remove: film }", "film"), ("sites: { remove: city }", "city"),
      ("calendars: { remove: [night] }", "night"), ("leave: { remove: may }", "may"),
      ("facilities: { remove: mill }", "mill"),
      ("facilities: { lab: { rooms: { remove: annexe } } }", "annexe"),
      ("facilities: { lab: { devices: { remove: [freezer] } } }", "freezer"),
      ("facilities: { lab: { people: { remove: analyst } } }", "analyst"),
      ("transport: { remove: river }", "river"), ("stocks: { remove: box }", "box"),
      ("training: { remove: talk }", "talk"), ("products: { remove: q }", "q"),
      ("products: { p: { patients: { clocks: { remove: relapse } } } }", "relapse"),
      ("products: { p: { route: [ { step: wash, uses: { remove: suite } } ] } }", "claim suite"),
      ("products: { p: { route: [ { parallel: tests, branches: { remove: b } } ] } }", "branch b"),
    ])
  func remove(change: String, gone: String) throws {
    var expected = try Self.names("title: Base\n")
    #expect(expected.remove(gone) != nil)
    if gone == "mill" { expected.remove("hall") }
    #expect(try Self.names(change) == expected)
  }

  @Test("What is removed and given again is new, without anything of what it was")
  func replaced() throws {
    let result = Self.read("facilities: { lab: { people: { remove: operator, operator: { count: 3 } } } }\n")
    #expect(result.report().text() == "")
    let people = try #require(result.scenario).facilities[0].people
    #expect(people.first { $0.name == "operator" }?.capacity == .count(3))
  }

  @Test("A chain of files takes names out one after the other")
  func chain() throws {
    let files = SourceFiles.memory([
      "base.yaml": Self.base, "middle.yaml": "extends: base.yaml\nproducts: { remove: q }\n",
      "change.yaml": "extends: middle.yaml\nproducts: { q: { route: [ { step: dry, takes: 1 h } ] } }\n",
    ])
    let result = ScenarioReader(files: files).read(file: "change.yaml")
    #expect(result.report().text() == "")
    let scenario = try #require(result.scenario)
    #expect(scenario.products.map(\.name) == ["p", "q"])
    #expect(scenario.products[1].route == [.step(Step("dry", takes: SpanLaw(try .fixed(3_600))))])
  }

  @Test(
    "What cannot be removed is told at its place",
    arguments: [
      ("stocks: { remove: [box, bagg] }", "2:25: there is no 'bagg' to remove here; did you mean 'bag'?"),
      ("stocks: { remove: { bag: 1 } }", "2:19: expected a name, or a list of names, but found a map"),
      ("stocks: { remove: }", "2:11: expected a name, or a list of names, but found nothing"),
      (
        "facilities: { new: { rooms: { remove: suite } } }",
        "2:31: 'remove' changes what a file inherits by 'extends', but nothing is inherited here; it cannot be a name"
      ),
    ])
  func mistakes(change: String, finding: String) {
    let report = Self.read(change).report()
    #expect(
      report.diagnostics.map { "\($0.mark.line):\($0.mark.column): \($0.sentence)" }.contains {
        $0 == finding
      })
  }

  @Test("Nothing can be called 'remove'")
  func reserved() {
    let text = Self.base.replacing("q: { route:", with: "remove: { route:")
    #expect(ScenarioReader.read(text: text).report().hasErrors)
  }

  @Test("Who still needs what was removed is told who removed it")
  func needed() {
    let files = SourceFiles.memory([
      "base.yaml": Self.base,
      "change.yaml": "extends: base.yaml\nfacilities: { lab: { rooms: { remove: suite } } }\n",
    ])
    let text = ScenarioCheck.check(file: "change.yaml", files: files).report.text()
    #expect(text.contains("no facility has a room, device or role 'suite'; it is removed in change.yaml:2"))
  }
}
