import PipelineModel
import Testing

@testable import ScenarioFiles

@Suite struct RangeTests {
  static let head = "title: T\nstart: 2024-01-01\nhorizon: 1 y\n"

  static func ranges(_ text: String, overrides: [String] = []) -> [RangedNumber] {
    ScenarioReader.read(text: head + text, overrides: overrides).ranges
  }

  static func findings(_ text: String, overrides: [String] = []) -> [String] {
    ScenarioReader.read(text: head + text, overrides: overrides).diagnostics.map {
      "\($0.mark.line):\($0.mark.column): \($0.severity): \($0.sentence)"
    }
  }

  static func room(_ keys: String) -> String { "facilities: { lab: { rooms: { suite: { \(keys) } } } }" }
  static func step(_ keys: String) -> String { "products: { p: { route: [ { step: s, \(keys) } ] } }" }
  static func role(_ keys: String) -> String { "facilities: { lab: { people: { op: { \(keys) } } } }" }

  @Test("A range beside several numbers is of the one that its bounds can replace and that lies between them")
  func oneOfSeveral() throws {
    let number = try #require(
      Self.ranges(
        Self.role("fte: 10, productive: 1450 h / y, attrition: 18 % / y, range: [6, 14], assumption: a guess")
      ).first)
    #expect(number.places.map(\.path) == ["facilities.lab.people.op.fte"])
    #expect((number.low, number.base, number.high) == ("6", "10", "14"))
    #expect(number.title == "fte · lab op")
    #expect(number.kind == .assumption("a guess"))
    #expect(number.overrides(at: .low) == ["facilities.lab.people.op.fte=6"])
    #expect(number.overrides(at: .high) == ["facilities.lab.people.op.fte=14"])
  }

  @Test("A number can have a range of its own beside others of its kind")
  func noted() throws {
    let numbers = Self.ranges(
      Self.role(
        "fte: 10, attrition: { fixed: 18 % / y, range: [10 % / y, 25 % / y], source: survey }, range: [6, 14]"
      ))
    #expect(numbers.map(\.words) == ["fte", "attrition"])
    #expect(numbers.map(\.kind) == [.unstated, .source("survey")])
    #expect(numbers[1].overrides(at: .high) == ["facilities.lab.people.op.attrition=25 % / y"])
  }

  @Test("Numbers with a nearer note are not meant")
  func nearerNote() throws {
    let text = Self.room(
      "count: 2, changeover: { same product: 3 h, other product: 5 h, assumption: cleaning }, range: [1, 4]")
    #expect(Self.ranges(text).map(\.words) == ["count"])
  }

  static let laws: [(law: String, range: String, low: String, high: String, base: String)] = [
    ("takes: { fixed: 4 d, range: [3 d, 5 d] }", "value", "{ fixed: 3 d }", "{ fixed: 5 d }", "4 d"),
    (
      "takes: { lognormal: { median: 5 mo, sigma: 0.35 }, range: [3 mo, 7 mo] }", "median",
      "{ lognormal: { median: 3 mo, sigma: 0.35 } }", "{ lognormal: { median: 7 mo, sigma: 0.35 } }", "5 mo"
    ),
    (
      "takes: { triangular: [6 mo, 9 mo, 12 mo], range: [4.5 mo, 18 mo] }", "median",
      "{ triangular: [3 mo, 4.5 mo, 6 mo] }", "{ triangular: [12 mo, 18 mo, 24 mo] }", "9 mo"
    ),
    (
      "takes: { uniform: [2 wd, 4 wd], range: [1.5 wd, 6 wd] }", "median", "{ uniform: [1 wd, 2 wd] }",
      "{ uniform: [4 wd, 8 wd] }", "3 wd"
    ),
    (
      "takes: { gamma: { mean: 6 h, shape: 1 }, range: [2 h, 8 h] }", "median", "{ gamma: { mean: 2.88539",
      "{ gamma: { mean: 11.54156", "4.16 h"
    ),
  ]

  @Test("The range of a law is of its median: other times are scaled alike, the shape stays", arguments: laws)
  func law(_ law: (law: String, range: String, low: String, high: String, base: String)) throws {
    let number = try #require(Self.ranges(Self.step(law.law)).first)
    #expect(number.meaning.rawValue == law.range && number.base == law.base)
    let path = "products.p.route.s.takes="
    #expect(number.overrides(at: .low)[0].hasPrefix(path + law.low))
    #expect(number.overrides(at: .high)[0].hasPrefix(path + law.high))
  }

  @Test("A scenario with an end of a range has the median that the bound says", arguments: laws)
  func medianOfEnd(_ law: (law: String, range: String, low: String, high: String, base: String)) throws {
    let text = Self.step(law.law)
    let number = try #require(Self.ranges(text).first)
    for (end, bound) in [(RangedNumber.End.low, number.low), (.high, number.high)] {
      let changed = ScenarioReader.read(text: Self.head + text, overrides: number.overrides(at: end))
      #expect(changed.diagnostics.isEmpty)
      let part = try #require(changed.scenario?.products.first?.route.first)
      guard case .step(let step) = part else {
        Issue.record("the route begins with a step")
        continue
      }
      let median = try #require(step.takes?.law.median)
      let wanted = try #require(Magnitude(bound)?.value)
      #expect(abs(median - wanted) < 1e-6 * wanted)
    }
  }

  static let training = """
    training:
      course:
        intake: { poisson: 20 / y, range: [10 / y, 30 / y] }
        takes: 1 y
        stays: { fixed: 0.4, range: [0.2, 0.6] }
        becomes:
          range: [0.1, 0.4]
          lab/op: { probability: 0.05, independent after: { fixed: 3 mo, assumption: short } }
          lab/qc: 0.15
    """

  @Test("The range of a map of names is of the sum of its numbers, which change alike")
  func sum() throws {
    let numbers = Self.ranges(Self.training)
    #expect(numbers.map(\.words) == ["intake", "stays", "becomes"])
    let sum = numbers[2]
    #expect(sum.meaning == .sum && sum.base == "0.2" && sum.title == "becomes · course")
    #expect(
      sum.overrides(at: .low) == [
        "training.course.becomes.lab/op.probability=0.025", "training.course.becomes.lab/qc=0.075",
      ])
    #expect(
      sum.overrides(at: .high) == [
        "training.course.becomes.lab/op.probability=0.1", "training.course.becomes.lab/qc=0.3",
      ])
    let high = ScenarioReader.read(text: Self.head + Self.training, overrides: sum.overrides(at: .high))
    #expect(high.scenario?.training.first?.becomes.map(\.probability) == [0.1, 0.3])
  }

  @Test("A range that an anchor brings to several places is one number that changes in all of them")
  func shared() throws {
    let text = """
      facilities:
        a: { people: { op: { count: 2, attrition: &leave { fixed: 10 % / y, range: [5 % / y, 20 % / y] } } } }
        b: { people: { op: { count: 3, attrition: *leave } } }
      """
    let numbers = Self.ranges(text)
    let number = try #require(numbers.first)
    #expect(numbers.count == 1 && number.title == "attrition · a op and 1 more")
    #expect(
      number.overrides(at: .low) == [
        "facilities.a.people.op.attrition=5 % / y", "facilities.b.people.op.attrition=5 % / y",
      ])
    #expect(number.isBelow("facilities.b") && !number.isBelow("facilities.bc"))
  }

  @Test("A number that --set or another file changes is no longer the one that was bounded")
  func changed() {
    let text = Self.room("count: 2, changeover: { same product: 3 h }, range: [1, 4], assumption: a guess")
    #expect(Self.ranges(text).count == 1)
    let changed = ["facilities.lab.rooms.suite.count=9"]
    #expect(Self.ranges(text, overrides: changed).isEmpty)
    #expect(Self.findings(text, overrides: changed).isEmpty)
    let files = SourceFiles.memory([
      "base.yaml": Self.head + text,
      "more.yaml": "extends: base.yaml\nfacilities: { lab: { rooms: { suite: { count: 9 } } } }\n",
    ])
    let more = ScenarioReader(files: files).read(file: "more.yaml")
    #expect(more.ranges.isEmpty && more.diagnostics.isEmpty)
    let notes = more.scenario?.provenance ?? []
    #expect(notes.contains { $0.kind == .assumption("a guess") } && notes.allSatisfy { $0.range.isEmpty })
  }

  @Test("A number with a note can be replaced by a map, in another file and by --set")
  func replacedByMap() throws {
    let base = Self.head + Self.role("count: 2, attrition: { fixed: 10 % / y, range: [5 % / y, 20 % / y] }")
    let files = SourceFiles.memory([
      "base.yaml": base,
      "more.yaml":
        "extends: base.yaml\nfacilities: { lab: { people: { op: { attrition: { rate: 18 % / y, "
        + "periods: [ { from: 2024-02-01, until: 2024-03-01, factor: 3, range: [2, 5] } ] } } } } }\n",
    ])
    let more = ScenarioReader(files: files).read(file: "more.yaml")
    #expect(more.diagnostics.isEmpty)
    #expect(more.ranges.map(\.words) == ["attrition periods 1 factor"])
    let path = "facilities.lab.people.op.attrition.rate=9 % / y"
    let set = ScenarioReader.read(text: base, overrides: [path])
    #expect(set.diagnostics.isEmpty && set.ranges.isEmpty)
  }
}
