import Experiments
import OutputAnalysis
import PipelineSimulation
import ScenarioFiles
import Testing

/// Training runs and patients want the same suite: the more dates training has, the more starts patients lose to it.
@Suite struct TrainingSlotsTests {
  /// A suite for two starts a day; training runs have dates on some days of the week.
  private func columns(_ grid: String, runsPerWeek: Int, seed: UInt64) throws -> ResultColumns {
    let text = """
      title: training beside patients
      start: 2025-01-06
      horizon: 2 y
      also measure: want of people
      calendars: { day: { days: mon-fri, hours: 08:00-16:00 } }
      facilities: { lab: { rooms: { suite: { count: 2, calendars: day } } } }
      products:
        exercise:
          purpose: training run
          priority: 1
          slots: { weekly: { \(grid) }, book ahead: 60 d }
          runs: { arrive: { poisson: \(runsPerWeek) / wk } }
          route: [ { book: slot }, { step: train, on: booked day, takes: 7 h, uses: suite } ]
        cell:
          slots: { weekly: { mon: 2, tue: 2, wed: 2, thu: 2, fri: 2 }, book ahead: 60 d }
          patients: { arrive: { poisson: 7 / wk } }
          route: [ { book: slot }, { step: harvest, on: booked day, takes: 7 h, uses: suite } ]
      """
    let scenario = try #require(ScenarioReader.read(text: text).scenario)
    let program = try Program(compiling: scenario)
    var columns = ResultColumns(layout: program.layout)
    for replication in 0..<40 { columns.append(program.replicate(replication, seed: seed)) }
    return columns
  }

  @Test("With the training slots doubled, patients lose more starts to training, whatever the luck")
  func doubled() throws {
    let once = try columns("tue: 1", runsPerWeek: 1, seed: 3)
    let twice = try columns("tue: 1, thu: 1", runsPerWeek: 2, seed: 3)
    let lost = try #require(
      CumulativeDifference(
        of: "slots.lost-to-training", for: [Scope()], through: 2027, baseline: once, alternative: twice,
        level: 0.999))
    let interval = try #require(lost.paired.difference.interval)
    #expect(interval.low > 0)
    #expect(try #require(lost.paired.baseline.value) > 0)
    let same = try #require(
      CumulativeDifference(
        of: "slots.lost-to-training", for: [Scope()], through: 2027, baseline: once,
        alternative: try columns("tue: 1", runsPerWeek: 1, seed: 3), level: 0.999))
    #expect(same.paired.difference.value == 0)
  }
}
