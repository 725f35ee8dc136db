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
  /// `seats:` so many at a time; who finds none waits for one, or leaves (`whenFull`). No limit when absent.
  public var seats: Int?
  /// `when full:` what becomes of who finds no seat; they wait when absent.
  public var whenFull: WhenFull?
  /// `at most:` so many entrants in all; no limit when absent.
  public var atMost: Int?
  /// `intake:` how applicants arrive (as `arrive:` of patients).
  public var intake: Arrivals
  /// `from:` and `until:` bound the intake.
  public var from: Moment?
  /// `until:`.
  public var until: Moment?
  /// `takes:` from entry to completion or drop-out; nil where they go `through` a route.
  public var takes: SpanLaw?
  /// `through:` the product whose route each entrant goes through, instead of `takes` and `completes`: its end completes, a
  /// loss drops out.
  public var through: String?
  /// `completes:` the probability of completing, where nobody goes through a route.
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

  /// A programme whose entrants go through the route of a product.
  public init(name: String, title: String? = nil, intake: Arrivals, through product: String) {
    self.name = name
    self.title = title ?? name
    self.intake = intake
    self.through = product
  }
}

/// What becomes of who finds no seat.
public enum WhenFull: String, Hashable, Sendable, CaseIterable {
  /// They wait for a seat, first come, first served.
  case wait
  /// They leave at once, and are counted.
  case leave
}

/// Graduates who take up a role.
public struct RoleEntry: Hashable, Sendable {
  /// `facility/role`.
  public var role: String
  /// The probability, of those who stay.
  public var probability: Double
  /// `independent after:` from entry; the role's own way when absent.
  public var independentAfter: SpanLaw?
  /// `qualified by:` the product whose route they go through before they work alone; the role's own way when absent.
  public var qualifiedBy: String?

  /// A role entry.
  public init(
    role: String, probability: Double, independentAfter: SpanLaw? = nil, qualifiedBy: String? = nil
  ) {
    self.role = role
    self.probability = probability
    self.independentAfter = independentAfter
    self.qualifiedBy = qualifiedBy
  }
}
