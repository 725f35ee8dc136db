import Foundation
import PipelineModel
import Quantities
import Randomness
import Reporting
import Testing

@Suite struct RouteDiagramTests {
  static func step(_ name: String, _ kind: Step.Kind = .step, hours: Double = 2) throws -> Step {
    Step(name, kind: kind, takes: SpanLaw(try .fixed(hours * 3_600)), uses: [Claim("operator", 2)])
  }

  /// Collection, a hold, a batch with a culture that may fail, tests side by side, a decision, an infusion.
  static func route() throws -> [RoutePart] {
    var collection = try step("collection")
    collection.marks = "collection"
    var culture = try step("expand", .culture, hours: 240)
    culture.fails = [FailureRule(probability: 0.05, then: .remake)]
    culture.meanwhile = [.step(try step("record", .review))]
    var test = try step("sterility", .assay)
    test.fails = [
      FailureRule(probability: 0.01, then: .repeatStep), FailureRule(probability: 0.02, then: .collectAgain),
    ]
    test.passes = PassRule(0.9, otherwise: .lose(reason: "too ill"))
    let tests = ParallelBranches(
      "tests",
      branches: [
        .init(name: "sterility", route: [.step(test)]),
        .init(name: "identity", route: [.step(try step("flow", .assay))]),
      ])
    var release = Release("release", stage1: [.parallel(tests), .step(try step("qp", .certify))])
    release.stage2 = [.step(try step("late test", .assay))]
    release.positiveAfterInfusion = 0.01
    let care = Choice(
      "care",
      arms: [.init(name: "intensive care", probability: 0.2, route: [.step(try step("unit", .delay))])])
    return [
      .step(collection), .hold(HoldLimit("fresh", atMost: .hours(48), then: .collectAgain, until: "wash")),
      .makeBatch(MakeBatch()), .step(try step("wash")),
      .countdown(Countdown("conditioning", before: .days(5), event: "infusion")), .step(culture),
      .release(release),
      .step(try step("infusion", .infuse)), .choose(care), .leave(name: "treated"),
    ]
  }

  @Test("Every entry of a route stands in the picture once, with a title and a description")
  func complete() throws {
    let pictures = RouteDiagram(of: "cells", route: try Self.route()).pictures
    #expect(pictures.count == 2)
    let parsed = WellFormed("<all>\(pictures.joined())</all>")
    #expect(parsed.complaint == nil)
    #expect(parsed.elements.filter { $0 == "title" }.count == 2)
    #expect(parsed.elements.filter { $0 == "desc" }.count == 2)
    for words in [
      ">collection<", ">hold: fresh<", ">make: batch<", ">wash<", ">culture: expand<", ">review: record<",
      ">assay: sterility<", ">assay: flow<", ">certify: qp<", ">release<", ">assay: late test<", ">infusion<",
      ">care<", ">delay: unit<", ">leave: treated<", ">countdown:<",
    ] {
      #expect(pictures.joined().components(separatedBy: words).count == 2, "\(words)")
    }
    for words in [
      "5 % fail: a new batch", "2 % fail: collect", "20 % intensive care", "80 % go straight on",
      "in parallel: tests",
    ] {
      #expect(parsed.text.contains(words), "\(words)")
    }
  }

