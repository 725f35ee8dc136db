import EventKernel
import OutputAnalysis
import Quantities
import Randomness

/// What a stock is doing beyond the units on its shelf.
struct StockState: Sendable {
  /// Units ordered and not yet here, units asked for by claims that wait.
  var onOrder: Int32 = 0
  var asked: Int32 = 0
  var orders = 0
  /// Lots on the shelf, first to expire first.
  var lots = LotShelf()
  /// The quantity of each order under way.
  var quantities: [Int: Int32] = [:]
  /// Orders are being made at this very moment.
  var isReviewing = false
  var askedArea = LevelIntegral()
  var onHandArea = LevelIntegral()
}

extension PipelineRun {
  mutating func startStocks(_ agenda: inout Agenda<PipelineEvent>) {
    for stock in tables.stocks.indices {
      guard case .stock(let initial) = tables.pools[Int(tables.stocks[stock].pool)].level else { continue }
      receive(initial, into: stock, &agenda)
      review(stock, &agenda)
    }
  }

  /// Shelves as the scenario describes them at the start; nothing is ordered yet.
  mutating func fillShelves(_ agenda: inout Agenda<PipelineEvent>) {
    for stock in tables.stocks.indices {
      guard let shelf = tables.initialShelves.last(where: { $0.stock == stock }) else {
        guard case .stock(let initial) = tables.pools[Int(tables.stocks[stock].pool)].level else { continue }
        receive(initial, into: stock, &agenda)
        continue
      }
      for lot in shelf.lots { receive(lot.units, into: stock, expires: lot.expires, &agenda) }
    }
  }

  private func stock(of pool: Int) -> Int? { tables.stocks.firstIndex { $0.pool == Int32(pool) } }

  /// Units come onto the shelf.
  private mutating func receive(
    _ units: Int32, into stock: Int, expires: SimulationTime? = nil, _ agenda: inout Agenda<PipelineEvent>
  ) {
    let plan = tables.stocks[stock]
    let pool = Int(plan.pool)
    if units <= 0 { return }
    if units > PipelineRun.shelfLimit - pools[pool].capacity {
      return endAsTooMuch(
        "more than \(PipelineRun.shelfLimit) units of \(tables.pools[pool].name) are on the shelf", &agenda)
    }
    pools[pool].capacity += units
    stocks[stock].onHandArea.change(by: Int64(units), at: agenda.now.ticks)
    trace("is received", units, of: pool, agenda.now)
    if let life = plan.shelfLife {
      let expiry = expires ?? agenda.now + life
      stocks[stock].lots.add(StockLot(count: units, expires: expiry))
      if expiry < horizon { agenda.schedule(.expires(stock: Int32(stock)), at: expiry, rank: .change) }
    }
    markDirty(pool)
  }

  /// Lots at the end of their shelf life are discarded.
  mutating func lotsExpire(_ stock: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let pool = Int(tables.stocks[stock].pool)
    while let units = stocks[stock].lots.discard(at: agenda.now) {
      pools[pool].capacity -= units
      stocks[stock].onHandArea.change(by: Int64(-units), at: agenda.now.ticks)
      count(tables.poolCounters[pool].expired, by: Double(units))
      trace("expires", units, of: pool, agenda.now)
      if tables.costs.isThere { bookExpired(units, of: pool) }
      if pools[pool].capacity == 0 { count(tables.poolCounters[pool].stockOuts) }
    }
    review(stock, &agenda)
  }

  /// A claim that joins a line asks for its units: the position falls, and an order may follow.
  mutating func askStocks(for token: Int, _ step: Int, _ agenda: inout Agenda<PipelineEvent>) {
    for index in claims(of: step) where tables.claims[index].isConsumed {
      let claim = tables.claims[index]
      guard let stock = stock(of: Int(claim.pool)) else { continue }
      stocks[stock].asked += claim.count
      stocks[stock].askedArea.change(by: Int64(claim.count), at: agenda.now.ticks)
      let isThere = stocks[stock].asked <= pools[Int(claim.pool)].capacity
      countPair(tables.poolCounters[Int(claim.pool)].fill, isThere ? 1 : 0, 1)
      review(stock, &agenda)
    }
  }

