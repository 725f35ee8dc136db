import Quantities

/// A role whose people are counted by month, and where its numbers of the first month stand.
struct MonthlyRolePlan: Sendable, BitwiseCopyable {
  var pool: Int32
  var qualified: Int32
  var planned: Int32
  var needed: Int32
  var gap: Int32
  /// Pairs.
  var closed: Int32
  /// The most units that one booked start of each variant claims of it at a time, in `MonthPlan.startClaims`.
  var startClaims: Int32
}

/// What is counted by month.
struct MonthPlan: Sendable {
  var roles: [MonthlyRolePlan] = []
  /// Ends of the months; the last is the horizon.
  var ends: [SimulationTime] = []
  /// The most units of a role that one start claims at a time: by role and variant.
  var startClaims: [Int32] = []
  /// The share of a role's time on shift in which those who are needed cover what is asked for.
  static let coverage = 0.95
  /// Nobody asks for more of one role.
  static let mostAsked = 10_000
}
