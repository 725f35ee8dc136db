import Quantities

/// A graduate in a role.
struct CareerRow: Sendable, BitwiseCopyable {
  var pool: Int32
  var person: Int32
  var programme: Int32
  var entered: SimulationTime
  /// The year in which it began; -1 during the warm-up.
  var period: Int32
  var isIndependent: Bool
}

/// Where the people of a role come from, by the end of each year: the places of the numbers of each programme, and of those who
/// came from none.
struct OriginPlan: Sendable {
  var pool: Int32
  var programmes: [(programme: Int32, place: Int32)] = []
  var market: Int32

  /// Years after which graduates are looked for in their roles.
  static let years: [Int] = [1, 3, 5]
}
