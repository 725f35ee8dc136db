import Foundation
import Reporting
import Testing

/// What a reader who never saw the project needs to find, or not to stumble over.
@Suite struct ReaderTests {
  private func text(_ change: (inout ReportInput) -> Void) -> String {
    var input = SyntheticLine().input
    change(&input)
    return WellFormed(HTMLReport.page(input)).text
  }

  @Test("Who was never lost is said in words, with what the average may still be")
  func nobodyLost() {
    let text = text { input in
      input.estimates = input.estimates.map { row in
        guard row.measure == "patients.lost", row.scope.entries.isEmpty else { return row }
        var row = row
        (row.mean, row.low, row.high, row.p10, row.p50, row.p90) = (0, 0, 0.0184, 0, 0, 0)
        return row
      }
    }
    #expect(
      text.contains(
        "Nobody is lost before treatment in any simulated future; the average may still be up to 0.018."))
    #expect(text.contains("in any future; mean up to 0.018"))
    #expect(!text.contains("0 – 0"))
  }

  @Test("The answer stands before the contents, and the confidence level is explained")
  func answerFirst() throws {
    let page = HTMLReport.page(SyntheticLine().input)
    let answer = try #require(page.range(of: "Treated."))
    let contents = try #require(page.range(of: "<nav"))
    #expect(answer.lowerBound < contents.lowerBound)
    #expect(page.contains("95 % is the confidence level"))
  }

  @Test("Notes that say the same stand together, each with its range")
  func register() {
    let text = text { input in
      input.notes = ["a/one", "b/two"].map {
        ReportNote(path: $0, kind: .assumption, text: "no number is published")
      }
      input.notes[1].range = ["2", "8"]
    }
    #expect(text.contains("no number is published: a/one; b/two [2 to 8]"))
    #expect(text.contains("0 facts with a source, 2 assumptions."))
  }

  @Test("What is used a little never reads as unused, what is not full never as full")
  func shares() {
    let texts = [0, 0.001, 0.34, 0.9999, 1].map(HeatMap.text)
    #expect(texts == ["0 %", "<1 %", "34 %", ">99 %", "100 %"])
  }

  @Test("More years than fit beside one another are shown as the whole period")
  func manyYears() {
    let text = text { input in
      let years = (2000..<2040).map { year in
        ReportEstimate(
          measure: "room.utilisation",
          scope: ReportScope(["facility": "necstgen", "resource": "suite", "year": "\(year)"]), unit: "1",
          mean: 0.12)
      }
      let whole = ReportEstimate(
        measure: "room.utilisation", scope: ReportScope(["facility": "necstgen", "resource": "suite"]),
        unit: "1", mean: 0.87)
      input.estimates = years + [whole]
    }
    #expect(text.contains("whole period") && text.contains("87 %"))
  }

  @Test("Of three scenarios each has a line of its own")
  func threeScenarios() throws {
    var input = ComparisonTests.input
    input.scenarios.append(input.scenarios[1])
    input.differences += input.differences.map { difference in
      var difference = difference
      difference.scenario = 2
      return difference
    }
    let text = ComparisonTables.text(input)
    let lines = text.split(separator: "\n").map(String.init)
    let place = try #require(lines.firstIndex { $0.hasPrefix("treated, all ") })
    #expect(lines[place].contains(" A "))
    #expect(lines[place + 1].contains(" B ") && lines[place + 2].contains(" C "))
    #expect(lines.allSatisfy { $0.count <= 100 })
    let page = ComparisonReport.page(input)
    #expect(WellFormed(page).complaint == nil)
    #expect(page.contains("rowspan=\"3\""))
  }

  @Test("Shares that differ by less than anybody can act on are left out", arguments: [1e-5, 0.01])
  func tinyDifferences(_ size: Double) {
    var input = ComparisonTests.input
    var row = ReportEstimate(
      measure: "room.utilisation", scope: ReportScope(["facility": "necstgen", "resource": "suite"]),
      unit: "1", mean: 0.3)
    for place in input.scenarios.indices { input.scenarios[place].estimates.append(row) }
    (row.mean, row.low, row.high) = (size, size * 0.9, size * 1.1)
    input.differences.append(ReportDifference(scenario: 1, estimate: row, verdict: "more"))
    #expect(ComparisonTables.text(input).contains("room, suite") == (size > 0.0005))
  }
}
