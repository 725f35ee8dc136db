import PipelineModel
import ScenarioFiles
import Testing

@Suite struct RoomsTests {
  private let text = """
    title: Rooms
    start: 2025-01-06
    horizon: 1 y
    sites: { lund: { country: SE } }
    facilities:
      lab:
        site: lund
        rooms:
          grade-b:
            count: 2
            grade: B
            air: ahu-1
            changeover:
              - { after: viral vector, before: cells, takes: 4 d }
              - { after: same product, takes: 4 h }
              - { takes: 16 h }
            monitoring:
              read after: { uniform: [5 d, 7 d] }
              excursion: 0.015
              deviation: { uses: { officer: 1 }, takes: 5 wd }
              hold: { probability: 0.2, takes: { triangular: [1 d, 3 d, 7 d] } }
          grade-c: { count: 1, grade: C }
        devices:
          bioreactor: { count: 1 }
        people:
          officer: { count: 1 }
          operator: { count: 2 }
    incompatible:
      - { never together: [viral vector, cells], in: same air }
    products:
      vector: { traits: [viral vector, GMO], patients: { at: lund, arrive: { every: 30 d } }, route: [ { step: grow, takes: 1 d, uses: grade-b } ] }
      cells:
        traits: cells
        patients: { arrive: { every: 30 d } }
        route:
          - { step: load, takes: 2 h, work: closed, uses: { grade-c: 1, bioreactor: 1 } }
          - { step: wash, takes: 2 h, work: open, exceptional: first in man, uses: { grade-c: 1, operator: 2 } }
          - { step: fill, takes: 2 h, work: open, requires: [load, wash], uses: { grade-b: 1, operator: 2 } }
    """

  @Test("The file and the builder say the same rooms, open work, changeovers, pairs and monitoring")
  func same() throws {
    try expectSame(
      text,
      Scenario("Rooms", start: "2025-01-06", horizon: .years(1)) {
        Site("lund", country: "SE")
        Facility("lab", at: "lund") {
          Room("grade-b", grade: "B", count: 2).air("ahu-1")
            .changeover(after: .trait("viral vector"), before: .trait("cells"), takes: .days(4))
            .changeover(after: .sameProduct, takes: .hours(4)).changeover(takes: .hours(16))
            .monitoring(
              readAfter: .uniform(.days(5), .days(7)), excursion: 0.015,
              deviation: DeviationReview(uses: [Claim("officer")], takes: .workingDays(5)),
              hold: RoomHold(probability: 0.2, takes: .triangular(.days(1), .days(3), .days(7))))
          Room("grade-c", grade: "C", count: 1)
          Device("bioreactor", count: 1)
          People("officer", count: 1)
          People("operator", count: 2)
        }
        IncompatiblePair("viral vector", "cells", in: .sameAir)
        Product("vector") {
          Patients(.every(.days(30))).at("lund")
          Route { Step("grow", takes: .days(1)).uses("grade-b") }
        }.traits("viral vector", "GMO")
        Product("cells") {
          Patients(.every(.days(30)))
          Route {
            Step("load", takes: .hours(2)).work(.closed).uses("grade-c").uses("bioreactor")
            Step("wash", takes: .hours(2)).work(.open, exceptional: "first in man").uses("grade-c")
              .uses("operator", 2)
            Step("fill", takes: .hours(2)).work(.open).requires("load", "wash").uses("grade-b")
              .uses("operator", 2)
          }
        }.traits("cells")
      })
  }

  @Test("What is written of them is read again as the same value")
  func written() throws { try ScenarioText.expectSameWhenWritten(text) }

  @Test("A scenario of them has no finding but what its author means to do")
  func findings() throws { try ScenarioText.expectNoError(text) }
}
