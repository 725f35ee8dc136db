import PipelineSimulation

/// One number of one replication at its finest scope.
struct ReportedValue {
  var measure: String
  var scope: Scope
  var unit: String
  /// The count, the quotient, the mean of the observations, or the instant in seconds; nil where not defined.
  var value: Double?
  /// How many observations; nil but for measures that observe.
  var count: Double?

  /// All numbers of a record, in the order of its layout.
  static func all(of record: ReplicationRecord, _ layout: RecordLayout) -> [ReportedValue] {
    layout.slots.map { slot in
      let measure = layout.measures[slot.measure]
      let first = record.values[slot.offset]
      var result = ReportedValue(measure: measure.name, scope: slot.scope, unit: measure.unit)
      switch measure.combination {
      case .count, .standing, .amount: result.value = first
      case .milestone:
        result.value = first
        result.unit = "s"
      case .ratio:
        let below = record.values[slot.offset + 1]
        result.value = below == 0 ? nil : first / below
      case .samples:
        let count = Double(record.samples[slot.sampleOffset].count)
        result.count = count
        result.value = count == 0 ? nil : first / count
      }
      if let value = result.value, !value.isFinite { result.value = nil }
      return result
    }
  }
}
