#if RUN_CHECKS
  import Quantities

  /// What a record says, beside what the audit was told: whole numbers, year by year.
  extension PipelineRun {
    func compareRecord() {
      for product in tables.products.indices { compareYears(of: product) }
      let started = tables.variants.reduce(0) { $0 + sum($1.counters.batchesStarted) }
      audit.book.equal(
        started, audit.batches.begun - audit.flows.batchesBefore,
        "batches started in the record = batches begun",
        of: "all products")
      for pool in pools.indices where tables.poolCounters[pool].hired >= 0 {
        let counters = tables.poolCounters[pool]
        audit.book.equal(
          sum(counters.hired), audit.staff[pool].hired, "hired in the record = persons who came",
          of: tables.pools[pool].name)
        audit.book.equal(
          sum(counters.left), audit.staff[pool].left, "left in the record = persons who went",
          of: tables.pools[pool].name)
      }
    }

    /// In progress before + referred = treated + lost + in progress after, in every year and over all.
    private func compareYears(of product: Int) {
      let name = tables.products[product]
      let variants = tables.variants.indices.filter { tables.variants[$0].product == Int32(product) }
      let flows = audit.flows
      let (referredBefore, treatedBefore) = (
        flows.referredBefore[product] ?? 0, flows.treatedBefore[product] ?? 0
      )
      let lostBefore = flows.lostBefore[product] ?? 0
      var before = (flows.atStart[product] ?? 0) + referredBefore - treatedBefore - lostBefore
      var (referred, treated, lost) = (Int64(0), Int64(0), Int64(0))
      for year in tables.periodEnds.indices where Int32(year) <= period {
        var (came, ended, gone, after) = (Int64(0), Int64(0), Int64(0), Int64(0))
        for variant in variants {
          let counters = tables.variants[variant].counters
          came += number(counters.referred, year)
          ended += number(counters.treated, year)
          after += number(counters.inProgress, year)
          for reason in tables.reasons.indices {
            gone += number(tables.lossCounters[variant * tables.reasons.count + reason], year)
          }
        }
        if variants.contains(where: { tables.variants[$0].counters.inProgress >= 0 }) {
          audit.book.equal(
            before + came, ended + gone + after,
            "in progress + referred = treated + lost + in progress, in a year",
            of: "\(name), year \(year + 1)")
        }
        (before, referred, treated, lost) = (after, referred + came, treated + ended, lost + gone)
      }
      if variants.contains(where: { tables.variants[$0].counters.referred >= 0 }) {
        audit.book.equal(
          referred, (flows.referred[product] ?? 0) - referredBefore, "referred in the record = referred",
          of: name)
        audit.book.equal(
          treated, (flows.treated[product] ?? 0) - treatedBefore, "treated in the record = treated", of: name)
        audit.book.equal(lost, (flows.lost[product] ?? 0) - lostBefore, "lost in the record = lost", of: name)
      }
    }

    private func number(_ place: Int32, _ year: Int) -> Int64 {
      place < 0 ? 0 : Int64(values[Int(place) + year])
    }

    /// A count over all years.
    private func sum(_ place: Int32) -> Int64 {
      tables.periodEnds.indices.reduce(0) { $0 + number(place, $1) }
    }
  }
#endif
