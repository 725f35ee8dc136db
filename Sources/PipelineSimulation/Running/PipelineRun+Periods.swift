import EventKernel
import OutputAnalysis
import Quantities

/// How many entities of a product are in the system.
struct SystemState: Sendable {
  var number = LevelIntegral()
  /// Ticks spent with each number since counting began; the last class is open.
  var ticks = InlineArray<31, Int64>(repeating: 0)
  var since = SimulationTime.zero

  /// Entity-ticks and ticks in each civil hour of the day; empty where nobody asks.
  private(set) var hourly: ContiguousArray<HourTally> = []

  /// From now on, every hour of the day is counted by itself.
  mutating func countHours() {
    isByHour = true
    hourly = ContiguousArray(repeating: HourTally(), count: 24)
  }

  private(set) var isByHour = false

  /// Where the hours are counted, they must have been spread up to now.
  @inline(__always)
  mutating func change(by change: Int64, at now: SimulationTime) {
    ticks[min(NumberDistribution.last, Int(number.level))] += (now - since).ticks
    since = now
    number.change(by: change, at: now.ticks)
  }

  mutating func advance(to now: SimulationTime, _ clock: CivilClock) {
    if isByHour { spreadOverHours(to: now, clock) }
    change(by: 0, at: now)
  }

  /// What was counted is thrown away; who is present stays.
  mutating func forget(at now: SimulationTime, _ clock: CivilClock) {
    advance(to: now, clock)
    _ = number.flush(at: now.ticks)
    for index in ticks.indices { ticks[index] = 0 }
    for hour in hourly.indices { hourly[hour] = HourTally() }
  }

  mutating func spreadOverHours(to now: SimulationTime, _ clock: CivilClock) {
    var from = since
    let hourTicks = 3600 * clock.tick.ticksPerSecond
    while from < now {
      let civil = clock.civil(at: from).time
      let intoHour = Int64(civil.minute * 60 + civil.second) * clock.tick.ticksPerSecond
      let fraction = from.ticks - (from.ticks / clock.tick.ticksPerSecond) * clock.tick.ticksPerSecond
      let end = min(now, SimulationTime(ticks: from.ticks + hourTicks - intoHour - fraction))
      let length = (end - from).ticks
      hourly[min(23, civil.hour)].ticks += length
      hourly[min(23, civil.hour)].area += Int128(number.level) * Int128(length)
      from = end
    }
  }
}

/// Entity-ticks and ticks of one hour of the day.
struct HourTally: Sendable {
  var area: Int128 = 0
  var ticks: Int64 = 0
}

extension PipelineRun {
  mutating func startCounting(_ agenda: inout Agenda<PipelineEvent>) {
    for variant in tables.variants where variant.counters.byHour >= 0 {
      systems[Int(variant.product)].countHours()
    }
    if warmUp > .zero {
      agenda.schedule(.warmUpEnds, at: warmUp, rank: .completion)
    } else {
      period = 0
    }
    periodEnd = periodEnd(after: warmUp)
  }

  /// What was counted during the warm-up is thrown away; what is present goes on.
  mutating func warmUpEnds(_ agenda: inout Agenda<PipelineEvent>) {
    let now = agenda.now
    auditRunIntegrals(at: now)
    for line in lines.indices {
      _ = lines[line].waiting.flush(at: now.ticks)
      _ = lines[line].present.flush(at: now.ticks)
      if !apart.isEmpty { _ = apart[line].flush(at: now.ticks) }
      lines[line].tally = LineTally()
    }
    for product in systems.indices {
      systems[product].forget(at: now, clock)
    }
    forgetShortages(at: now)
    period = -1
    flushYear(now)
    forgetMonths(at: now)
    countingSince = now
    period = 0
  }

  /// The first end of a year, or of a month where months are counted, after an instant and before the horizon.
  private func periodEnd(after time: SimulationTime) -> SimulationTime {
    let ends = months.isEmpty ? tables.periodEnds : tables.months.ends
    return ends.first { $0 > time && $0 < horizon } ?? .never
  }

  /// Closes the years that end at an instant or before it; whatever happens at the end itself belongs to the next year.
  mutating func endPeriods(until now: SimulationTime) {
    while periodEnd <= now {
      closeMonth(at: periodEnd)
      guard months.isEmpty || tables.periodEnds.contains(periodEnd) else {
        periodEnd = periodEnd(after: periodEnd)
        continue
      }
      flushYear(periodEnd)
      for role in months.indices { months[role].qualifiedBefore = 0 }
      countingSince = periodEnd
      period = Int32(tables.periodEnds.firstIndex(of: periodEnd) ?? 0) + 1
      periodEnd = periodEnd(after: periodEnd)
    }
  }

  /// Writes what was counted in whole-run measures and in the last year; the run is over.
  mutating func finishCounting(at end: SimulationTime) {
    endPeriods(until: end)
    auditRunIntegrals(at: end)
    if period < 0 { return }
    closeMonth(at: end)
    flushYear(end)
    finishCareers(at: end)
    let ticks = Double((end - warmUp).ticks)
    finishCountingShortages(at: end, ticks)
    for line in lines.indices { finishCounting(ofLine: line, at: end, ticks) }
    for product in systems.indices {
      guard let variant = tables.variants.first(where: { $0.product == Int32(product) }),
        variant.counters.number >= 0
      else { continue }
      systems[product].advance(to: end, clock)
      addPair(variant.counters.number, area(systems[product].number.flush(at: end.ticks)), ticks)
      for number in 0...NumberDistribution.last {
        addPair(
          variant.counters.distribution + Int32(2 * number), Double(systems[product].ticks[number]), ticks)
      }
      for (hour, tally) in systems[product].hourly.enumerated() {
        addPair(variant.counters.byHour + Int32(2 * hour), Double(tally.area), Double(tally.ticks))
      }
    }
  }

