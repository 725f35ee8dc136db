import Quantities
import Randomness

/// The patients of a product: how they arrive, in which order they are served, and what may befall them meanwhile.
public struct Demand: Hashable, Sendable {
  /// `at:` the site of the hospital that treats them; the site of the facility that makes the product when absent.
  public var at: String?
  /// `arrive:`.
  public var arrivals: Arrivals
  /// `from:` first instant at which patients are referred; `licensed` or `opened` of the making facility, a date, or the
  /// start when absent.
  public var from: DemandStart = .start
  /// `until:` no referrals from then on; the horizon when absent.
  public var until: Moment?
  /// `at most:` so many patients in all.
  public var atMost: Int?
  /// `each:` how many patients come together; one when absent.
  public var groupSize: Law?
  /// `order: first come | worst off | due date | maximum benefit`.
  public var order: LineOrder = .firstCome
  /// `severity:` a law; the greatest is the worst off.
  public var severity: Law?
  /// `worsens: 0.1 / 30 d`: how much the severity of each grows from the referral on; not at all when absent.
  public var worsens: Rate?
  /// `severity classes: [0.33, 0.67]`: bounds of the classes by which waits and losses are compared.
  public var severityClasses: [Double] = []
  /// `benefit:` of an infusion, for `order: maximum benefit`.
  public var benefit: Benefit?
  /// `due:` after the referral, for `order: due date`.
  public var due: SpanLaw?
  /// `clocks:` competing risks; the first to ring takes the patient out and names the reason.
  public var clocks: [PatientClock] = []
  /// `withdrawals: [ { patient: 1, at: 2025-03-02, reason: withdrew } ]`: single patients who withdraw on a known date.
  public var withdrawals: [Withdrawal] = []

  /// Patients who arrive so.
  public init(arrivals: Arrivals) { self.arrivals = arrivals }
}

/// One patient withdraws at a known instant.
public struct Withdrawal: Hashable, Sendable {
  /// `patient:` the n-th arrival, counted from 1.
  public var patient: Int
  /// `at:`.
  public var at: Moment
  /// `reason:`; `withdrew` when absent.
  public var reason: String = "withdrew"

  /// A withdrawal.
  public init(patient: Int, at: Moment, reason: String = "withdrew") {
    self.patient = patient
    self.at = at
    self.reason = reason
  }
}

/// From when patients are referred.
public enum DemandStart: Hashable, Sendable {
  /// The scenario's start.
  case start
  /// `from: opened`: the first making facility opens.
  case opened
  /// `from: licensed`: the first making facility is licensed.
  case licensed
  /// `from: 2024-10-01` or `from: 30 d`.
  case moment(Moment)
}

/// The order of a line within a priority class.
public enum LineOrder: String, Hashable, Sendable, CaseIterable {
  /// By arrival in the line.
  case firstCome = "first come"
  /// The greatest severity first.
  case worstOff = "worst off"
  /// The earliest due date first.
  case dueDate = "due date"
  /// The greatest loss of benefit by waiting once more first.
  case maximumBenefit = "maximum benefit"
}

/// How patients, orders or trainees arrive.
public enum Arrivals: Hashable, Sendable {
  /// `{ poisson: 18 / y }`.
  case poisson(Rate)
  /// `{ every: 1.25 h }`, the first after one interval, or at `first:`.
  case every(TimeLength, first: TimeLength?)
  /// `{ renewal: { erlang: { k: 2, mean: 3 h } } }`: independent intervals.
  case renewal(SpanLaw)
  /// `{ at: [0 h, 2 h, 15 h] }` or dates; several may coincide.
  case scheduled([Moment])
  /// `{ cohort: 30, at: 2025-09-01 }`: all at once.
  case cohort(Int, at: Moment)
  /// `{ varying: { rate: 18 / y, over day: …, over week: …, over year: …, wave: …, ramp: … } }`: Poisson with a rate that
  /// varies, drawn by inversion of the cumulative rate.
  case varying(RateFunction)
}

/// A rate that varies in time: a base rate times the factors that are given.
public struct RateFunction: Hashable, Sendable {
  /// `rate:` the base.
  public var base: Rate
  /// `over day:` 24 factors, one for each civil hour.
  public var overDay: [Double] = []
  /// `over week:` seven factors, Monday first (spelled as a map: `{ sat: 0, sun: 0 }`, others 1).
  public var overWeek: [Double] = []
  /// `over year:` twelve factors, January first (spelled as a map: `{ jul: 0.5 }`, others 1).
  public var overYear: [Double] = []
  /// `wave: { every: 24 h, amplitude: 0.5, from: 0 h }`: factor 1 + amplitude · sin(2π (t − from) / every).
  public var wave: Wave?
  /// `ramp: [ { at: 2025-01-01, factor: 0 }, { at: 2027-01-01, factor: 1 } ]`: linear between, constant outside.
  public var ramp: [RampPoint] = []

  /// A rate function.
  public init(base: Rate) { self.base = base }
}

/// A sine wave around 1.
public struct Wave: Hashable, Sendable {
  /// `every:` the period.
  public var period: TimeLength
  /// `amplitude:` 0 … 1.
  public var amplitude: Double
  /// `from:` when it first rises through 1, after the start.
  public var from: TimeLength

  /// A wave.
  public init(period: TimeLength, amplitude: Double, from: TimeLength = .hours(0)) {
    self.period = period
    self.amplitude = amplitude
    self.from = from
  }
}

/// A corner of a piecewise linear factor.
public struct RampPoint: Hashable, Sendable {
  /// When.
  public var at: Moment
  /// The factor there.
  public var factor: Double

  /// A corner.
  public init(at: Moment, factor: Double) {
    self.at = at
    self.factor = factor
  }
}
