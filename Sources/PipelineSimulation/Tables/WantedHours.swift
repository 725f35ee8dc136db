/// What a start would reserve, while it is laid out.
struct WantedHours: Sendable {
  /// All of it, in the order in which it was asked for.
  private(set) var reservations: [BookingProposal.Reservation] = []
  /// The unit-ticks of the pools that pausing work claims, which is laid around them: `pool * dayCount + date`.
  private var amounts: [Int: Double] = [:]
  private let dayCount: Int
  private let isLooked: [Bool]

  /// Nothing yet; `isLooked` says of each pool whether pausing work claims it.
  init(dayCount: Int, isLooked: [Bool]) {
    self.dayCount = dayCount
    self.isLooked = isLooked
  }

  /// Asks for unit-ticks of a pool on a date.
  mutating func add(_ item: BookingProposal.Reservation) {
    reservations.append(item)
    if isLooked[item.pool] { amounts[item.pool * dayCount + item.day, default: 0] += item.amount }
  }

  /// The unit-ticks asked for of a pool that pausing work claims.
  func amount(pool: Int, day: Int) -> Double { amounts[pool * dayCount + day] ?? 0 }
}
