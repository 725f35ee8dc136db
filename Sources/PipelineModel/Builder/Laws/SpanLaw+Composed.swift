import Quantities
import Randomness

extension SpanLaw {
  /// Listed lengths with weights, which need not add up to 1.
  public static func discrete(values: [TimeLength], weights: [Double]) -> SpanLaw {
    written(values) { (v) throws(LawFault) in try .discrete(values: v, weights: weights) }
  }

  /// Observed lengths, each as likely.
  public static func empirical(_ values: [TimeLength]) -> SpanLaw {
    written(values) { (v) throws(LawFault) in try .empirical(v) }
  }

  /// One of several laws, chosen by weight: `.mixture((3, .exponential(.hours(5))), (1, .hours(9)))`.
  public static func mixture(_ parts: (weight: Double, law: SpanLaw)...) -> SpanLaw {
    written(of: parts.map(\.law)) { (laws) throws(LawFault) in
      try .mixture(laws, weights: parts.map(\.weight))
    }
  }

  /// This law, later by a constant.
  public func shifted(by length: TimeLength) -> SpanLaw {
    SpanLaw.written(of: [self, .fixed(length)]) { (laws) throws(LawFault) in
      try laws[0].shifted(by: length.seconds ?? length.amount)
    }
  }

  /// This law, given that its value lies within bounds.
  public func truncated(from least: TimeLength? = nil, to greatest: TimeLength? = nil) -> SpanLaw {
    SpanLaw.written(of: [self] + [least, greatest].compactMap { $0.map(SpanLaw.fixed) }) {
      (laws) throws(LawFault) in
      try laws[0].truncated(
        from: least.map { $0.seconds ?? $0.amount } ?? -.infinity,
        to: greatest.map { $0.seconds ?? $0.amount } ?? .infinity)
    }
  }

  /// A law of numbers times a length: how a count becomes a time.
  public static func scaled(by length: TimeLength, _ law: NumberLaw) -> SpanLaw {
    written([length]) { (v) throws(LawFault) in v[0] == 1 ? law.law : try law.law.scaled(by: v[0]) }
  }
}
