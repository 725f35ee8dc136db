import Experiments
import Testing

@testable import PipelineSimulation

@Suite struct StandingLevelTests {
  @Test("A level at the end of a year is added over products, and over years the last one stands")
  func lastYear() async {
    let layout = RecordLayout(
      measures: [
        Measure(
          "patients.in-progress", unit: "patients", keys: [.product, .year],
          groupings: [[], [.product], [.year]],
          combination: .standing, definition: "Patients on their way at the end of the year.")
      ],
      slots: [
        .init(measure: 0, scope: HandMade.scope("a", 2025), offset: 0),
        .init(measure: 0, scope: HandMade.scope("a", 2026), offset: 1),
        .init(measure: 0, scope: HandMade.scope("b", 2025), offset: 2),
        .init(measure: 0, scope: HandMade.scope("b", 2026), offset: 3),
      ], valueCount: 4, sampleCount: 0, partialYears: [])
    var columns = ResultColumns(layout: layout)
    for replication in 0..<2 {
      columns.append(
        ReplicationRecord(
          replication: replication, outcome: .horizonReached, values: [5, 2, 7, 1], samples: [],
          size: RunSize()))
    }
    let table = await columns.estimates()
    func value(_ scope: Scope) -> Double? {
      table.row("patients.in-progress", .mean, scope)?.estimate.value
    }
    #expect(value(Scope()) == 3)
    #expect(value(HandMade.scope("a")) == 2)
    #expect(value(Scope([.year: .number(2025)])) == 12)
  }
}
