import Quantities
import Randomness

/// Laws of time as the builder writes them: `takes: .triangular(.hours(4), .hours(5), .hours(6))`.
///
/// Numbers written into a program are part of the program: parameters that make no law, or that mix working days with
/// calendar units, are a programmer error and stop it with a sentence. Parameters that a program computes or reads go
/// through the throwing factories of `Law`: `SpanLaw(try .triangular(minimum: a, mode: b, maximum: c))`.
extension SpanLaw {
  /// A law over lengths, all calendar or all in working days.
  static func written(
    _ lengths: [TimeLength], _ make: ([Double]) throws(LawFault) -> Law
  ) -> SpanLaw {
    let measure: Measure = lengths.first?.unit == .wd ? .workingDays : .seconds
    guard lengths.allSatisfy({ ($0.unit == .wd) == (measure == .workingDays) }) else {
      WrittenFault.stop("one law counts working days or calendar time, not both: \(lengths)")
    }
    let law = Law.written { () throws(LawFault) in try make(lengths.map { $0.seconds ?? $0.amount }) }
    guard law.minimum >= 0 else { WrittenFault.stop("a law of time gives no times below zero: \(law)") }
    return SpanLaw(law, in: measure)
  }

  /// A law made of laws, all calendar or all in working days.
  static func written(of laws: [SpanLaw], _ make: ([Law]) throws(LawFault) -> Law) -> SpanLaw {
    let measure = laws.first?.measure ?? .seconds
    guard laws.allSatisfy({ $0.measure == measure }) else {
      WrittenFault.stop("one law counts working days or calendar time, not both: \(laws)")
    }
    let law = Law.written { () throws(LawFault) in try make(laws.map(\.law)) }
    guard law.minimum >= 0 else { WrittenFault.stop("a law of time gives no times below zero: \(law)") }
    return SpanLaw(law, in: measure)
  }

  /// Always the same length.
  public static func fixed(_ length: TimeLength) -> SpanLaw {
    written([length]) { (v) throws(LawFault) in try .fixed(v[0]) }
  }
  /// Always so many seconds.
  public static func seconds(_ amount: Double) -> SpanLaw { fixed(.seconds(amount)) }
  /// Always so many minutes.
  public static func minutes(_ amount: Double) -> SpanLaw { fixed(.minutes(amount)) }
  /// Always so many hours.
  public static func hours(_ amount: Double) -> SpanLaw { fixed(.hours(amount)) }
  /// Always so many days of 24 h.
  public static func days(_ amount: Double) -> SpanLaw { fixed(.days(amount)) }
  /// Always so many weeks of 7 d.
  public static func weeks(_ amount: Double) -> SpanLaw { fixed(.weeks(amount)) }
  /// Always so many twelfths of a year.
  public static func months(_ amount: Double) -> SpanLaw { fixed(.months(amount)) }
  /// Always so many years of 365.25 d.
  public static func years(_ amount: Double) -> SpanLaw { fixed(.years(amount)) }
  /// Always so many working days of whoever performs the step.
  public static func workingDays(_ amount: Double) -> SpanLaw { fixed(.workingDays(amount)) }
}

extension Law {
  /// A law whose parameters are part of a program.
  static func written(_ make: () throws(LawFault) -> Law) -> Law {
    do throws(LawFault) {
      return try make()
    } catch {
      WrittenFault.stop("no law '\(error.law)' has \(error.parameter) = \(error.value): \(error.reason)")
    }
  }
}