  /// A claim that leaves its line unserved no longer asks.
  mutating func unaskStocks(for token: Int, _ step: Int, _ now: SimulationTime) {
    for index in claims(of: step)
    where tables.claims[index].isConsumed && tokens[token].taken & tables.claims[index].bit == 0 {
      let claim = tables.claims[index]
      guard let stock = stock(of: Int(claim.pool)) else { continue }
      stocks[stock].asked -= claim.count
      stocks[stock].askedArea.change(by: Int64(-claim.count), at: now.ticks)
    }
  }

  /// Units are taken from the shelf for good.
  mutating func issue(_ units: Int32, of pool: Int, _ agenda: inout Agenda<PipelineEvent>) {
    guard let stock = stock(of: pool) else { return }
    pools[pool].capacity -= units
    stocks[stock].onHandArea.change(by: Int64(-units), at: agenda.now.ticks)
    stocks[stock].asked -= units
    stocks[stock].askedArea.change(by: Int64(-units), at: agenda.now.ticks)
    stocks[stock].lots.take(units)
    let counters = tables.poolCounters[pool]
    count(counters.issued, by: Double(units))
    trace("is issued", units, of: pool, agenda.now)
    if pools[pool].capacity == 0 { count(counters.stockOuts) }
    review(stock, &agenda)
  }

  /// Orders when the position is at or below the reorder point.
  mutating func review(_ stock: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let plan = tables.stocks[stock]
    // A lot that asks for its own stock comes by here again while it is ordered: the loop below sees what it asked.
    guard plan.reorders, !stocks[stock].isReviewing else { return }
    stocks[stock].isReviewing = true
    defer { stocks[stock].isReviewing = false }
    let pool = Int(plan.pool)
    while !agenda.isStopped {
      let position = Int(pools[pool].capacity) + Int(stocks[stock].onOrder) - Int(stocks[stock].asked)
      if position > Int(plan.reorderAt) { return }
      let wanted = plan.quantity > 0 ? Int(plan.quantity) : Int(plan.upTo) - position
      if wanted <= 0 { return }
      let lots = plan.lotBrings > 0 ? (wanted - 1) / Int(plan.lotBrings) + 1 : 1
      if stocks[stock].quantities.count + lots > PipelineRun.orderLimit {
        return endAsTooMuch(
          "\(PipelineRun.orderLimit) orders are under way for \(tables.pools[pool].name)", &agenda)
      }
      if wanted > Int(PipelineRun.shelfLimit) {
        return endAsTooMuch(
          "\(wanted) units of \(tables.pools[pool].name) are ordered at once, above \(PipelineRun.shelfLimit)",
          &agenda)
      }
      for _ in 0..<lots where !agenda.isStopped {
        order(plan.lotBrings > 0 ? plan.lotBrings : Int32(wanted), for: stock, &agenda)
      }
    }
  }

  private mutating func order(_ quantity: Int32, for stock: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let plan = tables.stocks[stock]
    stocks[stock].orders += 1
    stocks[stock].onOrder += quantity
    let number = stocks[stock].orders
    stocks[stock].quantities[number] = quantity
    trace("is ordered", quantity, of: Int(plan.pool), agenda.now)
    if let leadTime = plan.leadTime {
      let lineage = Lineage(origin: tables.pools[Int(plan.pool)].origin, number: UInt64(number))
      let arrival = agenda.now + span(leadTime, lineage, 1)
      if arrival < horizon {
        agenda.schedule(.delivers(stock: Int32(stock), order: Int32(number)), at: arrival, rank: .completion)
      }
    } else if plan.madeBy >= 0 {
      startLot(stock, number, &agenda)
    }
  }

