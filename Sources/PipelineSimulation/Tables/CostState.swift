import OutputAnalysis

/// What a run has spent. Empty where a scenario has no prices.
struct CostState: Sendable {
  /// The year at hand, by account and category: `account * categories + category`.
  var year: [Int128] = []
  /// The year at hand: what was spent on batches that came to nothing, by variant.
  var failed: [Int128] = []
  /// The year at hand: units put into stocks, by variant; persons hired, by pool.
  var stored: [Int64] = []
  var hired: [Int64] = []
  /// The year at hand: what programmes cost, and how many of their graduates became independent.
  var training: [Int128] = []
  var qualified: [Int64] = []
  /// Units in use for each variant: `pool * variants + variant`.
  var use: [LevelIntegral] = []
  /// All that was ever booked, summed on its own, and of that what was due when steps began.
  var booked: Int128 = 0
  var bookedAtStarts: Int128 = 0

  init() {}

  /// Nothing spent yet.
  init(of tables: ProgramTables) {
    guard tables.costs.isThere else { return }
    year = Array(repeating: 0, count: tables.costs.accounts * tables.costs.categories.count)
    failed = Array(repeating: 0, count: tables.variants.count)
    stored = Array(repeating: 0, count: tables.variants.count)
    hired = Array(repeating: 0, count: tables.pools.count)
    training = Array(repeating: 0, count: tables.training.count)
    qualified = Array(repeating: 0, count: tables.training.count)
    use = Array(repeating: LevelIntegral(), count: tables.pools.count * tables.variants.count)
  }
}
