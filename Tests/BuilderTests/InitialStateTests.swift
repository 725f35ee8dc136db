import PipelineModel
import Quantities
import ScenarioFiles
import Testing

@Suite struct InitialStateTests {
  private let text = """
    title: From today
    start: 2026-11-23
    horizon: 6 mo
    facilities: { lab: { devices: { incubator: { count: 2 } } } }
    stocks:
      vector: { initial: 9, shelf life: 3 y, reorder: { at: 2, quantity: 8, made by: lentivirus } }
    products:
      lentivirus: { route: [ { culture: produce, takes: 14 d }, { store: vector, yields: 40 } ] }
      car-t:
        slots: { weekly: { mon: 1 }, book ahead: 12 wk }
        patients: { arrive: { poisson: 18 / y } }
        route:
          - { step: board, takes: 1 d }
          - { book: slot }
          - { step: collect, takes: 4 h, marks: collection, consumes: vector }
          - { culture: expand, takes: 9 d, uses: incubator }
    initial state:
      as of: 2026-11-23
      patients:
        - { product: car-t, id: P-1, referred: 2026-11-02, collected: 2026-11-16, severity: 0.7, booked: 2026-11-16, in: { expand: 2026-11-17 } }
        - { product: car-t, referred: 2026-11-02, waits for: slot, since: 2026-11-20 }
      lots: [ { product: lentivirus, id: L, in: { produce: 2026-11-16 }, counts for: 7 } ]
      stocks: { vector: [ { units: 3, expires: 2027-05-01 }, { units: 4 } ] }
    """

  @Test("The file and the builder say the same state, and it can be written and read again")
  func same() throws {
    let read = try #require(ScenarioReader.read(text: text).scenario)
    let built = InitialState(
      asOf: "2026-11-23",
      patients: [
        InitialPatient(
          "car-t", id: "P-1", referred: "2026-11-02", collected: "2026-11-16", severity: 0.7,
          booked: CivilDate("2026-11-16")
        ).at("expand", since: "2026-11-17"),
        InitialPatient("car-t", referred: "2026-11-02").waiting(for: "slot", since: "2026-11-20"),
      ],
      lots: [InitialLot("lentivirus", id: "L", countsFor: 7).at("produce", since: "2026-11-16")],
      stocks: [
        InitialShelf("vector", [InitialUnits(3, expires: CivilInstant("2027-05-01 00:00")), InitialUnits(4)])
      ])
    #expect(read.initialState == built)
    let again = try #require(ScenarioReader.read(text: ScenarioWriter.text(of: read)).scenario)
    #expect(again == read)
    let whole = Scenario("empty", start: "2026-11-23", horizon: .afterStart(.days(9))) { built }
    #expect(whole.initialState == built)
  }
}
