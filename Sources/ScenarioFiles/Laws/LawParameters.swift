import PipelineModel

/// The parameters of every law as they are written; each law uses some of them.
struct LawParameters<Quantity: LawQuantity>: Equatable, Sendable {
  /// A member of a mixture.
  struct Part: Equatable, Sendable {
    var weight: Double = 1
    var law: SpanLaw?
  }

  var values: [Quantity] = []
  var mean: Quantity?
  var deviation: Quantity?
  var median: Quantity?
  var quartiles: [Quantity]?
  var scale: Quantity?
  var from: Quantity?
  var to: Quantity?
  var by: Quantity?
  var means: [Quantity] = []
  var weights: [Double] = []
  var sigma: Double?
  var shape: Double?
  var alpha: Double?
  var beta: Double?
  var probability: Double?
  var successes: Double?
  var stages: Int?
  var trials: Int?
  var law: SpanLaw?
  var parts: [Part] = []

  init() {}

  /// Every quantity and every inner law, to see whether all count the same.
  var measures: [SpanLaw.Measure] {
    let single = [mean, deviation, median, scale, from, to, by].compactMap { $0?.lawMeasure }
    let lists = (values + (quartiles ?? []) + means).map(\.lawMeasure)
    return single + lists + parts.compactMap { $0.law?.measure } + (law.map { [$0.measure] } ?? [])
  }
}
