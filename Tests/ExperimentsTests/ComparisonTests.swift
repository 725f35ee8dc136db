import Experiments
import PipelineSimulation
import Testing

@Suite struct ComparisonTests {
  private func columns(_ records: [ReplicationRecord]) -> ResultColumns {
    var columns = ResultColumns(layout: HandMade.layout)
    for record in records { columns.append(record) }
    return columns
  }

  private func treated(_ values: [Double]) -> ResultColumns {
    columns(values.enumerated().map { HandMade.record($0.offset, treated: [$0.element, 0, 5]) })
  }

  @Test("Differences are paired by replication")
  func paired() async throws {
    let comparison = await Comparison(
      baseline: treated([10, 20, 30, 40]), alternative: treated([11, 22, 31, 42]))
    let row = try #require(
      comparison.rows.first { $0.key == .init("patients.treated", .mean, HandMade.scope("a")) })
    #expect(row.difference.value == 1.5)
    #expect(row.verdict == .more)
    #expect(row.difference.interval?.method == .pairedStudent)
    // Differences 1, 2, 1, 2: standard error 1/√12, Student's 97.5 % point with three degrees 3.18245.
    #expect(abs((row.difference.interval?.halfWidth ?? 0) - 3.182446305284263 / 12.0.squareRoot()) < 1e-9)
    #expect((row.varianceReduction ?? 0) > 100)
  }

  @Test("Verdicts say more, fewer, the same, or that no difference was seen")
  func verdicts() async {
    func verdict(_ other: [Double], _ key: EstimateRow.Key) async -> Verdict? {
      let comparison = await Comparison(baseline: treated([10, 20, 30, 40]), alternative: treated(other))
      return comparison.rows.first { $0.key == key }?.verdict
    }
    let all = EstimateRow.Key("patients.treated", .mean)
    #expect(await verdict([8, 19, 28, 39], all) == .fewer)
    #expect(await verdict([10, 20, 30, 40], all) == .same)
    #expect(await verdict([12, 18, 33, 38], all) == .unclear)
    #expect(await verdict([10, 20, 30, 40], .init("room.utilisation", .mean)) == .undefined)
  }

  @Test("The difference of two ratios of sums is that of the ratios")
  func ratios() async throws {
    let baseline = columns((0..<4).map { HandMade.record($0, used: 1 + Double($0), open: 10) })
    let alternative = columns((0..<4).map { HandMade.record($0, used: 2 + Double($0), open: 10) })
    let comparison = await Comparison(baseline: baseline, alternative: alternative)
    let row = try #require(comparison.rows.first { $0.key == .init("room.utilisation", .mean) })
    #expect(abs((row.difference.value ?? 0) - 0.1) < 1e-12)
    #expect(row.verdict == .more)
  }

  @Test("A count until the end of a year is paired over the years before it, of one place or of several")
  func cumulative() throws {
    func columns(_ treated: [[Double]]) -> ResultColumns {
      self.columns(treated.enumerated().map { HandMade.record($0.offset, treated: $0.element) })
    }
    let baseline = columns([[1, 10, 100], [2, 20, 200], [3, 30, 300]])
    let alternative = columns([[2, 12, 100], [3, 21, 200], [5, 33, 300]])
    func difference(_ scopes: [Scope], _ year: Int) -> CumulativeDifference? {
      CumulativeDifference(
        of: "patients.treated", for: scopes, through: year, baseline: baseline, alternative: alternative)
    }
    let early = try #require(difference([HandMade.scope("a")], 2025))
    #expect(early.paired.difference.value == 4.0 / 3)
    // Differences 1, 1, 2: three pairs do not exclude zero.
    #expect(early.verdict == .unclear)
    let late = try #require(difference([HandMade.scope("a")], 2026))
    #expect(late.paired.baseline.value == 22)
    #expect(late.paired.alternative.value == 76.0 / 3)
    let both = try #require(difference([HandMade.scope("a"), HandMade.scope("b")], 2026))
    #expect(both.paired.baseline.value == 222)
    #expect(difference([HandMade.scope("c")], 2026) == nil)
    #expect(
      CumulativeDifference(
        of: "room.utilisation", for: [Scope()], through: 2026, baseline: baseline, alternative: alternative)
        == nil)
  }
}
