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
