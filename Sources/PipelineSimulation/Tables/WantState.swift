import Quantities

/// What those who wait for a booking are refused for.
struct WantState: Sendable {
  /// By product: the pool that has not enough for the earliest start that was refused for want of one, when a start was last
  /// looked for; -1 where nothing was.
  private var pools: [Int32]
  private var days: [Int]
  /// A start is looked for, for somebody who waits.
  var isAsking = false
  /// Whoever left a line or the list in this instant, and what he waited for.
  var leftToken: Int32 = -1
  var leftAt = SimulationTime.never
  var leftFor: Int32 = -1
  /// Starts, by variant and date, that training or media fills have taken from patients.
  var lost: Set<Int64> = []

  init(products: Int) {
    pools = Array(repeating: -1, count: products)
    days = Array(repeating: .max, count: products)
  }

  /// The pool for want of which starts of a product are refused; nil where none is.
  func pool(of product: Int) -> Int32? { pools[product] >= 0 ? pools[product] : nil }

  mutating func ask(for product: Int) {
    (pools[product], days[product], isAsking) = (-1, .max, true)
  }

  mutating func refuse(_ product: Int, on day: Int, for pool: Int32) {
    if day >= days[product] { return }
    (pools[product], days[product]) = (pool, day)
  }
}
