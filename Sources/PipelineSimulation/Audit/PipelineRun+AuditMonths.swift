#if RUN_CHECKS
  import Quantities

  /// People by month and graduates in roles: the same persons as those of the years.
  extension PipelineRun {
    /// At the end: what the months of a role add up to is what its years do, in exact person-ticks.
    func compareMonths(at end: SimulationTime) {
      for plan in tables.months.roles where period >= 0 {
        let counter = tables.poolCounters[Int(plan.pool)].qualified
        if counter < 0 { continue }
        let (months, years) = (personTicks(ofMonths: plan, until: end), personTicks(ofYears: counter))
        audit.book.equal(
          months, years, "Σ months of qualified persons = Σ years", of: tables.pools[Int(plan.pool)].name)
      }
    }

    private func personTicks(ofMonths plan: MonthlyRolePlan, until end: SimulationTime) -> Int128 {
      var (sum, since): (Int128, SimulationTime) = (0, warmUp)
      for (month, last) in tables.months.ends.enumerated() where since < end {
        let until = min(last, end)
        let persons = values[Int(plan.qualified) + month]
        sum += Int128((persons * Double((until - since).ticks)).rounded())
        since = until
      }
      return sum
    }

    private func personTicks(ofYears counter: Int32) -> Int128 {
      tables.periodEnds.indices.reduce(0) { $0 + Int128(values[Int(counter) + 2 * $1].rounded()) }
    }

    /// At the end: graduates who are in a role are among those who are employed in it, and those who are independent likewise.
    func compareCareers() {
      for pool in Set(careers.map { Int($0.pool) }).sorted() {
        let own = careers.filter { $0.pool == Int32(pool) }
        let name = tables.pools[pool].name
        audit.book.atMost(own.count, Int(pools[pool].employed), "graduates in a role ≤ employed", of: name)
        audit.book.atMost(
          own.count { $0.isIndependent }, Int(pools[pool].independent),
          "graduates who are independent ≤ all who are", of: name)
        for career in own {
          audit.book.equal(
            career.isIndependent ? 0 : 1, pools[pool].learning.count { $0 == career.person },
            "a graduate is independent = he learns no more", of: "\(name) \(career.person)")
        }
      }
    }
  }
#endif
