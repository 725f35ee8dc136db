import Experiments
import OutputAnalysis
import PipelineSimulation
import Testing

@Suite struct EstimateTests {
  private func table(_ records: [ReplicationRecord], jobs: Int = 1) async -> EstimateTable {
    var columns = ResultColumns(layout: HandMade.layout)
    for record in records { columns.append(record) }
    return await columns.estimates(jobs: jobs)
  }

  @Test("Counts of finer scopes are summed into each grouping, with Student's interval")
  func counts() async throws {
    let table = await table([
      HandMade.record(0, treated: [1, 2, 10]), HandMade.record(1, treated: [3, 4, 10]),
    ])
    let all = try #require(table.row("patients.treated"))
    #expect(all.estimate.value == 15)
    // Two replications, 13 and 17: mean 15, standard error 2, Student's 97.5 % point with one degree 12.7062.
    let interval = try #require(all.estimate.interval)
    #expect(abs(interval.high - (15 + 2 * 12.706204736174698)) < 1e-9)
    #expect(interval.low == 0, "a count's interval does not go below zero")
    #expect(interval.method == .student)
    #expect(table.row("patients.treated", .mean, HandMade.scope("a"))?.estimate.value == 5)
    let year = try #require(table.row("patients.treated", .mean, HandMade.scope("a", 2026)))
    #expect(year.estimate.value == 3)
    #expect(year.estimate.p10 == 2 && year.estimate.p90 == 4)
  }

  @Test("A count that is zero in every replication is estimated as zero, with an interval that is not")
  func blankCount() async throws {
    let table = await table((0..<3).map { HandMade.record($0) })
    let row = try #require(table.row("patients.treated", .mean, HandMade.scope("b")))
    #expect(row.estimate.value == 0 && row.estimate.p90 == 0)
    let interval = try #require(row.estimate.interval)
    // −ln 0.025 = 3.688879454 events in three replications.
    #expect(interval.method == .poisson && interval.low == 0 && abs(interval.high - 3.688879454 / 3) < 1e-9)
    #expect(row.estimate.replicationsUsed == 3)
    let times = try #require(table.row("time.vein-to-vein", .count)?.estimate)
    #expect(times.interval == interval, "how many were observed is a count, too")
    let one = await self.table([HandMade.record(0)])
    #expect(one.row("patients.treated")?.estimate.interval == nil, "one replication has no interval")
  }

  @Test("A mean of rare events has Garwood's interval, and one event makes it no shorter than none")
  func fewEvents() async throws {
    func interval(_ events: Double) async throws -> Interval {
      let records = (0..<20).map { HandMade.record($0, treated: [$0 == 3 ? events : 0, 0, 0]) }
      let row = try #require(await table(records).row("patients.treated", .mean, HandMade.scope("a", 2025)))
      #expect(row.estimate.value == events / 20)
      return try #require(row.estimate.interval)
    }
    let (none, one) = (try await interval(0), try await interval(1))
    #expect(one.method == .poisson && one.low > 0 && one.high > none.high)
    #expect(try await interval(19).method == .poisson)
    #expect(try await interval(20).method == .student)
  }