  /// A lot is begun for an order.
  private mutating func startLot(_ stock: Int, _ number: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let variant = tables.stocks[stock].madeBy
    let plan = tables.variants[Int(variant)]
    let token = newToken(
      at: plan.entry, variant: variant, patient: -1, batch: -1, parent: -1, fork: -1, priority: plan.priority)
    tokens[token].origin = plan.origin
    tokens[token].batchOrigin = plan.origin
    tokens[token].number = UInt64(number)
    trace("is ordered", token, agenda.now)
    advance(token, &agenda)
  }

  mutating func delivers(_ stock: Int, _ number: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let plan = tables.stocks[stock]
    let quantity = stocks[stock].quantities.removeValue(forKey: number) ?? 0
    stocks[stock].onOrder -= quantity
    let lineage = Lineage(origin: tables.pools[Int(plan.pool)].origin, number: UInt64(number))
    if !happens(plan.failsProbability, plan.failsPurpose, lineage, 1) {
      count(tables.poolCounters[Int(plan.pool)].received, by: Double(quantity))
      receive(quantity, into: stock, &agenda)
    } else {
      trace("fails", quantity, of: Int(plan.pool), agenda.now)
    }
    review(stock, &agenda)
  }

  /// A lot puts its yield into a stock; the order that it was begun for is done.
  mutating func store(_ token: Int, _ index: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let plan = tables.stores[index]
    let visit = countVisit(token, plan.local)
    let yields = value(plan.yields, lineage(of: token, ofBatch: true), visit).rounded()
    guard let stock = stock(of: Int(plan.pool)) else { return }
    if yields > Double(PipelineRun.yieldLimit) {
      let name = tables.pools[Int(plan.pool)].name
      return endAsTooMuch("one lot yields more than \(PipelineRun.yieldLimit) units of \(name)", &agenda)
    }
    let units = Int32(max(0, yields))
    count(tables.poolCounters[Int(plan.pool)].received, by: Double(units))
    if tables.costs.isThere, tokens[token].variant >= 0, period >= 0 {
      costs.stored[Int(tokens[token].variant)] += Int64(units)
    }
    orderIsDone(token, stock)
    receive(units, into: stock, &agenda)
    trace("is stored", token, agenda.now, detail: "\(units)")
    review(stock, &agenda)
  }

  private mutating func orderIsDone(_ token: Int, _ stock: Int) {
    if let members = members(of: token) {
      for member in members { orderIsDone(Int(member), stock) }
      return
    }
    let isOfLot =
      tokens[token].variant >= 0 && tables.variants[Int(tokens[token].variant)].stock == Int32(stock)
      && tokens[token].patient < 0
    guard isOfLot, let quantity = stocks[stock].quantities.removeValue(forKey: Int(tokens[token].number))
    else {
      return
    }
    stocks[stock].onOrder -= quantity
  }

  /// A lot has come to its end: an order that it has not filled, since nothing of it was stored, is lost with it.
  mutating func lotEnds(_ variant: Int, _ number: UInt64, _ agenda: inout Agenda<PipelineEvent>) {
    let stock = Int(tables.variants[variant].stock)
    if stock >= 0, stocks[stock].quantities[Int(number)] != nil { lotIsLost(variant, &agenda) }
  }

  /// A lot failed: what was counted on from it is ordered anew.
  mutating func lotIsLost(_ variant: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let stock = tables.variants[variant].stock
    // An event of its own: a lot that is lost at once would otherwise order the next one within itself, without end.
    if stock >= 0 { agenda.schedule(.reviews(stock: stock), at: agenda.now, rank: .completion) }
  }

  /// A stock is looked at again: orders whose lot is no more are lost.
  mutating func reviewLost(_ stock: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let variant = tables.stocks[stock].madeBy
    let alive = Set(
      (0..<tokens.capacity).filter {
        tokens[$0].state != .free && tokens[$0].variant == variant && tokens[$0].parent < 0
          && members(of: $0) == nil
      }.map { Int(tokens[$0].number) })
    for (number, quantity) in stocks[stock].quantities.sorted(by: { $0.key < $1.key })
    where !alive.contains(number) {
      stocks[stock].quantities[number] = nil
      stocks[stock].onOrder -= quantity
    }
    review(stock, &agenda)
  }
}
