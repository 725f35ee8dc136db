#if RUN_CHECKS
  import Quantities

  /// What a token holds of pools and asks of stocks, worked out from its row.
  extension PipelineRun {
    /// Borrowed for the step at hand, kept from earlier ones, and of a step whose way out is blocked.
    func holdings(of row: Int) -> [PoolUnits] {
      var units: [PoolUnits] = []
      let token = tokens[row]
      if token.step >= 0, token.taken != 0, token.state == .working || token.state == .inLine {
        for index in tables.steps[Int(token.step)].claims.indices
        where token.taken & tables.claims[index].bit != 0 && !tables.claims[index].isConsumed {
          add(tables.claims[index].count, of: tables.claims[index].pool, to: &units)
        }
      }
      if token.blocking >= 0 {
        for index in tables.steps[Int(token.blocking)].claims.indices
        where token.heldBehind & tables.claims[index].bit != 0 && !tables.claims[index].isConsumed {
          add(tables.claims[index].count, of: tables.claims[index].pool, to: &units)
        }
      }
      var holding = token.kept
      var length = 0
      while holding >= 0, length <= self.holdings.capacity {
        add(self.holdings[holding].count, of: self.holdings[holding].pool, to: &units)
        holding = self.holdings[holding].next
        length += 1
      }
      return units
    }

    /// Units that a waiting claim wants from stocks.
    func asked(by row: Int) -> [PoolUnits] {
      var units: [PoolUnits] = []
      let token = tokens[row]
      guard token.state == .inLine else { return [] }
      for index in tables.steps[Int(token.step)].claims.indices
      where token.taken & tables.claims[index].bit == 0 && tables.claims[index].isConsumed {
        add(tables.claims[index].count, of: tables.claims[index].pool, to: &units)
      }
      return units
    }

    private func add(_ count: Int32, of pool: Int32, to units: inout [PoolUnits]) {
      if let place = units.firstIndex(where: { $0.pool == Int(pool) }) {
        units[place].count += Int64(count)
      } else {
        units.append(PoolUnits(pool: Int(pool), count: Int64(count)))
      }
    }

    func followHoldings(_ row: Int, holds: [PoolUnits], asks: [PoolUnits], _ now: Int64) {
      let shadow = audit.tokens[row]
      if shadow.holds != holds {
        for units in shadow.holds {
          audit.held.leave(units.pool, units.count, since: shadow.holdsSince, now: now)
        }
        for units in holds { audit.held.enter(units.pool, units.count) }
        audit.tokens[row].holds = holds
        audit.tokens[row].holdsSince = now
      }
      if shadow.asks != asks {
        for units in shadow.asks {
          audit.asked.leave(units.pool, units.count, since: shadow.asksSince, now: now)
        }
        for units in asks { audit.asked.enter(units.pool, units.count) }
        audit.tokens[row].asks = asks
        audit.tokens[row].asksSince = now
      }
      if tokens[row].kept >= 0 && tokens[row].state != .free {
        audit.keepers.insert(row)
      } else {
        audit.keepers.remove(row)
      }
    }
  }
#endif
