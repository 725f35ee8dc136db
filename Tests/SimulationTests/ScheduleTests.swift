import PipelineSimulation
import Quantities
import Testing

/// Plans of the first weeks and what became of them. Runs begin on Monday 1 January 2024 at midnight.
@Suite struct ScheduleTests {
  private let text = """
    horizon: 60 d
    calendars: { day: { days: mon-fri, hours: 08:00-16:00 } }
    facilities: { lab: { devices: { incubator: { count: 1 } }, people: { operator: { count: 2, calendars: day } } } }
    products:
      cell:
        slots: { weekly: { mon: 1, wed: 1 }, book ahead: 8 wk }
        patients: { arrive: { at: [3 d, 30 d] } }
        route:
          - { book: slot }
          - { step: collect, on: booked day, takes: 2 h, uses: operator }
          - { culture: grow, takes: { empirical: [4 d, 4 d, 8 d] }, uses: incubator }
          - { infuse: infusion, on: booked day + 7 d, takes: 1 h, uses: operator }
    initial state:
      patients: [ { id: P, product: cell, referred: 2023-12-20, booked: 2024-01-03 } ]
    """

  private func rows(_ window: SimulationSpan?, replication: Int = 0) throws -> [String] {
    let program = try Told.program(text)
    var options = ReplicationOptions()
    options.schedule = window
    return program.replicate(replication, seed: 1, options: options).schedule.map { entry in
      let subject = program.subject(of: entry)
      func hours(_ ticks: Int64?) -> String { ticks.map { "\($0 / 3_600_000)" } ?? "-" }
      return "\(subject.entity ?? "slot \(subject.slot?.description ?? "")") \(subject.step) "
        + "\(hours(entry.planned)) \(hours(entry.actual))"
    }
  }

  private static let weeks = SimulationSpan(ticks: 28 * 86_400_000)

  @Test("Each dated step and the infusion has its planned and its actual instant; later plans are left out")
  func planned() throws {
    let all = try (0..<12).map { try rows(Self.weeks, replication: $0) }
    // Booked Wednesday at eight, infused a week later; late where the cells take eight days.
    for lines in all {
      #expect(lines.first == "cell P collect 56 56")
      #expect(["cell P infusion 224 224", "cell P infusion 224 250"].contains(lines.dropFirst().first ?? ""))
      #expect(lines.count == 4)
      #expect(lines.dropFirst(2).first?.hasPrefix("slot 2024-01-08 collect 176 ") == true)
    }
    #expect(Set(all.compactMap { $0.dropFirst().first }).count == 2)
  }

  @Test("Nothing is recorded where nobody asks, and no event is another where somebody does")
  func nothing() throws {
    #expect(try rows(nil).isEmpty)
    let program = try Told.program(text)
    var options = ReplicationOptions()
    options.schedule = Self.weeks
    for replication in 0..<5 {
      let with = program.replicate(replication, seed: 1, options: options)
      let without = program.replicate(replication, seed: 1)
      #expect(Told.numbers(of: with) == Told.numbers(of: without))
    }
  }
}
