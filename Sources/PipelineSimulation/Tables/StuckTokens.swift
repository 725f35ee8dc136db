/// Those who wait and cannot go on whatever the others do, in the order of their rows.
struct StuckTokens: Sendable {
  var rows: [Int32] = []
  private var members: Set<Int32> = []
  var lots = LotsUnderWay(filling: [])

  init() {}

  /// All who wait, before it is known who can go on.
  init(_ waiting: [Int32], lots: LotsUnderWay) {
    rows = waiting
    members = Set(waiting)
    self.lots = lots
  }

  func contains(_ token: Int32) -> Bool { members.contains(token) }

  /// Somebody can go on; `rows` is left as it is.
  mutating func remove(_ token: Int32, of variant: Int32) {
    members.remove(token)
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
  private var tallies: [Int32: Tally] = [:]

  /// Lots of some variants are counted.
  init(filling variants: [Int32]) { for variant in variants { tallies[variant] = Tally() } }

  var isEmpty: Bool { tallies.isEmpty }

  /// Adds an entity; the first of its kind is the one that is named.
  mutating func add(_ token: Int32, of variant: Int32) {
    guard var tally = tallies[variant] else { return }
    if tally.alive == 0 { tally.first = token }
    tally.alive += 1
    tallies[variant] = tally
  }

  /// So many more of a variant are stuck.
  mutating func count(_ variant: Int32, _ change: Int) { tallies[variant]?.stuck += change }

  /// The first lot of a variant where there are some and all of them are stuck.
  func stuckLot(of variant: Int32) -> Int32? {
    guard let tally = tallies[variant], tally.alive > 0, tally.stuck == tally.alive else { return nil }
    return tally.first
  }
}