  private mutating func finishCounting(ofLine line: Int, at end: SimulationTime, _ ticks: Double) {
    let counters = tables.lineCounters[line]
    let tally = lines[line].tally
    addPerTime(counters.length, area(lines[line].waiting.flush(at: end.ticks)), ticks)
    addPerTime(counters.number, area(lines[line].present.flush(at: end.ticks)), ticks)
    if counters.keptApart >= 0 {
      addPerTime(counters.keptApart, area(apart[line].flush(at: end.ticks)), ticks)
    }
    addPerTime(counters.throughput, Double(tally.ends), ticks / tables.ticksPerHour)
    addPair(counters.sojourn, area(tally.sojourns) / tables.ticksPerHour, Double(tally.ends))
    addPair(counters.passes, Double(tally.arrivals), Double(tally.firstVisits))
    addPair(counters.waited, Double(tally.startsAfterWaiting), Double(tally.starts))
    addPair(counters.turnedAway, Double(tally.turnedAway), Double(tally.arrivals))
    addPair(counters.abandoned, Double(tally.abandoned), Double(tally.arrivals))
  }

  /// An area as a number: by way of 64 bits, which most fit in, since the conversion from 128 is a slow one.
  private func area(_ exact: Int128) -> Double { Int64(exactly: exact).map(Double.init) ?? Double(exact) }

  /// Adds to a whole-run pair whose denominator is time: the same for all lines that are counted together.
  private mutating func addPerTime(_ place: Int32, _ numerator: Double, _ time: Double) {
    if place < 0 { return }
    values[Int(place)] += numerator
    values[Int(place) + 1] = time
  }

  /// Adds to a whole-run pair.
  private mutating func addPair(_ place: Int32, _ numerator: Double, _ denominator: Double) {
    if place < 0 { return }
    values[Int(place)] += numerator
    values[Int(place) + 1] += denominator
  }

  /// Adds the year's integrals to its pairs, and starts them anew.
  private mutating func flushYear(_ now: SimulationTime) {
    auditYearIntegrals(at: now)
    let elapsed = Double((now - countingSince).ticks)
    closeCosts(at: now)
    for pool in pools.indices { flushYear(ofPool: pool, elapsed, now) }
    for certificate in certifiedAreas.indices {
      let area = area(certifiedAreas[certificate].flush(at: now.ticks))
      countPair(tables.certificates[certificate].certified, area, elapsed)
    }
    for programme in training.indices {
      let students = area(training[programme].studentsArea.flush(at: now.ticks))
      countPair(tables.training[programme].studentsArea, students, elapsed)
      let waiting = area(training[programme].waitingArea.flush(at: now.ticks))
      countPair(tables.training[programme].waitingArea, waiting, elapsed)
    }
    countOrigins()
    for variant in tables.variants.indices {
      count(tables.variants[variant].counters.inProgress, by: Double(inProgress[variant]))
    }
  }

  private mutating func flushYear(ofPool pool: Int, _ elapsed: Double, _ now: SimulationTime) {
    let counters = tables.poolCounters[pool]
    let busy = area(pools[pool].busyArea.flush(at: now.ticks))
    let open = area(pools[pool].openArea.flush(at: now.ticks))
    if tables.pools[pool].isProcess {
      countPair(counters.qualified, open / Double(PoolPlan.placesOfProcess), elapsed)
      countPair(counters.shortage, area(flushShortage(ofPool: pool, now)), elapsed)
      return
    }
    if tables.pools[pool].isCertified {
      countPair(counters.shortage, area(flushShortage(ofPool: pool, now)), elapsed)
      return
    }
    countPair(counters.utilisation, busy, open)
    countPair(counters.shortage, area(flushShortage(ofPool: pool, now)), elapsed)
    countPair(counters.down, area(pools[pool].downArea.flush(at: now.ticks)), elapsed)
    countPair(counters.onHold, area(pools[pool].holdArea.flush(at: now.ticks)), elapsed)
    countPair(counters.away, area(pools[pool].staff.awayArea.flush(at: now.ticks)), elapsed)
    countPair(counters.resting, area(pools[pool].staff.restArea.flush(at: now.ticks)), elapsed)
    (pools[pool].staff.paid, pools[pool].staff.paidUpTo) = (0, 0)
    countPair(counters.headcount, area(pools[pool].employedArea.flush(at: now.ticks)), elapsed)
    countPair(counters.qualified, area(pools[pool].independentArea.flush(at: now.ticks)), elapsed)
    guard tables.pools[pool].isStock, let stock = tables.stocks.firstIndex(where: { $0.pool == Int32(pool) })
    else { return }
    countPair(counters.onHand, area(stocks[stock].onHandArea.flush(at: now.ticks)), elapsed)
    countPair(counters.backorders, area(stocks[stock].askedArea.flush(at: now.ticks)), elapsed)
  }
}
