import OutputAnalysis
@testable import PipelineSimulation

/// Layouts and records that are written down instead of simulated.
enum HandMade {
  static func scope(_ product: String, _ year: Int? = nil) -> Scope {
    var keys: [Scope.Key: Scope.Value] = [.product: .name(product)]
    if let year { keys[.year] = .number(year) }
    return Scope(keys)
  }

  /// One measure of each combination: counts by product and year, a ratio, a probability, observations, an instant.
  static let layout = RecordLayout(
    measures: [
      Measure(
        "patients.treated", unit: "patients", keys: [.product, .year],
        groupings: [[], [.product], [.product, .year]], combination: .count, definition: "Patients treated."),
      Measure(
        "room.utilisation", unit: "1", keys: [], groupings: [[]], combination: .ratio(isProbability: false),
        definition: "Hours used over hours open."),
      Measure(
        "probability.blocked", unit: "1", keys: [], groupings: [[]], combination: .ratio(isProbability: true),
        definition: "Arrivals that found the line full."),
      Measure(
        "time.vein-to-vein", unit: "d", keys: [.product], groupings: [[], [.product]], combination: .samples,
        definition: "From collection to infusion."),
      Measure(
        "milestone.first-patient", unit: "d", keys: [], groupings: [[]], combination: .milestone,
        definition: "The first patient is treated."),
    ],
    slots: [
      .init(measure: 0, scope: scope("a", 2025), offset: 0),
      .init(measure: 0, scope: scope("a", 2026), offset: 1),
      .init(measure: 0, scope: scope("b", 2025), offset: 2),
      .init(measure: 1, scope: Scope(), offset: 3),
      .init(measure: 2, scope: Scope(), offset: 5),
      .init(measure: 3, scope: scope("a"), offset: 7, sampleOffset: 0),
      .init(measure: 3, scope: scope("b"), offset: 8, sampleOffset: 1),
      .init(measure: 4, scope: Scope(), offset: 9),
    ],
    valueCount: 10, sampleCount: 2, partialYears: [2025])

  static func record(
    _ replication: Int, treated: [Double] = [0, 0, 0], used: Double = 0, open: Double = 0,
    blocked: Double = 0,
    arrived: Double = 0, times: [[Double]] = [[], []], firstPatient: Double = .nan
  ) -> ReplicationRecord {
    let samples = times.map { values in
      var sketch = QuantileSketch()
      for value in values { sketch.add(value) }
      return sketch
    }
    let sums = times.map { $0.reduce(0, +) }
    return ReplicationRecord(
      replication: replication, outcome: .horizonReached,
      values: treated + [used, open, blocked, arrived] + sums + [firstPatient],
      samples: samples,
      size: RunSize(events: 10, patients: 2, batches: 1))
  }
}
