import OutputAnalysis
import Testing

@Suite("Coverage of rare events", .enabled(if: isRelease, "statistics run in release builds"))
struct RareEventCoverageTests {
  /// So many replications with so many events expected in all, which come in groups of a size: one by one, or, with a
  /// mean size of 2, in groups of one, two, three … events with probability 1/2, 1/4, 1/8 …
  private func column(
    _ dice: inout Dice, of replications: Int, expecting events: Double, inGroups: Bool = false
  )
    -> [Int]
  {
    var column = [Int](repeating: 0, count: replications)
    // Events of a Poisson law come after exponential intervals.
    var time = dice.exponential()
    while time < (inGroups ? events / 2 : events) {
      let place = Int(Double(replications) * dice.uniform())
      repeat { column[place] += 1 } while inGroups && dice.isSuccess(0.5)
      time += dice.exponential()
    }
    return column
  }

  @Test(
    "Few events, or none, are covered at least as often as the level says",
    arguments: [(0.5, 0.95), (4, 0.95), (0.5, 0.999), (4, 0.999)])
  func few(events: Double, level: Double) {
    let coverage = Coverage(of: events / 100, repetitions: level < 0.99 ? 4_000 : 20_000, seed: 173) { dice in
      RareEventEstimator(level: level).estimate(column(&dice, of: 100, expecting: events)).interval
    }
    #expect(!coverage.isTooLow(for: level), "\(coverage)")
  }

  @Test("Student's interval of few events is rejected")
  func studentOfFew() {
    let coverage = Coverage(of: 0.04, seed: 173) { dice in
      MeanEstimator().estimate(column(&dice, of: 100, expecting: 4).map(Double.init)).interval
    }
    #expect(coverage.isTooLow(for: 0.95), "\(coverage)")
  }

  @Test(
    "Some events are covered as often as the level says, or a little more",
    arguments: [(10.0, 100), (25, 100), (25, 30), (80, 100), (80, 30)], [(0.95, 0.968), (0.999, 0.9999)])
  func some(_ experiment: (events: Double, replications: Int), _ levels: (least: Double, most: Double)) {
    let (events, replications) = experiment
    let repetitions = levels.least < 0.99 ? 4_000 : 20_000
    let coverage = Coverage(of: events / Double(replications), repetitions: repetitions, seed: 179) { dice in
      RareEventEstimator(level: levels.least).estimate(column(&dice, of: replications, expecting: events))
        .interval
    }
    #expect(!coverage.isTooLow(for: levels.least), "\(coverage)")
    #expect(!coverage.isTooHigh(for: levels.most), "\(coverage)")
  }

  @Test("Student's interval of some events is rejected, at 99.9 % by far")
  func studentOfSome() {
    let coverage = Coverage(of: 0.25, repetitions: 20_000, seed: 179) { dice in
      MeanEstimator(level: 0.999).estimate(column(&dice, of: 100, expecting: 25).map(Double.init)).interval
    }
    #expect(coverage.isTooLow(for: 0.997), "\(coverage)")
  }

  @Test("Events in groups are covered nearly as often as the level says once there are some groups")
  func groups() {
    for (events, lowest) in [(25.0, 0.94), (80, 0.95)] {
      let coverage = Coverage(of: events / 100, seed: 181) { dice in
        RareEventEstimator().estimate(column(&dice, of: 100, expecting: events, inGroups: true)).interval
      }
      #expect(!coverage.isTooLow(for: lowest), "\(events): \(coverage)")
    }
  }

  @Test("Taking events in groups for events one by one is rejected")
  func groupsTakenAsSingles() {
    let coverage = Coverage(of: 0.25, seed: 181) { dice in
      let events = column(&dice, of: 100, expecting: 25, inGroups: true).reduce(0, +)
      return .poisson(events: Double(events), exposure: 100)
    }
    #expect(coverage.isTooLow(for: 0.94), "\(coverage)")
  }

  @Test("Of a few events in groups too little is known: nine in ten are covered")
  func fewGroups() {
    let coverage = Coverage(of: 0.08, seed: 191) { dice in
      RareEventEstimator().estimate(column(&dice, of: 100, expecting: 8, inGroups: true)).interval
    }
    #expect(coverage.isTooLow(for: 0.92) && !coverage.isTooLow(for: 0.89), "\(coverage)")
  }
}
