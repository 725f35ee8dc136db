import PipelineModel

/// What a program can close circles of waiting with: worked out once, so that most waits need no search.
struct CirclePlan: Sendable {
  /// Pools of which units can be held by somebody who waits: kept, blocked, or left to suspended work. A stock, when
  /// nothing but lots fills it.
  private(set) var isHeldWaiting: [Bool] = []
  /// Pools that a step of a variant frees by name: `variant * pools + pool`.
  private var isFreed: [Bool] = []
  /// Variants that put something into a stock, by pool.
  private(set) var suppliers: [[Int32]] = []
  /// A full line can hold somebody up who has units of the step before.
  private(set) var canBlock = false
  /// Variants of which not everybody goes the same way.
  private(set) var hasChoice: [Bool] = []

  init() {}

  init(of tables: ProgramTables) {
    isHeldWaiting = Array(repeating: false, count: tables.pools.count)
    isFreed = Array(repeating: false, count: tables.variants.count * tables.pools.count)
    suppliers = Array(repeating: [], count: tables.pools.count)
    hasChoice = Array(repeating: false, count: tables.variants.count)
    let blocking = Set(tables.steps.filter(\.blocksWhenFull).map(\.variant))
    canBlock = !blocking.isEmpty
    for step in tables.steps {
      let claims = tables.claims[step.claims.indices].filter { !$0.isConsumed }
      let pauses =
        step.atShiftEnd == .suspend
        || claims.contains { claim in
          tables.pools[Int(claim.pool)].breakdown.map { $0.interrupted != .restart } ?? false
        }
      for claim in claims
      where claim.isKept || blocking.contains(step.variant) || (pauses && claims.count > 1) {
        isHeldWaiting[Int(claim.pool)] = true
      }
      if step.variant < 0 { continue }
      for index in step.frees.indices {
        isFreed[Int(step.variant) * tables.pools.count + Int(tables.freed[index])] = true
      }
    }
    for stock in tables.stocks where stock.madeBy >= 0 && stock.leadTime == nil {
      isHeldWaiting[Int(stock.pool)] = true
    }
    noteRoutes(tables)
  }

  /// Looks at the instructions of each variant: from its entry to the next.
  private mutating func noteRoutes(_ tables: ProgramTables) {
    let repairs = tables.pools.compactMap { $0.breakdown?.repair }
    let entries = (tables.variants.map(\.entry) + repairs).sorted() + [Int32(tables.instructions.count)]
    for (index, variant) in tables.variants.enumerated() {
      guard let end = entries.first(where: { $0 > variant.entry }) else { continue }
      for place in Int(variant.entry)..<Int(end) {
        switch tables.instructions[place] {
        case .store(let store): suppliers[Int(tables.stores[Int(store)].pool)].append(Int32(index))
        case .choose: hasChoice[index] = true
        default: break
        }
      }
    }
  }

  /// Whether a step of a variant frees a pool by name.
  func frees(_ variant: Int32, _ pool: Int) -> Bool {
    variant >= 0 && isFreed[Int(variant) * isHeldWaiting.count + pool]
  }
}
