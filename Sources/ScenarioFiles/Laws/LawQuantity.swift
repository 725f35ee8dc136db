import PipelineModel
import Quantities

/// What the numbers of a law are: plain numbers, or lengths of time.
protocol LawQuantity: Equatable, Sendable {
  static var form: Form<Self> { get }
  /// The number that the law calculates with.
  var lawValue: Double { get }
  /// Seconds or working days; seconds also for plain numbers.
  var lawMeasure: SpanLaw.Measure { get }
  /// The quantity as it is written.
  init(lawValue: Double, measure: SpanLaw.Measure)
  static var isTime: Bool { get }
}

extension Double: LawQuantity {
  static var form: Form<Double> { .number }
  var lawValue: Double { self }
  var lawMeasure: SpanLaw.Measure { .seconds }
  init(lawValue: Double, measure: SpanLaw.Measure) { self = lawValue }
  static var isTime: Bool { false }
}

extension TimeLength: LawQuantity {
  static var form: Form<TimeLength> { .duration }
  var lawValue: Double { seconds ?? amount }
  var lawMeasure: SpanLaw.Measure { seconds == nil ? .workingDays : .seconds }
  static var isTime: Bool { true }

  /// The largest unit that gives the same number of seconds, bit for bit.
  init(lawValue: Double, measure: SpanLaw.Measure) {
    if measure == .workingDays {
      self.init(lawValue, .wd)
      return
    }
    for unit in [TimeUnit.d, .h, .min] {
      guard let seconds = unit.secondsPerUnit else { continue }
      let amount = lawValue / seconds
      let isShort = abs(amount * 1_000 - (amount * 1_000).rounded()) < 1e-9
      if abs(amount) >= 1, isShort, TimeLength(amount, unit).seconds == lawValue {
        self.init(amount, unit)
        return
      }
    }
    self.init(lawValue, .s)
  }
}
