#if RUN_CHECKS
  import Quantities

  /// What an audit was told of a stock, in units.
  struct ShelfShadow {
    var received: Int64 = 0
    var issued: Int64 = 0
    var expired: Int64 = 0
    var ordered: Int64 = 0
    var failed: Int64 = 0
    /// Received on deliveries, and how much had been received and had failed before the event at hand.
    var delivered: Int64 = 0
    var receivedBefore: Int64 = 0
    var orders: Int64 = 0
    /// Unit-ticks on the shelf: each unit's departure less its arrival, for those that left; less its arrival for the others.
    var times: Int128 = 0
    /// The times that were compared already.
    var timesBefore: Int128 = 0

    /// Opening, received and made, less taken, less expired.
    var shelf: Int64 { received - issued - expired }

    /// The sum of the times that units spent on the shelf since the last count.
    mutating func takeTimes(at now: Int64) -> Int128 {
      let total = times + Int128(shelf) * Int128(now)
      defer { timesBefore = total }
      return total - timesBefore
    }
  }

  extension PipelineRun {
    func countTold(_ event: String, _ units: Int32, of pool: Int, _ now: SimulationTime) {
      let time = Int128(units) * Int128(now.ticks)
      switch event {
      case "is received":
        audit.shelves[pool].received += Int64(units)
        audit.shelves[pool].times -= time
      case "is issued":
        audit.shelves[pool].issued += Int64(units)
        audit.shelves[pool].times += time
      case "expires":
        audit.shelves[pool].expired += Int64(units)
        audit.shelves[pool].times += time
      case "is ordered":
        audit.shelves[pool].ordered += Int64(units)
        audit.shelves[pool].orders += 1
      case "fails": audit.shelves[pool].failed += Int64(units)
      default: break
      }
    }

    func lookAtStock(_ stock: Int, after event: PipelineEvent?) {
      let state = stocks[stock]
      let plan = tables.stocks[stock]
      let pool = Int(plan.pool)
      let name = tables.pools[pool].name
      if case .delivers(let delivered, _)? = event, Int(delivered) == stock {
        audit.shelves[pool].delivered += audit.shelves[pool].received - audit.shelves[pool].receivedBefore
      }
      audit.shelves[pool].receivedBefore = audit.shelves[pool].received
      let shelf = audit.shelves[pool]
      audit.book.equal(
        pools[pool].capacity, shelf.shelf, "units on the shelf = received - issued - expired", of: name)
      audit.book.equal(
        state.onHandArea.level, shelf.shelf, "level of the shelf = units on the shelf", of: name)
      audit.book.equal(
        state.asked, audit.asked.level[pool], "units asked for = units of claims that wait", of: name)
      audit.book.equal(
        state.askedArea.level, Int64(state.asked), "level of units asked for = units asked for", of: name)
      audit.book.equal(
        state.onOrder, state.quantities.values.reduce(0) { $0 + Int64($1) },
        "units on order = units of the orders under way", of: name)
      audit.book.equal(state.orders, shelf.orders, "orders counted = orders made", of: name)
      if plan.leadTime != nil {
        audit.book.equal(
          shelf.ordered, shelf.delivered + shelf.failed + Int64(state.onOrder),
          "units ordered = delivered + failed + on order", of: name)
      }
      if plan.shelfLife != nil {
        audit.book.equal(
          state.lots.units, shelf.shelf, "units in lots = units on the shelf",
          of: name)
      }
    }
  }
#endif
