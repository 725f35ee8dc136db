#if RUN_CHECKS
  import Quantities

  /// Rooms in which products keep apart: who is counted there is there, and nobody meets whom he never meets.
  extension PipelineRun {
    /// Rooms are on hold as long as the tokens that hold them.
    func lookAtHolds(of pool: Int) {
      guard let plan = tables.pools[pool].monitoring else { return }
      let name = tables.pools[pool].name
      let holds = (0..<tokens.capacity).count {
        tokens[$0].state != .free && tokens[$0].excursion == Int32(pool) && tokens[$0].pc == plan.hold
      }
      audit.book.equal(pools[pool].onHold, holds, "rooms on hold = holds that run", of: name)
      audit.book.equal(
        pools[pool].holdArea.level, Int64(holds), "level of rooms on hold = rooms on hold", of: name)
    }

    func lookAtZones(ofPool pool: Int) {
      for zone in tables.pools[pool].zones { lookAtZone(Int(zone)) }
    }

    private func lookAtZone(_ zone: Int) {
      var uses = [Int32](repeating: 0, count: tables.products.count)
      for row in 0..<tokens.capacity where tokens[row].state != .free && tokens[row].variant >= 0 {
        let product = Int(tables.variants[Int(tokens[row].variant)].product)
        for units in holdings(of: row) where tables.pools[units.pool].zones.contains(Int32(zone)) {
          uses[product] += Int32(units.count)
        }
      }
      for product in uses.indices {
        let name = "\(tables.products[product]) in \(tables.zones[zone].name)"
        audit.book.equal(
          zones[zone].uses[product], uses[product], "units of a product in a zone = units held", of: name)
        let met = tables.zones[zone].partners[product].filter { uses[Int($0)] > 0 && uses[product] > 0 }.count
        audit.book.equal(met, 0, "products that are never together = 0", of: name)
      }
    }
  }
#endif
