import Quantities

/// A risk that runs through the whole way of a patient, in a line or not, also while the cells grow:
/// `death: { hazard: 2.4 % / 30 d }` or `death: { after: law, from: collection, to: infusion }`.
public struct PatientClock: Hashable, Sendable {
  /// What is drawn.
  public enum Risk: Hashable, Sendable {
    /// `hazard: 2.4 % / 30 d`: a constant rate.
    case hazard(Rate)
    /// `after:` any law.
    case after(SpanLaw)
  }
  /// Its name, which is the reason of the loss.
  public var name: String
  /// Hazard or law.
  public var risk: Risk
  /// `from:` the mark at which it starts; `collection` when absent (and `referral` where the route marks none).
  public var from: String = "collection"
  /// `to:` the mark at which it stops; `infusion` when absent.
  public var to: String = "infusion"
  /// `changes: [ { after: 60 d, factor: 1.5 } ]`: from so long after its start on, the hazard is so many times as high.
  public var changes: [HazardChange] = []
  /// `doubles with severity: 0.5`: the hazard doubles with every 0.5 of severity, and is as written at severity 0.
  public var doublesWithSeverity: Double?

  /// A clock.
  public init(name: String, risk: Risk, from: String = "collection", to: String = "infusion") {
    self.name = name
    self.risk = risk
    self.from = from
    self.to = to
  }
}

/// From so long after the start of a clock on, its hazard is so many times the one that is written.
public struct HazardChange: Hashable, Sendable {
  /// `after:` the start of the clock.
  public var after: TimeLength
  /// `factor:` of the hazard as written, until the next change.
  public var factor: Double

  /// A change of a hazard.
  public init(after: TimeLength, factor: Double) {
    self.after = after
    self.factor = factor
  }
}
