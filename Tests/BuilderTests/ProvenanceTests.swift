import PipelineModel
import Testing

@Suite struct ProvenanceTests {
  @Test("A note on a map stands before the notes inside it, whichever was written first")
  func outerFirst() {
    let step = Step("work", takes: .hours(1)).fails(0.1, then: .remake).source("a", on: "fails")
      .assumption("b").range(0.05, 0.2, on: "fails")
    #expect(
      step.notes == [
        ProvenanceNote(path: "", kind: .assumption("b")),
        ProvenanceNote(path: "fails", kind: .source("a"), range: ["0.05", "0.2"]),
      ])
  }

  @Test("A later source replaces an assumption and keeps the range")
  func replaced() {
    let device = Device("bioreactor", count: 3).assumption("a guess").range("2", "5").source("tender")
    #expect(device.notes == [ProvenanceNote(path: "", kind: .source("tender"), range: ["2", "5"])])
  }

  @Test("Modifiers change a copy")
  func copies() {
    let bare = Step("work", takes: .hours(1))
    let busy = bare.uses("server", 2).marks("collection")
    #expect(bare.uses.isEmpty && bare.marks == nil)
    #expect(busy.part.uses == [Claim("server", 2)] && busy.part.marks == "collection")
  }

  @Test("Arms, branches, clocks and lists of a file have the paths that the reader gives them")
  func paths() throws {
    try expectSame(
      """
      title: Paths
      start: 2024-01-01
      horizon: 1 y
      products:
        source: the whole table
        cells:
          patients:
            arrive: { varying: { rate: 18 / y, over week: { sat: 0, sun: 0 }, over year: { jul: 0.5 }, ramp: [ { at: 2024-01-01, factor: 0 }, { at: 1 y, factor: 1 } ] } }
            withdrawals: [ { patient: 2, at: 3 d, assumption: known } ]
          route:
            - choose: bridging
              arms:
                - { probability: 0.3, source: trial, route: [ { step: bridge, takes: { fixed: 7 d, source: ward } } ] }
            - parallel: tests
              branches:
                x: [ { assay: x test, takes: 7 d, assumption: as usual } ]
            - { split: vials, into: { poisson: 6 }, range: [3, 9] }
            - { store: bank, yields: 40, source: freezer }
      """,
      Scenario("Paths", start: "2024-01-01", horizon: .years(1)) {
        Product("cells") {
          Patients(
            .varying(
              .perYear(18), overWeek: [.sat: 0, .sun: 0], overYear: [7: 0.5],
              ramp: ["2024-01-01": 0, .years(1): 1])
          ) {
            Withdrawal(patient: 2, at: .days(3)).assumption("known")
          }
          Route {
            Choose("bridging") {
              Arm(0.3) { Step("bridge", takes: .days(7)).source("ward", on: "takes") }.source("trial")
            }
            Parallel("tests") { Branch("x") { Assay("x test", takes: .days(7)).assumption("as usual") } }
            Split("vials", into: .poisson(6)).range(3, 9)
            Store("bank", yields: 40).source("freezer")
          }
        }
      }.source("the whole table", on: "products"))
  }
}
