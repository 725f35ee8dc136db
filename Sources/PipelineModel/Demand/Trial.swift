import Quantities

/// `trial: { cohort: 4, follow-up: 6 mo, at most: 8 }`: so many patients are enrolled, all of them are followed, then the next.
///
/// The follow-up of a patient begins at the first infusion and goes on whatever becomes of the patient. The next cohort may be
/// enrolled when the follow-up of all of the last one is over.
public struct Trial: Hashable, Sendable {
  /// What a member does who is lost before the infusion.
  public enum LostMember: String, Hashable, Sendable, CaseIterable {
    /// Another patient is enrolled in the same cohort.
    case replaced
    /// The place stays taken, and counts as followed.
    case counted
  }
  /// `cohort:` how many patients are enrolled together.
  public var cohort: Int
  /// `follow-up:` of each, from the first infusion on; calendar steps where it counts months or years.
  public var followUp: TimeLength
  /// `at most:` so many patients in all, those not counted who were replaced; cohort after cohort without an end when absent.
  public var atMost: Int?
  /// `starts after:` the time of the authorities' assessment; the first patients are referred so long after `patients: from`.
  public var startsAfter: SpanLaw?
  /// `enrolled at:` the step that takes a place in the cohort; the first step of the route when absent.
  public var enrolledAt: String?
  /// `lost:` before the infusion.
  public var lost: LostMember = .replaced

  /// Cohorts of so many patients, each followed for so long.
  public init(cohort: Int, followUp: TimeLength, atMost: Int? = nil) {
    self.cohort = cohort
    self.followUp = followUp
    self.atMost = atMost
  }
}

extension Product {
  /// The step at which patients are enrolled in a trial; nil where the product is in none, or has no step.
  public var enrolment: String? {
    guard let trial else { return nil }
    if let name = trial.enrolledAt { return name }
    for case .step(let step) in route { return step.name }
    return nil
  }
}
