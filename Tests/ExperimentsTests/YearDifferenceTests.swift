import Testing

@testable import Experiments
@testable import PipelineSimulation

@Suite struct YearDifferenceTests {
  private func columns(_ treated: [[Double]]) -> ResultColumns {
    var columns = ResultColumns(layout: HandMade.layout)
    for (number, row) in treated.enumerated() { columns.append(HandMade.record(number, treated: row)) }
    return columns
  }

  @Test("A count of a year is summed over products, and paired by replication")
  func count() throws {
    let baseline = columns([[1, 9, 2], [3, 9, 4], [5, 9, 6]])
    let other = columns([[2, 9, 3], [5, 9, 5], [6, 9, 8]])
    let found = YearDifference.all(inYears: [1, 2, 9], baseline: baseline, alternative: other)
    #expect(found.map(\.number) == [1, 2])
    #expect(found.map(\.year) == [2025, 2026])
    #expect(found.map(\.measure) == ["patients.treated", "patients.treated"])
    #expect(found[0].paired.baseline.value == 7)
    let difference = try #require(found[0].paired.difference.value)
    #expect(abs(difference - 8.0 / 3) < 1e-12)
    #expect(found[0].verdict == .more)
    #expect(found[1].verdict == .same)
  }
}

extension YearDifferenceTests {
  /// Two roles, each with the area of its people and the length of the year.
  private func staff(_ rows: [[Double]]) -> ResultColumns {
    func scope(_ role: String) -> Scope { Scope([.role: .name(role), .year: .number(2025)]) }
    var columns = ResultColumns(
      layout: RecordLayout(
        measures: [
          Measure(
            "staff.qualified", unit: "persons", keys: [.role, .year], groupings: [[.role, .year]],
            combination: .ratio(isProbability: false), definition: "People.")
        ],
        slots: [
          .init(measure: 0, scope: scope("operator"), offset: 0),
          .init(measure: 0, scope: scope("analyst"), offset: 2),
        ], valueCount: 4, sampleCount: 0, partialYears: []))
    for (number, values) in rows.enumerated() {
      columns.append(
        ReplicationRecord(
          replication: number, outcome: .horizonReached, values: values, samples: [], size: RunSize()))
    }
    return columns
  }

  @Test("People of a year are added up over roles, each as its mean over the year")
  func people() throws {
    let baseline = staff([[20, 10, 5, 5], [40, 10, 5, 5]])
    let other = staff([[30, 10, 5, 5], [50, 10, 10, 5]])
    let found = try #require(
      YearDifference.all(inYears: [1], baseline: baseline, alternative: other).first)
    #expect(found.paired.baseline.value == 4)
    #expect(found.paired.alternative.value == 5.5)
    #expect(found.paired.difference.value == 1.5)
  }
}
