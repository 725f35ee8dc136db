import Quantities
import Reporting
import Testing

@Suite struct ChartTests {
  @Test("A small heat map, to the byte")
  func heatMap() {
    let map = HeatMap(
      title: "Use", description: "One room.", columns: ["2026"], rows: [.init(label: "B", values: [0.85])],
      width: 200)
    #expect(
      map.picture.written == """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 64" role="img" class="chart half"><title>Use</title>
        <desc>One room.</desc>
        <text x="65.9" y="14" text-anchor="middle" class="tick">2026</text>
        <text x="12.9" y="52" text-anchor="end" class="label">B</text>
        <rect x="21.9" y="37" width="88" height="22" class="heat-8"/>\
        <text x="65.9" y="52" text-anchor="middle" class="on-strong">85 %</text>
        </svg>

        """)
  }

  @Test("A small cascade, to the byte")
  func cascade() {
    let chart = CascadeChart(
      title: "Way", description: "Two bars.",
      rows: [
        .init(label: "in", length: 4, text: "4", tone: .whole),
        .init(label: "out", start: 1, length: 3, spread: 2...3, text: "3", tone: .lost),
      ], width: 300)
    #expect(
      chart.picture.written == """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 60" role="img" class="chart half"><title>Way</title>
        <desc>Two bars.</desc>
        <line x1="34.7" y1="2" x2="34.7" y2="56" class="axis"/><text x="26.7" y="21" text-anchor="end" class="label">in</text>
        <rect x="34.7" y="8" width="238.4" height="18" class="bar tone-whole"/><text x="281.1" y="21" text-anchor="start" class="label number">4</text>
        <text x="26.7" y="47" text-anchor="end" class="label">out</text>
        <rect x="94.3" y="34" width="178.8" height="18" class="bar tone-lost"/><line x1="213.5" y1="43" x2="273.1" y2="43" class="whisker"/><line x1="213.5" y1="40" x2="213.5" y2="46" class="whisker"/><line x1="273.1" y1="40" x2="273.1" y2="46" class="whisker"/><text x="281.1" y="47" text-anchor="start" class="label number">3</text>
        </svg>

        """)
  }

  @Test("Every chart is well-formed when empty, with one point, and with hostile names and numbers")
  func wellFormed() throws {
    let day = try #require(CivilDate(year: 2024, month: 2, day: 29))
    let bad = "</text>\"'&\u{1}"
    let charts: [Markup] = [
      LineChart(title: bad, description: "", unit: bad, categories: [], series: []).picture,
      LineChart(
        title: "", description: "", unit: "d", categories: ["a", bad, "c"],
        series: [
          .init(name: bad, points: [.init(1, interval: 0.5...1.5), nil, .init(.infinity)]),
          .init(name: "", points: []),
        ]
      ).picture,
      BarChart(title: bad, description: "", unit: "", categories: [], series: [], arrangement: .stacked)
        .picture,
      BarChart(
        title: "", description: "", unit: "", categories: [bad, "b"],
        series: [.init(name: bad, values: [nil, .nan]), .init(name: "x", values: [-1], spreads: [-2...1])],
        arrangement: .grouped
      ).picture,
      CascadeChart(title: "", description: "", rows: []).picture,
      CascadeChart(
        title: "", description: "", rows: [.init(label: bad, length: .nan, text: bad, tone: .open)]
      ).picture,
      HeatMap(title: "", description: "", columns: [], rows: []).picture,
      HeatMap(
        title: "", description: "", columns: [bad],
        rows: [.init(label: bad, values: []), .init(label: "", values: [7])]
      )
      .picture,
      MilestoneTimeline(title: "", description: "", start: day, horizon: day, groups: []).picture,
      MilestoneTimeline(
        title: "", description: "", start: day, horizon: day,
        groups: [
          .init(
            name: bad,
            rows: [.init(label: bad, marks: [.init(early: nil, median: nil, late: nil, text: bad)])])
        ],
        seriesNames: [bad, bad]
      ).picture,
    ]
    for chart in charts {
      let parsed = WellFormed(chart.written)
      #expect(parsed.complaint == nil)
      #expect(parsed.elements.first == "svg")
      let numbers = parsed.attributes.filter {
        ["x", "y", "width", "height", "cx", "cy", "points"].contains($0.name)
      }
      #expect(numbers.allSatisfy { !$0.value.contains { $0.isLetter } })
    }
  }

  @Test("Ticks are round, ascending, and cover the numbers and zero", arguments: [0.003, 1, 7.3, 42, 99_000])
  func ticks(_ top: Double) {
    let scale = LinearScale(covering: [top], from: 100, to: 0)
    #expect(scale.ticks.first == 0)
    #expect(scale.domain.upperBound >= top && scale.domain.upperBound <= top * 2.6)
    #expect(scale.ticks.count >= 3 && scale.ticks.count <= 8)
    #expect(scale(0) == 100 && scale(top) < 50 && scale(top * 100) == 0)
  }
}
