import Quantities

/// What every section needs: the input, its estimates in order, and its names in words.
struct ReportContent {
  /// The input itself.
  let input: ReportInput
  /// The estimates, to look up.
  let index: EstimateIndex
  /// Names in words.
  let name: NameText

  /// The content of a report.
  init(_ input: ReportInput) {
    self.input = input
    index = EstimateIndex(input.estimates)
    name = NameText(input)
  }

  /// More years than this do not fit beside one another.
  static let manyYears = 16

  /// The width of a chart of so many years: half the page, or all of it.
  static func width(years: Int) -> Double { years > manyYears ? 960 : 470 }

  /// The years of some estimates, ascending.
  func years(_ rows: [ReportEstimate]) -> [Int] { Set(rows.compactMap(\.scope.year)).sorted() }

  /// `2026`, or `2022 (part)` where the year is not whole.
  func yearLabel(_ year: Int) -> String { input.partialYears.contains(year) ? "\(year) (part)" : "\(year)" }

  /// The products in the scenario's order, then others in order of appearance.
  var products: [String] {
    ordered(input.products.map(\.name), key: "product").filter { $0 != CostSection.idle }
  }
  /// The facilities in the scenario's order, then others in order of appearance.
  var facilities: [String] { ordered(input.facilities.map(\.name), key: "facility") }

  /// The values of a key among some estimates, in order of first appearance.
  func values(_ key: String, in rows: [ReportEstimate]) -> [String] {
    var seen: Set<String> = []
    return rows.compactMap { $0.scope[key] }.filter { seen.insert($0).inserted }
  }

  /// The day so many units after the start of the run; nil where the unit is no unit of time.
  func days(_ value: Double?, unit: String) -> Double? {
    guard let value = value?.definite else { return nil }
    switch unit {
    case "s": return value / 86_400
    case "min": return value / 1440
    case "h": return value / 24
    case "d": return value
    case "wk": return value * 7
    case "y": return value * 365.25
    default: return nil
    }
  }

  /// The level of the intervals: `95 %`.
  var level: String {
    NumberText.percentage(input.estimates.lazy.compactMap(\.level).first ?? 0.95, decimals: 0)
  }

  private func ordered(_ known: [String], key: String) -> [String] {
    let known = known.filter { !$0.isEmpty }
    let extra = values(key, in: input.estimates).filter { !known.contains($0) }
    return known + extra
  }
}

extension ReportEstimate {
  /// The interval of the mean, where it is defined.
  var interval: ClosedRange<Double>? {
    guard let low, let high, low <= high else { return nil }
    return low...high
  }

  /// From p10 to p90 over replications, where it is defined.
  var spread: ClosedRange<Double>? {
    guard let p10, let p90, p10 <= p90 else { return nil }
    return p10...p90
  }
}

/// One section of a page: where it is linked from, its heading, and what it says.
struct ReportSection {
  /// The anchor.
  var id: String
  /// The heading.
  var title: String
  /// What stands below.
  var body: [Markup]
  /// Whether paper does without it.
  var isForScreen: Bool

  /// A section; nil where nothing would stand below its heading.
  init?(_ id: String, _ title: String, _ body: [Markup], isForScreen: Bool = false) {
    guard !body.allSatisfy(\.isEmpty) else { return nil }
    self.id = id
    self.title = title
    self.body = body
    self.isForScreen = isForScreen
  }

  /// The section with its heading.
  var markup: Markup {
    .tag(
      "section", isForScreen ? ["id": id, "class": "screen"] : ["id": id], [.tag("h2", [:], title)] + body)
  }
}

extension Markup {
  /// A paragraph.
  static func paragraph(_ text: String, style: String = "") -> Markup {
    style.isEmpty ? .tag("p", [:], text) : .tag("p", ["class": style], text)
  }

  /// A picture with a heading above and, where there is one, a remark below.
  static func figure(_ heading: String, _ picture: Markup, remark: String = "") -> Markup {
    .tag(
      "figure", [:],
      [
        heading.isEmpty ? .nothing : .tag("figcaption", [:], heading),
        .tag("div", ["class": "scroll"], [picture]),
        remark.isEmpty ? .nothing : .paragraph(remark, style: "remark"),
      ])
  }

  /// Pictures of half the width beside one another.
  static func pair(_ figures: [Markup], style: String = "pair") -> Markup {
    figures.isEmpty ? .nothing : .tag("div", ["class": style], figures)
  }
}
