import PipelineModel
import PipelineSimulation
import ScenarioFiles
import Testing

/// What only the compiled route can tell is told with the place and what to do, all of it at once.
@Suite("States that cannot be are refused, each with its place") struct InitialStateFaultTests {
  private static let lab = """
    title: A laboratory
    start: 2026-11-23
    horizon: 6 mo
    facilities:
      lab: { devices: { incubator: { count: 1 } }, people: { operator: { count: 2 } } }
    products:
      car-t:
        slots: { weekly: { mon: 1 }, book ahead: 12 wk }
        patients: { arrive: { poisson: 18 / y } }
        route:
          - { step: board, takes: 1 d }
          - { book: slot }
          - { step: collect, on: booked day, takes: 4 h, uses: operator, marks: collection }
          - { culture: expand, takes: 9 d, uses: incubator }
          - { infuse: infusion, takes: 1 h, uses: operator }
      graft:
        patients: { arrive: { poisson: 18 / y } }
        route: [ { gather: pair, of: 2 }, { step: cut, takes: 1 h, uses: operator } ]
    initial state:
      patients:

    """

  private func faults(_ patients: [String]) throws -> [String] {
    let result = ScenarioReader.read(text: Self.lab + patients.map { "    - { \($0) }\n" }.joined())
    let scenario = try #require(result.scenario, "\(result.report().text())")
    do throws(CompileFault) {
      _ = try Program(compiling: scenario)
      return []
    } catch {
      return ([error] + error.further).map { "\($0.path): \($0.message)" }
    }
  }

  @Test("More held than there is")
  func held() throws {
    let patients = ["2026-11-09", "2026-11-16"].map { day in
      "product: car-t, referred: 2026-11-02, collected: \(day), in: expand, since: \(day) 12:00, booked: \(day)"
    }
    #expect(try faults([patients[0]]).isEmpty)
    #expect(
      try faults(patients) == [
        "initial state/patients/2: With this, 2 of 'incubator' are held at the start, but there are 1."
      ])
  }

  @Test("A booking on a day that does not fit beside those before it")
  func booked() throws {
    let patients = ["2026-11-30", "2026-12-07", "2026-12-14"].map {
      "product: car-t, referred: 2026-11-02, booked: \($0)"
    }
    let found = try faults(patients)
    #expect(found.count == 2)
    #expect(
      found.first?.hasPrefix("initial state/patients/2/booked: A start on 2026-12-07 does not fit") == true)
    #expect(try faults([patients[0], patients[2]]).isEmpty)
  }

  @Test(
    "All at once: a collection without a date, or too early; steps of different times; behind a gathering")
  func places() throws {
    #expect(
      try faults([
        "product: car-t, referred: 2026-11-02, in: expand, since: 2026-11-17, booked: 2026-11-16",
        "product: car-t, referred: 2026-11-02, collected: 2026-11-16, waits for: slot",
        "product: car-t, referred: 2026-11-02, collected: 2026-11-16, in: { collect: 2026-11-16, expand: 2026-11-17 }, booked: 2026-11-16",
        "product: graft, referred: 2026-11-02, in: cut, since: 2026-11-20",
      ]) == [
        "initial state/patients/1: The collection is over by this step: say when it was, with 'collected:'.",
        "initial state/patients/2/collected: The collection comes later than this step of the route; leave out the date.",
        "initial state/patients/3/in: 'expand' does not go on beside the others: it comes before or after them.",
        "initial state/patients/4: Nobody can be placed behind 'pair', where several go on as one, or one as several.",
      ])
  }
}
