import PipelineModel

/// Prices in whole thousandths of the scenario's currency, so that sums are exact, and where the sums are reported.
///
/// Accounts: one for each variant, then one for each facility, for what no product caused, and a last one for what has
/// no facility.
struct CostPlan: Sendable {
  /// How many parts one unit of the currency has.
  static var parts: Double { 1000 }

  /// Whether the scenario has a price at all.
  var isThere = false
  /// What money is spent for, in the order of the tables of categories.
  var categories: [String] = []
  /// That of programmes, which no product and no facility pays; -1 for none.
  var trainingCategory: Int32 = -1
  /// By pool; those of stocks are empty.
  var pools: [PoolPrices] = []
  /// A year of each facility's building.
  var buildings: [Int128] = []
  /// One unit of each stock, by pool.
  var units: [Int128] = []
  /// How many ticks the civil year of each period has.
  var yearTicks: [Int128] = []
  /// Where the first year of each account and category stands: `account * categories.count + category`; -1 for none.
  var totals: [Int32] = []
  /// Where the pairs of each account stand, and the counts of each variant's failed batches; -1 for none.
  var perPatient: [Int32] = []
  var perDose: [Int32] = []
  var failed: [Int32] = []

  var accounts: Int { perPatient.count }
}

/// What one unit of a pool costs.
struct PoolPrices: Sendable {
  var category: Int32 = -1
  var year: Int128 = 0
  var hour: Int128 = 0
  var changeover: Int128 = 0
  var hire: Int128 = 0
  var call: Int128 = 0
  var overtime: Int128 = 0
  var night: Int128 = 0
  var weekend: Int128 = 0

  /// Whether an hour of work with it is charged.
  var chargesHours: Bool { hour > 0 || hasPremium }
  /// Whether it matters when the work is done.
  var hasPremium: Bool { overtime > 0 || night > 0 || weekend > 0 }
}

/// What is due each time that a step begins.
struct CostItemPlan: Sendable, BitwiseCopyable {
  var category: Int32
  var amount: Int64
}
