#if RUN_CHECKS
  import Quantities

  /// The life of a unit as an audit saw it: how long it was to last, and how long it has lasted.
  struct UnitShadow {
    var lives = 0
    /// How long this life lasts, in use or in calendar time.
    var life: Int64 = 0
    var began: Int64 = 0
    /// Time in use in this life, up to the last change of its user.
    var used: Int64 = 0
    var user: Int32 = -1
    var usedSince: Int64 = 0
    var isDown = false
    var downSince: Int64 = 0
  }

  extension PipelineRun {
    /// Failures: a unit breaks when its life is over, in calendar time or in use, and neither earlier nor later.
    func lookAtUnits(of pool: Int, after event: PipelineEvent?, _ now: Int64) {
      guard let breakdown = tables.pools[pool].breakdown else { return }
      let units = pools[pool].units
      while audit.units[pool].count < units.count { audit.units[pool].append(UnitShadow()) }
      for unit in units.indices {
        var shadow = audit.units[pool][unit]
        follow(units[unit], of: pool, unit, breakdown, &shadow, now)
        audit.units[pool][unit] = shadow
      }
      let broken = units.count { $0.isDown }
      let name = tables.pools[pool].name
      audit.book.equal(pools[pool].down, broken, "units down = units that broke and are not mended", of: name)
      audit.book.equal(
        pools[pool].downArea.level, Int64(broken), "level of units down = units down", of: name)
    }

    private func follow(
      _ state: UnitState, of pool: Int, _ unit: Int, _ breakdown: BreakdownPlan, _ shadow: inout UnitShadow,
      _ now: Int64
    ) {
      func place() -> String { "unit \(unit + 1) of \(tables.pools[pool].name)" }
      if shadow.user >= 0, shadow.user != state.user || shadow.usedSince != state.since.ticks {
        if !shadow.isDown { shadow.used += now - shadow.usedSince }
        shadow.user = -1
      }
      if state.isDown && !shadow.isDown {
        if shadow.user >= 0 { shadow.used += now - shadow.usedSince }
        audit.book.equal(
          breakdown.countsUse ? shadow.used : now - shadow.began, shadow.life,
          breakdown.countsUse ? "use before a failure = life" : "time before a failure = life", of: place())
        shadow.isDown = true
        shadow.downSince = now
        audit.down.enter(pool)
      }
      if shadow.isDown && !state.isDown {
        audit.down.leave(pool, since: shadow.downSince, now: now)
        audit.book.equal(state.lives, shadow.lives + 1, "life after a repair = the next life", of: place())
      }
      if state.lives != shadow.lives {
        shadow = UnitShadow(lives: state.lives, life: state.left.ticks, began: now)
      }
      if state.user >= 0 && shadow.user < 0 {
        shadow.user = state.user
        shadow.usedSince = state.since.ticks
        if !state.isDown {
          audit.book.equal(
            tokens[state.user].state == .working ? 1 : 0, 1, "users of a unit that do not work = 0",
            of: place())
        }
      }
      if !shadow.isDown && breakdown.countsUse {
        let running = shadow.user >= 0 ? now - shadow.usedSince : 0
        audit.book.atMost(shadow.used + running, shadow.life, "use without a failure ≤ life", of: place())
      }
    }
  }
#endif
