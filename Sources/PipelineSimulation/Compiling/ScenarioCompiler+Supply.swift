import PipelineModel
import Quantities
import Randomness

extension ScenarioCompiler {
  /// Stocks become pools behind the resources, so that one claim can name both.
  mutating func compileStocks() throws(CompileFault) {
    for stock in scenario.stocks {
      let pool = Int32(tables.pools.count)
      var plan = PoolPlan(
        name: stock.name, facility: -1, level: .stock(initial: Int32(stock.initial)),
        origin: Lineage.origin("stock/\(stock.name)"))
      plan.facility = Int32(scenario.facilities.firstIndex { $0.name == stock.facility } ?? -1)
      tables.pools.append(plan)
      stockPool[stock.name] = pool
    }
  }

  /// Reorder rules, once the products that make lots are compiled.
  mutating func compileStockSupply() throws(CompileFault) {
    for stock in scenario.stocks {
      guard let pool = stockPool[stock.name] else { continue }
      let path = "stocks/\(stock.name)"
      var plan = StockPlan(
        pool: pool,
        shelfLife: try stock.shelfLife.map { length throws(CompileFault) in
          try span(length, at: "\(path)/shelf life")
        },
        reorderAt: 0, upTo: 0, quantity: 0, madeBy: -1, failsProbability: 0,
        failsPurpose: try purpose("\(path)/fails"), reorders: false)
      if let reorder = stock.reorder {
        plan.reorders = true
        plan.reorderAt = Int32(reorder.at)
        plan.upTo = Int32(reorder.upTo ?? 0)
        plan.quantity = Int32(reorder.quantity ?? 0)
        plan.lotBrings = Int32(reorder.lotBrings ?? 0)
        plan.failsProbability = reorder.fails
        switch reorder.supply {
        case .leadTime(let law): plan.leadTime = try draw(law, for: "\(path)/lead time")
        case .product(let name):
          guard let product = tables.products.firstIndex(of: name),
            let variant = tables.variants.firstIndex(where: { $0.product == Int32(product) })
          else { throw CompileFault("\(path)/reorder", "There is no product called '\(name)'.") }
          plan.madeBy = Int32(variant)
          tables.variants[variant].stock = Int32(tables.stocks.count)
          tables.variants[variant].origin = Lineage.origin("stock/\(stock.name)/lot")
          if plan.quantity == 0 && plan.upTo == 0 {
            throw CompileFault(
              "\(path)/reorder",
              "Say with 'quantity:' how many units one lot is counted for until it is stored.")
          }
        }
      }
      tables.stocks.append(plan)
    }
  }

  mutating func compileTraining() throws(CompileFault) {
    for programme in scenario.training {
      let path = "training/\(programme.name)"
      var entries: [(pool: Int32, cumulative: Double, learning: LearningPlan?)] = []
      var sum = 0.0
      for entry in programme.becomes {
        sum += entry.probability
        let pool = try pool(entry.role, from: nil, path: "\(path)/becomes")
        entries.append((pool, sum, try learning(of: entry, in: pool, path: path)))
      }
      tables.training.append(
        TrainingPlan(
          name: programme.name, seats: Int32(programme.seats ?? Int(Int32.max)),
          leavesWhenFull: programme.whenFull == .leave,
          takes: try programme.takes.map { law throws(CompileFault) in
            try draw(law, for: "\(path)/takes")
          },
          source: try programme.through.map { product throws(CompileFault) in
            try personalSource(
              of: product, at: nil, for: .trainees(programme: Int32(tables.training.count)),
              origin: Lineage.origin(path), path: "\(path)/through")
          } ?? -1,
          atMost: programme.atMost ?? .max,
          arrivals: try arrivals(programme.intake, path: "\(path)/intake"),
          from: try programme.from.map { moment throws(CompileFault) in try time(moment, at: "\(path)/from") }
            ?? .zero,
          until: try programme.until.map { moment throws(CompileFault) in
            try time(moment, at: "\(path)/until")
          } ?? .never,
          completes: programme.completes,
          completesPurpose: try purpose("\(path)/completes"), stays: programme.stays,
          staysPurpose: try purpose("\(path)/stays"), entries: entries,
          rolePurpose: try purpose("\(path)/role"),
          origin: Lineage.origin(path)))
    }
  }

  /// How arrivals follow each other; the purposes hang under `path`.
  mutating func arrivals(_ arrivals: Arrivals, path: String) throws(CompileFault) -> ArrivalPlan {
    switch arrivals {
    case .poisson(let rate): return .renewal(try exponential(ratePerSecond: rate.perSecond, for: path))
    case .renewal(let law): return .renewal(try draw(law, for: path))
    case .every(let interval, let first):
      let step = try self.interval(interval, at: path)
      let start = try first.map { length throws(CompileFault) in try span(length, at: path) } ?? step
      return .every(step, first: .zero + start)
    case .scheduled(let moments):
      var times: [SimulationTime] = []
      for moment in moments { times.append(try time(moment, at: path)) }
      return .scheduled(times.sorted())
    case .cohort(let count, let at):
      guard count <= ProgramLimits.cohort else {
        throw CompileFault(path, "A cohort can have at most \(ProgramLimits.cohort) patients.")
      }
      return .scheduled(Array(repeating: try time(at, at: path), count: count))
    case .varying(let function):
      if let wave = function.wave { _ = try interval(wave.period, at: "\(path)/wave") }
      let rate = CumulativeRate(function, clock: clock, horizon: horizon) { moment in
        ScenarioCompiler.time(of: moment, clock) ?? .zero
      }
      return .varying(rate, purpose: try purpose(path))
    }
  }
}
