import Experiments
import PipelineSimulation
import Testing

@Suite struct BottleneckTests {
  @Test("In the busy line at least three different things are what some product waits for most")
  func busy() async throws {
    let table = try await ShippedScenario("busy.yaml").columns(20, seed: 1).estimates()
    var most: [Scope.Value: (place: Scope, waiting: Double)] = [:]
    for row in table.rows where row.key.measure == "product.shortage" && row.key.statistic == .mean {
      guard let product = row.key.scope[.product], let waiting = row.estimate.value else { continue }
      if waiting > most[product]?.waiting ?? 0.05 {
        most[product] = (row.key.scope.keeping([.facility, .resource, .stock]), waiting)
      }
    }
    #expect(Set(most.values.map(\.place)).count >= 3, "\(most)")
  }
}