  @Test("Failures lead back to where it begins again, limits to the start that they have to reach")
  func ways() throws {
    let pictures = RouteDiagram(of: "cells", route: try Self.route()).pictures
    let parsed = WellFormed("<all>\(pictures.joined())</all>")
    func count(_ style: String) -> Int {
      parsed.attributes.filter { $0.name == "class" && $0.value == style }.count
    }
    // The picture has two sheets; what crosses from one to the other is drawn on both. A remake and a new collection, and out for who is too ill.
    #expect(count("fault-tip") == 3)
    #expect(count("return out") == 1)
    #expect(count("limit-tip") == 1)
    #expect(count("count-tip") == 1)
    #expect(count("joint") == 3)
    #expect(count("node choice") == 1)
    let lanes = ["Patient and ward", "Production", "Quality control", "Record and release"]
    for lane in lanes { #expect(parsed.text.contains(lane)) }
  }

  @Test("Boxes keep to their rows: none lies over another")
  func apart() throws {
    let pictures = RouteDiagram(of: "cells", route: try Self.route()).pictures
    var count = 0
    for picture in pictures {
      let boxes = Self.boxes(of: picture)
      count += boxes.count
      for (above, below) in zip(boxes, boxes.dropFirst()) { #expect(above.y + above.height + 4 < below.y) }
    }
    #expect(count == 15)
  }

  /// The boxes of entries in one picture, in its order.
  private static func boxes(of picture: String) -> [(y: Double, height: Double)] {
    WellFormed("<all>\(picture)</all>").rectangles.compactMap { rectangle in
      guard rectangle["class"]?.hasPrefix("node") == true, let y = rectangle["y"].flatMap(Double.init),
        let height = rectangle["height"].flatMap(Double.init)
      else { return nil }
      return (y, height)
    }
  }

  @Test("A long route is cut into sheets that fit on a page, and nothing is lost")
  func sheets() throws {
    let route = try (1...60).map { RoutePart.step(try Self.step("touch \($0)")) }
    let pictures = RouteDiagram(of: "cells", route: route).pictures
    #expect(pictures.count > 2)
    for (index, picture) in pictures.enumerated() {
      let parsed = WellFormed(picture)
      #expect(parsed.complaint == nil)
      let size = try #require(parsed.attributes.first { $0.name == "viewBox" }).value.split(separator: " ")
        .compactMap {
          Double($0)
        }
      #expect(size[3] <= 1_400)
      #expect(parsed.text.contains("sheet \(index + 1) of \(pictures.count)"))
    }
    let all = pictures.joined()
    for number in 1...60 { #expect(all.contains(">touch \(number)<"), "\(number)") }
  }

  @Test("A route of nothing and hostile names give a page all the same")
  func hostile() throws {
    #expect(RouteDiagram(of: "", route: []).pictures.isEmpty)
    let bad = "</text>\"'&\u{1}\u{202E}" + String(repeating: "x", count: 300)
    var step = try Self.step(bad)
    step.fails = [
      FailureRule(probability: 1, then: .goTo(bad)), FailureRule(probability: 1, then: .againFrom("nowhere")),
    ]
    let nested = ParallelBranches(
      bad,
      branches: [
        .init(name: bad, route: [.parallel(ParallelBranches("empty", branches: []))]),
        .init(name: "", route: []),
      ])
    let route: [RoutePart] = [
      .step(step), .parallel(nested), .choose(Choice(bad, arms: [])),
      .hold(HoldLimit(bad, atMost: .hours(1), until: "nowhere")),
      .countdown(Countdown(bad, before: .days(1), event: "nowhere")),
      .store(Storing(stock: bad, yields: try .fixed(1))),
      .release(Release(bad, stage1: [])), .separate(name: bad),
    ]
    let page = RoutePage(
      title: bad, about: bad, facts: [bad],
      routes: [
        .init(name: bad, title: bad, lines: [bad], parts: route), .init(name: "", title: "", parts: []),
      ],
      listings: [
        .init(id: "list", title: bad, columns: [bad], rows: [[bad]]),
        .init(id: "none", title: "", columns: [], rows: []),
      ])
    let parsed = WellFormed(page.text)
    #expect(parsed.complaint == nil)
    #expect(parsed.elements.filter { $0 == "script" }.count == 1)
    #expect(RouteText.lines(route).count >= 8)
  }

  @Test("The page of a route shows it as a picture and as a table, the same every time")
  func page() throws {
    let page = RoutePage(
      title: "Cells", about: "", facts: ["x"],
      routes: [.init(name: "p", title: "Cells", parts: try Self.route())])
    #expect(page.text == page.text)
    let parsed = WellFormed(page.text)
    #expect(parsed.complaint == nil)
    #expect(parsed.elements.contains("svg"))
    #expect(parsed.elements.filter { $0 == "tr" }.count > 18)
    #expect(parsed.text.contains("at most 48 h until wash, else collect again"))
    try HTMLReportTests.keepForLooking(page.text, "route.html")
  }

  @Test("The same route for the terminal, to the letter")
  func terminal() throws {
    let text = RouteText.lines(Array(try Self.route().suffix(4))).joined(separator: "\n")
    #expect(
      text == """
        ◎ release
        │     ✗ 1 % positive after the infusion: recorded
        │ ├─ before the release:
        │ │    ╞ in parallel tests
        │ │    │ ├─ sterility:
        │ │    │ │    ● assay sterility: 2 h; 2 operator
        │ │    │ │    │     ✗ 10 % do not pass: lost (too ill)
        │ │    │ │    │     ✗ 1 % fail: again
        │ │    │ │    │     ✗ 2 % fail: collect again
        │ │    │ └─ identity:
        │ │    │      ● assay flow: 2 h; 2 operator
        │ │    │   all of them, then on
        │ │    ● certify qp: 2 h; 2 operator
        │ └─ beside the patient's way:
        │      ● assay late test: 2 h; 2 operator
        ● infusion: 2 h; 2 operator
        ◇ choose care
        │     80 % go straight on
        │ └─ 20 % intensive care:
        │      ● delay unit: 2 h; 2 operator
        ■ leave treated
        """)
  }

  @Test(
    "Times in few words",
    arguments: [
      ("fixed", "2 h"), ("uniform", "1 – 4 d"), ("triangle", "6 h (4 – 8 h)"),
      ("lognormal", "7 d (3 – 16 d)"),
      ("working", "2 wd (1 – 5 wd)"), ("mixed", "2 h (30 min – 6 h)"),
    ])
  func brief(law: String, words: String) throws {
    let hour = 3_600.0
    let laws: [String: SpanLaw] = [
      "fixed": SpanLaw(try .fixed(2 * hour)),
      "uniform": SpanLaw(try .uniform(minimum: 24 * hour, maximum: 96 * hour)),
      "triangle": SpanLaw(try .triangular(minimum: 4 * hour, mode: 6 * hour, maximum: 8 * hour)),
      "lognormal": SpanLaw(try .lognormal(median: 168 * hour, sigma: 0.5)),
      "working": SpanLaw(try .triangular(minimum: 1, mode: 2, maximum: 5), in: .workingDays),
      "mixed": SpanLaw(try .triangular(minimum: hour / 2, mode: 2 * hour, maximum: 6 * hour)),
    ]
    #expect(SpanWords.brief(try #require(laws[law])) == words)
  }
}
