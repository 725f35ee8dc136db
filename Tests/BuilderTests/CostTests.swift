import PipelineModel
import Testing

@Suite struct CostTests {
  @Test("The file and the builder say the same prices")
  func prices() throws {
    var people = ResourceCosts(year: .euros(60_000))
    people.overtimeHour = .euros(30)
    try expectSame(
      """
      title: Prices
      start: 2025-01-01
      horizon: 1 y
      costs: { currency: EUR, exchange: { SEK: 0.088 EUR } }
      facilities:
        lab:
          costs: { year: 300k EUR }
          rooms: { suite: { count: 1, costs: { year: 450k EUR, assumption: a guess } } }
          people: { operator: { count: 2, costs: { year: 60k EUR, overtime hour: 30 EUR } } }
      transport: { road: { takes: 2 h, costs: { shipment: 3k SEK } } }
      stocks: { kit: { initial: 9, costs: { unit: 20 EUR } } }
      products:
        cell:
          patients: { arrive: { every: 2 h } }
          route:
            - { step: work, takes: 1 h, uses: { suite: 1, operator: 2 }, consumes: { kit: 1 }, costs: 100 EUR }
            - { assay: test, takes: 1 h, costs: { kits: 30 EUR, couriers: 10 EUR } }
            - { ship: home, by: road }
      """,
      Scenario("Prices", start: "2025-01-01", horizon: .years(1)) {
        Facility("lab") {
          Room("suite", count: 1).costs(year: .euros(450_000)).assumption("a guess", on: "costs")
          People("operator", count: 2).costs(people)
        }.costs(year: .euros(300_000))
        TransportLink("road", takes: .hours(2)).costs(shipment: .swedishCrowns(3000))
        Stock("kit", initial: 9).costs(unit: .euros(20))
        Product("cell") {
          Patients(.every(.hours(2)))
          Route {
            Step("work", takes: .hours(1)).uses("suite").uses("operator", 2).consumes("kit")
              .costs(.euros(100))
            Assay("test", takes: .hours(1)).costs(.euros(30), for: "kits").costs(.euros(10), for: "couriers")
            Ship("home", by: "road")
          }
        }
      }.counting(in: .eur, exchange: [.sek: .euros(0.088)]))
  }
}
