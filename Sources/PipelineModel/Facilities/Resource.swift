import Quantities

/// A pool of interchangeable units that steps claim: rooms of a grade, devices of a kind, people of a role.
public struct Resource: Hashable, Sendable {
  /// Which of the three lists of a facility it stands in.
  public enum Kind: Hashable, Sendable {
    /// `rooms:`; `grade: A | B | C | D`, empty when none is stated.
    case room(grade: String)
    /// `devices:`.
    case device
    /// `people:`.
    case people
  }
  /// Its name within the facility.
  public var name: String
  /// Room, device or people.
  public var kind: Kind
  /// How many there are.
  public var capacity: Capacity
  /// `calendars: [day-shift, weekend-feed]`: on shift when any of them is; always when empty.
  public var calendars: [String] = []
  /// `leave: july` or a list.
  public var leave: [String] = []
  /// `changeover: { same product: 4 h, other product: { triangular: [8 h, 16 h, 24 h] } }` of rooms and devices.
  public var changeover: Changeover?
  /// `air: ahu-1` of rooms: the air-handling unit that they share with others of that name in the facility.
  public var air: String?
  /// `licensed for: GMO` or a list, of rooms: traits of products that no other clean room may hold.
  public var licensedFor: [String] = []
  /// `occupancy: 3` of rooms: how many people may be in one of them at a time; no limit when absent.
  public var occupancy: Int?
  /// `monitoring:` of rooms, the environmental monitoring of sessions.
  public var monitoring: Monitoring?
  /// `breaks: { after: …, counting: calendar | use, mend: …, uses: { technician: 1 } }`.
  public var breakdown: Breakdown?
  /// `attrition:`, `hire after:` and so on, of people.
  public var turnover: Turnover?
  /// `absence:` of people, beside what `productive:` and `leave:` leave out.
  public var absence: Absence?
  /// `covered by:` of people.
  public var cover: Cover?
  /// `on call from:` and `rest:` of people.
  public var onCall: OnCall?
  /// `certificates:` that people hold, all of them or a share.
  public var certificates: [RoleCertificate] = []
  /// `costs:` of one unit or person.
  public var costs: ResourceCosts = ResourceCosts()

  /// A pool of so many units.
  public init(name: String, kind: Kind, capacity: Capacity, calendars: [String] = []) {
    self.name = name
    self.kind = kind
    self.capacity = capacity
    self.calendars = calendars
  }
}

/// How many units a resource has.
public enum Capacity: Hashable, Sendable {
  /// `count: 3`.
  case count(Int)
  /// `count: { 0 h: 1, 1 h: 3, 2 h: 1 }`: from each moment on; nothing before the first.
  case timetable([CapacityChange])
  /// `fte: 7` with `productive: 1550 h / y`: head count turned into people present on each shift.
  case fullTimeEquivalents(Double, productiveHoursPerYear: Double)
  /// `fte: { start: 7, 2026-01-01: 9 }`: so many from each moment on; nobody before the first.
  case fullTimeEquivalentPlan([EquivalentsChange], productiveHoursPerYear: Double)
}

/// From `at` on there are `count` units.
public struct CapacityChange: Hashable, Sendable {
  /// When.
  public var at: Moment
  /// How many from then on.
  public var count: Int

  /// A change of capacity.
  public init(at: Moment, count: Int) {
    self.at = at
    self.count = count
  }
}

/// Cleaning and line clearance of a unit between two batches, done by the people of the next step.
public struct Changeover: Hashable, Sendable {
  /// `same product:` when the batch before was of the same product; none when absent.
  public var sameProduct: SpanLaw?
  /// `other product:` when it was of another; as for the same product when absent.
  public var otherProduct: SpanLaw?
  /// A list of rules by what came before and what comes next, in place of the two laws; the first that fits decides.
  public var rules: [ChangeoverRule] = []

  /// A changeover rule.
  public init(sameProduct: SpanLaw? = nil, otherProduct: SpanLaw? = nil) {
    self.sameProduct = sameProduct
    self.otherProduct = otherProduct
  }

  /// A list of rules.
  public init(rules: [ChangeoverRule]) { self.rules = rules }
}

/// Failures of the units of a resource. Each unit has its own life.
public struct Breakdown: Hashable, Sendable {
  /// What the time to failure counts.
  public enum Counting: String, Hashable, Sendable, CaseIterable {
    /// Calendar time since the last repair.
    case calendar
    /// Time in use since the last repair.
    case use
  }
  /// `after:` time to failure of one unit.
  public var after: SpanLaw
  /// `counting: calendar | use`; calendar when absent.
  public var counting: Counting = .calendar
  /// `mend:` repair time, calendar time.
  public var mend: SpanLaw
  /// `uses:` who repairs; the unit waits for them.
  public var uses: [Claim] = []
  /// `then: resume | restart | finish`: what becomes of the step at hand; resume when absent.
  public var interrupted: ShiftEndPolicy = .suspend

  /// A breakdown rule.
  public init(after: SpanLaw, counting: Counting = .calendar, mend: SpanLaw, uses: [Claim] = []) {
    self.after = after
    self.counting = counting
    self.mend = mend
    self.uses = uses
  }
}

/// How people of a role leave and are replaced.
public struct Turnover: Hashable, Sendable {
  /// `attrition: 18 % / y`: the rate at which each person leaves.
  public var attrition: Rate?
  /// `attrition: { rate: 18 % / y, periods: […] }`: when the rate is another; where periods overlap, factors multiply.
  public var attritionPeriods: [AttritionPeriod] = []
  /// `hire after:` the law of the time until a vacancy is filled.
  public var hireAfter: SpanLaw?
  /// `hire: never` when false.
  public var hires: Bool = true
  /// `independent after:` the law of the time from entry to working alone; at once when absent.
  public var independentAfter: SpanLaw?
  /// `qualified by:` the product whose route whoever enters goes through before working alone, instead of a law.
  public var qualifiedBy: String?
  /// `minimum:` the head count from which the facility counts as staffed; the planned number when absent.
  public var minimum: Double?
  /// `starts with:` the head count present at the opening; the planned number when absent.
  public var startsWith: Double?

  /// A turnover rule.
  public init(attrition: Rate? = nil, hireAfter: SpanLaw? = nil) {
    self.attrition = attrition
    self.hireAfter = hireAfter
  }
}
