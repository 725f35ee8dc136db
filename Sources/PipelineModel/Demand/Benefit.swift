import Quantities

/// What an infusion is worth to a patient, by how sick he is then: a probability of cure, or years of life.
///
/// With `order: maximum benefit` the patient goes first who would lose most by waiting once more as long as `over`: his
/// benefit now, less what is left of it then if he has not been lost meanwhile to one of the hazards that run from the
/// referral. It is looked at anew whenever somebody can be served or booked.
public struct Benefit: Hashable, Sendable {
  /// `by severity:` corners of a function that is linear between them and constant outside.
  public var bySeverity: [BenefitPoint]
  /// `over:` the wait that is looked at; 30 d when absent.
  public var over: TimeLength = .days(30)

  /// A benefit that depends on the severity at the infusion.
  public init(bySeverity: [BenefitPoint], over: TimeLength = .days(30)) {
    self.bySeverity = bySeverity
    self.over = over
  }
}

/// The benefit at one severity.
public struct BenefitPoint: Hashable, Sendable {
  /// `at:` the severity.
  public var severity: Double
  /// `is:` the benefit there.
  public var benefit: Double

  /// A corner.
  public init(at severity: Double, is benefit: Double) {
    self.severity = severity
    self.benefit = benefit
  }
}
