#if RUN_CHECKS
  import OutputAnalysis
  import Quantities

  /// Little's law as an identity: the integral of a number over time = the sum of the single times, in exact ticks.
  extension PipelineRun {
    /// Lines, stations and products: counted from the warm-up to the end.
    func compareRunIntegrals(at now: SimulationTime) {
      let ticks = now.ticks
      for row in audit.tokens.indices where audit.tokens[row].isThere { closeStay(row, ticks) }
      for line in lines.indices {
        func name() -> String { "'\(tables.stepNames[line])'" }
        compare(
          lines[line].waiting, audit.waiting.area[line], "∫ number in line = Σ times in line", name(), ticks)
        compare(
          lines[line].present, audit.present.area[line], "∫ number at a station = Σ times at it", name(),
          ticks)
      }
      audit.waiting.forget()
      audit.present.forget()
      compareSystems(ticks)
      if period < 0 { beginToCount() }
    }

    /// The warm-up is over: from now on a record counts.
    private func beginToCount() {
      audit.flows.begin(batches: audit.batches.begun)
      for pool in audit.staff.indices { (audit.staff[pool].hired, audit.staff[pool].left) = (0, 0) }
    }

    private func closeStay(_ row: Int, _ now: Int64) {
      let shadow = audit.tokens[row]
      if shadow.line >= 0 { audit.waiting.close(shadow.line, since: shadow.lineSince, now: now) }
      if shadow.station >= 0 { audit.present.close(shadow.station, since: shadow.stationSince, now: now) }
      audit.tokens[row].lineSince = now
      audit.tokens[row].stationSince = now
    }

    private func compareSystems(_ now: Int64) {
      for row in audit.patients.indices where audit.patients[row].isInSystem {
        let shadow = audit.patients[row]
        audit.inSystem.close(shadow.product, since: shadow.since, now: now)
        audit.patients[row].since = now
      }
      for product in systems.indices {
        let name = tables.products[product]
        compare(
          systems[product].number, audit.inSystem.area[product], "∫ number in system = Σ times in system",
          name,
          now)
        audit.book.equal(
          systems[product].number.level, audit.inSystem.level[product],
          "number in system = those who are there", of: name)
        compareDistribution(of: product, name, now)
      }
      audit.inSystem.forget()
    }

    /// The ticks spent with each number add up to the time, and weighted with the number to its integral.
    private func compareDistribution(of product: Int, _ name: String, _ now: Int64) {
      let state = systems[product]
      let begin = period < 0 ? 0 : warmUp.ticks
      var (time, area) = (
        now - state.since.ticks, Int128(state.number.level) * Int128(now - state.since.ticks)
      )
      for number in 0...NumberDistribution.last {
        time += state.ticks[number]
        area += Int128(number) * Int128(state.ticks[number])
      }
      audit.book.equal(time, now - begin, "Σ times with each number = time", of: name)
      if state.ticks[NumberDistribution.last] == 0, state.number.level < NumberDistribution.last {
        audit.book.equal(
          area, audit.inSystem.area[product], "Σ numbers × times with each = Σ times in system", of: name)
      }
    }

    /// Units, persons, trainees and stocks: counted from year to year.
    func compareYearIntegrals(at now: SimulationTime) {
      let ticks = now.ticks
      compareUse(at: now)
      for row in audit.tokens.indices where audit.tokens[row].isThere { closeHoldings(row, ticks) }
      for pool in pools.indices { compareUnits(of: pool, ticks) }
      audit.held.forget()
      audit.asked.forget()
      audit.down.forget()
      audit.employed.forget()
      audit.learning.forget()
      audit.away.forget()
      for programme in training.indices {
        for (trainee, since) in audit.students[programme].present {
          audit.studying.close(programme, since: since, now: ticks)
          audit.students[programme].present[trainee] = ticks
        }
        compare(
          training[programme].studentsArea, audit.studying.area[programme],
          "∫ trainees = Σ times in training",
          tables.training[programme].name, ticks)
        for place in audit.students[programme].waiting.indices {
          let since = audit.students[programme].waiting[place]
          audit.awaiting.close(programme, since: since, now: ticks)
          audit.students[programme].waiting[place] = ticks
        }
        compare(
          training[programme].waitingArea, audit.awaiting.area[programme],
          "∫ applicants who wait = Σ times waited", tables.training[programme].name, ticks)
      }
      audit.studying.forget()
      audit.awaiting.forget()
    }

    private func closeHoldings(_ row: Int, _ now: Int64) {
      let shadow = audit.tokens[row]
      for units in shadow.holds {
        audit.held.close(units.pool, units.count, since: shadow.holdsSince, now: now)
      }
      for units in shadow.asks {
        audit.asked.close(units.pool, units.count, since: shadow.asksSince, now: now)
      }
      audit.tokens[row].holdsSince = now
      audit.tokens[row].asksSince = now
    }

    private func compareUnits(of pool: Int, _ now: Int64) {
      let name = tables.pools[pool].name
      compare(pools[pool].busyArea, audit.held.area[pool], "∫ units in use = Σ times of use", name, now)
      for unit in audit.units[pool].indices where audit.units[pool][unit].isDown {
        audit.down.close(pool, since: audit.units[pool][unit].downSince, now: now)
        audit.units[pool][unit].downSince = now
      }
      compare(pools[pool].downArea, audit.down.area[pool], "∫ units down = Σ times down", name, now)
      for (person, since) in audit.staff[pool].employed {
        audit.employed.close(pool, since: since, now: now)
        audit.staff[pool].employed[person] = now
      }
      for (person, since) in audit.staff[pool].learning {
        audit.learning.close(pool, since: since, now: now)
        audit.staff[pool].learning[person] = now
      }
      for (person, since) in audit.staff[pool].away {
        audit.away.close(pool, since: since, now: now)
        audit.staff[pool].away[person] = now
      }
      compare(
        pools[pool].staff.awayArea, audit.away.area[pool], "∫ persons away = Σ times away", name, now)
      compare(pools[pool].employedArea, audit.employed.area[pool], "∫ persons = Σ times employed", name, now)
      compare(
        pools[pool].independentArea, audit.employed.area[pool] - audit.learning.area[pool],
        "∫ independent persons = Σ times of independence", name, now)
      guard let stock = tables.stocks.firstIndex(where: { $0.pool == Int32(pool) }) else { return }
      let shelf = audit.shelves[pool].takeTimes(at: now)
      compare(stocks[stock].onHandArea, shelf, "∫ units on the shelf = Σ times on the shelf", name, now)
      compare(
        stocks[stock].askedArea, audit.asked.area[pool], "∫ units asked for = Σ times of asking", name, now)
    }

    private func compare(
      _ level: LevelIntegral, _ times: Int128, _ identity: String, _ place: String, _ now: Int64
    ) {
      audit.book.equal(level.area(until: now), times, identity, of: place)
    }
  }
#endif
