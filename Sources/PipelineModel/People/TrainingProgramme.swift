import Quantities
import Randomness

/// A programme that people come from: doctoral seats, a master's block of courses, a course.
///
/// `joint-doctorate: { seats: 30, intake: { poisson: 6 / y, until: 5 y }, takes: …, completes: 0.85, stays: 0.4,
/// becomes: { lund-sus/operator: 0.15 } }`.
public struct TrainingProgramme: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// `name:` how reports call it.
  public var title: String
  /// `seats:` so many at a time; who finds none waits for one. No limit when absent.
  public var seats: Int?
  /// `at most:` so many entrants in all; no limit when absent.
  public var atMost: Int?
  /// `intake:` how applicants arrive (as `arrive:` of patients).
  public var intake: Arrivals
  /// `from:` and `until:` bound the intake.
  public var from: Moment?
  /// `until:`.
  public var until: Moment?
  /// `takes:` from entry to completion or drop-out.
  public var takes: SpanLaw
  /// `completes:` the probability of completing.
  public var completes: Double = 1
  /// `stays:` the probability that a graduate stays at the partner sites.
  public var stays: Double = 1
  /// `becomes:` for who stays: roles with probabilities that add up to at most 1.
  public var becomes: [RoleEntry] = []
  /// `costs:` of the programme.
  public var costs: TrainingCosts = TrainingCosts()

  /// A programme.
  public init(name: String, title: String? = nil, intake: Arrivals, takes: SpanLaw) {
    self.name = name
    self.title = title ?? name
    self.intake = intake
    self.takes = takes
  }
}

/// Graduates who take up a role.
public struct RoleEntry: Hashable, Sendable {
  /// `facility/role`.
  public var role: String
  /// The probability, of those who stay.
  public var probability: Double
  /// `independent after:` from entry; the role's own law when absent.
  public var independentAfter: SpanLaw?

  /// A role entry.
  public init(role: String, probability: Double, independentAfter: SpanLaw? = nil) {
    self.role = role
    self.probability = probability
    self.independentAfter = independentAfter
  }
}
