import PipelineModel
import Quantities
import Randomness
import Testing

/// Scenarios spelled in Swift, small and sound, for tests to spoil.
enum BuiltScenario {
  /// One room, in which each patient's cells are washed for four hours.
  static func sound() throws -> Scenario {
    var scenario = Scenario(
      title: "Sound", start: CivilInstant(try #require(CivilDate("2025-01-06"))),
      horizon: .afterStart(.years(1)))
    scenario.facilities = [
      Facility(
        name: "lab", resources: [Resource(name: "suite", kind: .room(grade: "B"), capacity: .count(1))])
    ]
    var product = Product(name: "car-t")
    product.patients = Demand(arrivals: .poisson(.perYear(18)))
    product.route = [.step(Step("wash", takes: try hours(4), uses: [Claim("suite")]))]
    scenario.products = [product]
    return scenario
  }

  /// A sound scenario whose product has another route.
  static func route(_ route: [RoutePart]) throws -> Scenario {
    var scenario = try sound()
    scenario.products[0].route = route
    return scenario
  }

  static func hours(_ hours: Double) throws -> SpanLaw { SpanLaw(try .fixed(hours * 3_600)) }
}
