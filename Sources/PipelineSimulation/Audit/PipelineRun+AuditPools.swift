#if RUN_CHECKS
  import PipelineModel
  import Quantities

  /// Capacity, units in use and who holds them.
  extension PipelineRun {
    func lookAtPool(_ pool: Int, after event: PipelineEvent?, _ now: Int64) {
      let state = pools[pool]
      let name = tables.pools[pool].name
      if let breach = state.breach {
        audit.book.equal(
          breach.inUse, breach.capacity, "0 ≤ units in use ≤ units in service, at every new use", of: name)
      }
      audit.book.equal(state.inUse, audit.held.level[pool], "units in use = units held", of: name)
      audit.book.equal(
        state.busyArea.level, Int64(state.inUse), "level of busy units = units in use", of: name)
      if tables.pools[pool].isStock { return }
      let isOpen = state.isLicensed && state.isOnShift && state.closures == 0
      audit.book.equal(
        state.capacity, isOpen ? max(0, onDuty(pool) - state.down - state.onHold) : 0,
        "units in service = units on shift - units down, on hold, called or at rest", of: name)
      audit.book.equal(
        state.openArea.level, Int64(state.capacity), "level of open units = units in service", of: name)
      // Who has to yield to a call does so when all that can start in the instant has started.
      if state.inUse > state.capacity, watchedPools.isEmpty, !tables.pools[pool].isCertified {
        lookAtOvertime(pool, name)
      }
      if tables.pools[pool].monitoring != nil { lookAtHolds(of: pool) }
      if tables.pools[pool].keepsApart { lookAtZones(ofPool: pool) }
      if tables.pools[pool].breakdown != nil { lookAtUnits(of: pool, after: event, now) }
    }

    /// Beyond capacity only work goes on that finishes or keeps its units; who has to yield has yielded.
    private func lookAtOvertime(_ pool: Int, _ name: String) {
      var yielding = 0
      for holder in pools[pool].holders where tokens[holder].state == .working {
        let step = Int(tokens[holder].step)
        let holds = tables.steps[step].claims.indices.contains { index in
          tokens[holder].taken & tables.claims[index].bit != 0 && tables.claims[index].pool == Int32(pool)
        }
        if !holds { continue }
        switch tables.steps[step].atShiftEnd {
        case .suspend, .restart: yielding += 1
        case .finish, .onlyIfItFits: break
        }
      }
      audit.book.equal(yielding, 0, "work that has to yield and does not = 0", of: name)
    }
  }
#endif
