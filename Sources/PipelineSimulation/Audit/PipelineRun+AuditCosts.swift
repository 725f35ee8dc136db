#if RUN_CHECKS
  import OutputAnalysis
  import Quantities

  /// Money: every amount that was booked stands in one account, and what stands in the record is that.
  extension PipelineRun {
    /// A step began, as the audit was told: what it costs by the tables.
    func costsTold(_ token: Int) {
      guard tables.costs.isThere, period >= 0, tables.steps[Int(tokens[token].step)].variant >= 0 else {
        return
      }
      for index in tables.steps[Int(tokens[token].step)].costs.indices {
        audit.dueAtStarts += Int128(tables.costItems[index].amount)
      }
    }

    /// Before a year is closed: units in use for the products are not more than units in use.
    func compareUse(at now: SimulationTime) {
      guard tables.costs.isThere else { return }
      for pool in pools.indices where tables.pools[pool].countsUse {
        let used = tables.variants.indices.reduce(Int128(0)) {
          $0 + costs.use[pool * tables.variants.count + $1].area(until: now.ticks)
        }
        let busy = pools[pool].busyArea.area(until: now.ticks)
        let identity = "∫ units in use by products = ∫ units in use"
        // Repairs use people for no product.
        if tables.pools.contains(where: { $0.breakdown != nil }) {
          audit.book.atMost(used, busy, identity, of: tables.pools[pool].name)
        } else {
          audit.book.equal(used, busy, identity, of: tables.pools[pool].name)
        }
      }
    }

    /// Costs of the programmes = what no product pays for training.
    private func compareTrainingCosts() {
      guard tables.costs.trainingCategory >= 0 else { return }
      func thousandths(_ place: Int32) -> Int128 {
        if place < 0 { return 0 }
        return tables.periodEnds.indices.reduce(0) {
          $0 + Int128((values[Int(place) + $1] * CostPlan.parts).rounded())
        }
      }
      let account = (tables.costs.accounts - 1) * tables.costs.categories.count
      audit.book.equal(
        tables.training.reduce(0) { $0 + thousandths($1.cost) },
        thousandths(tables.costs.totals[account + Int(tables.costs.trainingCategory)]),
        "costs of programmes = what is paid for training", of: "all programmes")
    }

    /// At the end: costs of the record = costs booked, and those at starts = prices of the steps that were told to start.
    func compareCosts() {
      guard tables.costs.isThere else { return }
      var recorded: Int128 = 0
      for place in tables.costs.totals where place >= 0 {
        for year in tables.periodEnds.indices {
          recorded += Int128((values[Int(place) + year] * CostPlan.parts).rounded())
        }
      }
      audit.book.equal(recorded, costs.booked, "Σ accounts in the record = costs booked", of: "all products")
      audit.book.equal(
        costs.bookedAtStarts, audit.dueAtStarts, "costs booked at starts = prices of the steps that started",
        of: "all products")
      compareTrainingCosts()
      for variant in tables.variants.indices where tables.costs.perPatient[variant] >= 0 {
        let pairs = tables.periodEnds.indices.reduce(0.0) {
          $0 + values[Int(tables.costs.perPatient[variant]) + 2 * $1]
        }
        var accounts = 0.0
        for category in tables.costs.categories.indices {
          let place = tables.costs.totals[variant * tables.costs.categories.count + category]
          if place < 0 { continue }
          for year in tables.periodEnds.indices { accounts += values[Int(place) + year] }
        }
        audit.book.equal(
          Int128((pairs * CostPlan.parts).rounded()), Int128((accounts * CostPlan.parts).rounded()),
          "costs over patients = Σ categories", of: tables.variants[variant].name)
      }
    }
  }
#endif
