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

  @Test("Who was there at the start has one row for a step, whichever house makes the product")
  func twoMakers() throws {
    let house = "{ people: { operator: { count: 1, calendars: day } } }"
    let program = try Told.program(
      """
      horizon: 60 d
      calendars: { day: { days: mon-fri, hours: 08:00-16:00 } }
      facilities: { near: \(house), far: \(house) }
      products:
        cell:
          made at: [near, far]
          slots: { weekly: { mon: 1 }, book ahead: 8 wk }
          patients: { arrive: { at: [] }, order: worst off, severity: { uniform: [0, 1] } }
          route:
            - { book: slot }
            - { step: collect, on: booked day, takes: 2 h, uses: operator }
            - { infuse: infusion, on: booked day + 1 d, takes: 1 h, uses: operator }
      initial state:
        patients:
          - { id: P, product: cell, referred: 2023-12-20, waits for: slot }
          - { id: Q, product: cell, referred: 2023-12-21, waits for: slot }
      """)
    var options = ReplicationOptions()
    options.schedule = Self.weeks
    var (steps, makers, begun): (Set<Int32>, Set<String>, Int) = ([], [], 0)
    for replication in 0..<20 {
      let entries = program.replicate(replication, seed: 1, options: options).schedule.filter {
        $0.entity == 0
      }
      #expect(entries.count == 2)
      steps.formUnion(entries.map(\.step))
      makers.formUnion(entries.compactMap { program.subject(of: $0).facility })
      begun += entries.count { $0.actual != nil && $0.actual == $0.planned }
    }
    // The sicker of the two gets the first house, the other the second one on the same day.
    #expect(makers == ["near", "far"])
    #expect(steps.count == 2)
    #expect(begun == 40)
  }
}