  @Test("A count that is the same in every replication but not zero has an interval without width")
  func constantCount() async throws {
    let table = await table((0..<3).map { HandMade.record($0, treated: [2, 0, 0]) })
    let interval = try #require(
      table.row("patients.treated", .mean, HandMade.scope("a", 2025))?.estimate.interval)
    #expect(interval.low == 2 && interval.high == 2 && interval.method == .none)
  }

  @Test("What is no count and zero in every replication keeps an interval without width")
  func constantRatio() async throws {
    let table = await table((0..<3).map { HandMade.record($0, used: 0, open: 8) })
    let row = try #require(table.row("room.utilisation"))
    #expect(row.estimate.value == 0 && row.estimate.interval?.high == 0)
    #expect(row.estimate.interval?.method == Interval.Method.none)
  }

  @Test("A ratio is a sum over a sum, and undefined where nothing is below the line")
  func ratios() async throws {
    let defined = await table([
      HandMade.record(0, used: 1, open: 4), HandMade.record(1, used: 5, open: 8),
      HandMade.record(2, used: 3, open: 6),
    ])
    let row = try #require(defined.row("room.utilisation"))
    #expect(row.estimate.value == 0.5)
    #expect(row.estimate.interval?.method == .jackknife)
    let blank = await table((0..<3).map { HandMade.record($0) })
    #expect(blank.row("room.utilisation")?.estimate.value == nil)
    #expect(blank.row("room.utilisation")?.estimate.replicationsUsed == 0)
  }

  @Test("A figure that fewer than nine in ten replications define has no value")
  func neededShare() async {
    let rare = await table(
      (0..<10).map { HandMade.record($0, used: $0 < 8 ? 1 : 0, open: $0 < 8 ? 2 : 0) })
    #expect(rare.row("room.utilisation")?.estimate.value == nil)
    #expect(rare.row("room.utilisation")?.estimate.replicationsUsed == 8)
    let enough = await table(
      (0..<10).map { HandMade.record($0, used: $0 < 9 ? 1 : 0, open: $0 < 9 ? 2 : 0) })
    #expect(enough.row("room.utilisation")?.estimate.value == 0.5)
  }

  @Test("A probability of few events has Wilson's interval, one of many the jackknife's, both within 0 and 1")
  func probabilities() async throws {
    let none = await table((0..<5).map { HandMade.record($0, blocked: 0, arrived: 100) })
    let never = try #require(none.row("probability.blocked")?.estimate.interval)
    #expect(never.method == .wilson)
    #expect(never.low == 0 && never.high > 0.005 && never.high < 0.01)
    let many = await table(
      (0..<5).map { HandMade.record($0, blocked: 40 + Double($0), arrived: 100) })
    let often = try #require(many.row("probability.blocked"))
    #expect(often.estimate.value == 0.42)
    #expect(often.estimate.interval?.method == .jackknife)
    let almost = await table(
      (0..<3).map { HandMade.record($0, blocked: 200 - 10 * Double($0), arrived: 200) })
    #expect((almost.row("probability.blocked")?.estimate.interval?.high ?? 2) <= 1)
  }

  @Test("Observations are pooled over replications and merged over scopes")
  func samples() async throws {
    let table = await table([
      HandMade.record(0, times: [[1, 2], [9]]), HandMade.record(1, times: [[3, 4], []]),
      HandMade.record(2, times: [[5], [6]]),
    ])
    func value(_ statistic: Statistic, _ scope: Scope = Scope()) -> Double? {
      table.row("time.vein-to-vein", statistic, scope)?.estimate.value
    }
    #expect(value(.mean) == 30.0 / 7)
    #expect(value(.mean, HandMade.scope("a")) == 3)
    #expect(value(.p50) == 4)
    #expect(value(.min) == 1 && value(.max) == 9)
    #expect(value(.p90, HandMade.scope("a")) == 5)
    #expect(value(.count) == 7.0 / 3)
    #expect(table.row("time.vein-to-vein", .count)?.unit == "1")
    #expect(table.row("time.vein-to-vein", .max)?.estimate.interval == nil)
    #expect(table.row("time.vein-to-vein", .p50)?.estimate.interval?.method == .resampling)
    #expect(value(.mean, HandMade.scope("b")) == nil, "two of three replications are too few")
  }

  @Test(
    "A milestone has the probability of being reached, and quantiles in which not reached is later than all")
  func milestones() async throws {
    let day = 86_400.0
    let table = await table([
      HandMade.record(0, firstPatient: 10 * day), HandMade.record(1, firstPatient: 20 * day),
      HandMade.record(2), HandMade.record(3, firstPatient: 5 * day),
    ])
    let row = try #require(table.row("milestone.first-patient", .probability))
    #expect(row.estimate.value == 0.75)
    #expect(row.estimate.interval?.method == .wilson)
    #expect(row.estimate.p10 == 5 && row.estimate.p50 == 10)
    #expect(row.estimate.p90 == nil)
    #expect(table.row("milestone.first-patient", .p50)?.estimate.value == 10)
    #expect(table.row("milestone.first-patient", .p90)?.estimate.value == nil)
  }

  @Test("Rows come in one order and with the same bits on one core and on several")
  func order() async {
    let records = (0..<7).map {
      HandMade.record(
        $0, treated: [Double($0), 1, 0.1 * Double($0)], used: 0.3 * Double($0), open: 1,
        times: [[Double($0)], [0.1]], firstPatient: Double($0))
    }
    let one = await table(records)
    let four = await table(records, jobs: 4)
    #expect(one == four)
    #expect(
      one.rows.prefix(6).map(\.scope) == [
        Scope(), HandMade.scope("a"), HandMade.scope("b"), HandMade.scope("a", 2025),
        HandMade.scope("a", 2026), HandMade.scope("b", 2025),
      ])
    #expect(one.isPartial(one.rows[3]))
    #expect(!one.isPartial(one.rows[4]))
  }
}
