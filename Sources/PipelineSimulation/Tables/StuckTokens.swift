/// Those who wait and cannot go on whatever the others do, in the order of their rows.
struct StuckTokens: Sendable {
  var rows: [Int32] = []
  private var isMember: [Bool] = []
  var lots = LotsUnderWay()

  init() {}

  /// All who wait, before it is known who can go on, of so many rows.
  init(_ waiting: [Int32], of capacity: Int, lots: LotsUnderWay) {
    rows = waiting
    isMember = Array(repeating: false, count: capacity)
    for token in waiting { isMember[Int(token)] = true }
    self.lots = lots
  }

  func contains(_ token: Int32) -> Bool { token >= 0 && Int(token) < isMember.count && isMember[Int(token)] }

  /// Somebody can go on; `rows` is left as it is.
  mutating func remove(_ token: Int32, of variant: Int32) {
    isMember[Int(token)] = false
    lots.count(variant, -1)
  }
}

/// How many lots that fill a stock are under way, and how many of them are stuck.
struct LotsUnderWay: Sendable {
  private struct Tally: Sendable {
    var first: Int32 = -1
    var alive = 0
    var stuck = 0
  }
  /// By variant.
  private var tallies: [Tally] = []

  init() {}

  /// So many variants may fill stocks.
  init(variants count: Int) { tallies = Array(repeating: Tally(), count: count) }

  /// Adds an entity; the first of its kind is the one that is named.
  mutating func add(_ token: Int32, of variant: Int32) {
    guard variant >= 0 else { return }
    if tallies[Int(variant)].alive == 0 { tallies[Int(variant)].first = token }
    tallies[Int(variant)].alive += 1
  }

  /// So many more of a variant are stuck.
  mutating func count(_ variant: Int32, _ change: Int) {
    if variant >= 0, !tallies.isEmpty { tallies[Int(variant)].stuck += change }
  }

  /// The first lot of a variant where there are some and all of them are stuck.
  func stuckLot(of variant: Int32) -> Int32? {
    guard variant >= 0, !tallies.isEmpty else { return nil }
    let tally = tallies[Int(variant)]
    return tally.alive > 0 && tally.stuck == tally.alive ? tally.first : nil
  }
}
