import Quantities

/// From `at` on so many full-time equivalents are planned.
public struct EquivalentsChange: Hashable, Sendable {
  /// When.
  public var at: Moment
  /// How many from then on.
  public var equivalents: Double

  /// A change of plan.
  public init(at: Moment, equivalents: Double) {
    self.at = at
    self.equivalents = equivalents
  }
}

/// A time in which people leave more often, or less: `{ from: 2024-10-01, until: 2026-10-01, factor: 2 }`, a labour competitor
/// who opens next door.
public struct AttritionPeriod: Hashable, Sendable {
  /// `from:` its first instant.
  public var from: Moment
  /// `until:` its end; for good when absent.
  public var until: Moment?
  /// `factor:` what the rate is multiplied with; 1 changes nothing, 0 keeps everybody.
  public var factor: Double

  /// A period.
  public init(from: Moment, until: Moment? = nil, factor: Double) {
    self.from = from
    self.until = until
    self.factor = factor
  }
}

/// Absence that nobody planned, in spells: `{ share: 5 %, spells: { lognormal: { median: 4 d, sigma: 1 } } }`.
///
/// Each person is there for an exponential time and then away for a spell, on and on; the mean of the first is what keeps the
/// share in the long run. Everybody is there when they enter.
public struct Absence: Hashable, Sendable {
  /// `share:` of the time that a person is away, less than 1.
  public var share: Double
  /// `spells:` how long each lasts, calendar time.
  public var spells: SpanLaw

  /// Spells of absence.
  public init(share: Double, spells: SpanLaw) {
    self.share = share
    self.spells = spells
  }
}
