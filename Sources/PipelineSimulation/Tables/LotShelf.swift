import Quantities

/// Units that expire together.
struct StockLot: Sendable {
  var count: Int32
  var expires: SimulationTime
}

/// The lots of a stock in the order in which they expire; units are taken from the first.
///
/// A lot that is used up or expired is passed over for good, so that taking and discarding cost constant time, amortised.
struct LotShelf: Sendable {
  private var lots: [StockLot] = []
  /// The first lot that may have units left.
  private var front = 0

  /// The units of all lots.
  var units: Int64 { lots[front...].reduce(0) { $0 + Int64($1.count) } }

  /// Adds a lot that expires no earlier than those before it.
  mutating func add(_ lot: StockLot) { lots.append(lot) }

  /// Takes so many units, or all there are.
  mutating func take(_ units: Int32) {
    var left = units
    while left > 0, front < lots.count {
      let taken = min(left, lots[front].count)
      lots[front].count -= taken
      left -= taken
      if lots[front].count == 0 { pass() }
    }
  }

  /// Takes away the first lot that has expired and has units left; nil when there is none.
  mutating func discard(at now: SimulationTime) -> Int32? {
    while front < lots.count, lots[front].expires <= now {
      let count = lots[front].count
      pass()
      if count > 0 { return count }
    }
    return nil
  }

  private mutating func pass() {
    front += 1
    if front >= 64 && front * 2 > lots.count {
      lots.removeSubrange(0..<front)
      front = 0
    }
  }
}
