import Quantities

extension PipelineRun {
  /// Adds to a count of the present year; nothing is counted during the warm-up.
  @inline(__always)
  mutating func count(_ place: Int32, by amount: Double = 1) {
    if place >= 0 && period >= 0 { values[Int(place + period)] += amount }
  }

  /// Adds to a ratio of the present year.
  mutating func countPair(_ place: Int32, _ numerator: Double, _ denominator: Double) {
    if place < 0 || period < 0 { return }
    values[Int(place + 2 * period)] += numerator
    values[Int(place + 2 * period) + 1] += denominator
  }

  @inline(__always)
  mutating func sample(_ counter: SampleCounter, _ value: Double, at offset: Int32 = 0) {
    if counter.sum < 0 || offset < 0 || period < 0 { return }
    values[Int(counter.sum + offset)] += value
    samples.add(value, to: Int(counter.sketch + offset))
  }

  // MARK: Lines and steps

  @inline(__always)
  mutating func countArrival(at step: Int, visit: Int) {
    lines[step].tally.arrivals &+= 1
    if visit == 1 { lines[step].tally.firstVisits &+= 1 }
  }

  @inline(__always)
  mutating func countStart(at step: Int, waited: SimulationSpan) {
    lines[step].tally.starts &+= 1
    if waited > .zero { lines[step].tally.startsAfterWaiting &+= 1 }
    sample(tables.lineCounters[step].wait, Double(waited.ticks) / tables.ticksPerHour)
  }

  @inline(__always)
  mutating func countEnd(at step: Int, sojourn: SimulationSpan) {
    lines[step].tally.ends &+= 1
    lines[step].tally.sojourns &+= Int128(sojourn.ticks)
  }

  // MARK: Patients

  func counters(of patient: Int) -> VariantCounters {
    tables.variants[Int(patients[patient].variant)].counters
  }

  @inline(__always)
  mutating func countReferral(_ patient: Int, _ now: SimulationTime) {
    count(counters(of: patient).referred)
    inProgress[Int(patients[patient].variant)] += 1
    changeSystem(of: patient, by: 1, now)
  }

  /// A patient who is there at the start.
  mutating func countAtStart(_ patient: Int, _ now: SimulationTime) {
    count(counters(of: patient).atStart)
    inProgress[Int(patients[patient].variant)] += 1
    changeSystem(of: patient, by: 1, now)
  }

  @inline(__always)
  mutating func countDeparture(_ patient: Int, _ now: SimulationTime) {
    inProgress[Int(patients[patient].variant)] -= 1
    changeSystem(of: patient, by: -1, now)
  }

  @inline(__always)
  private mutating func changeSystem(of patient: Int, by change: Int64, _ now: SimulationTime) {
    let product = Int(tables.variants[Int(patients[patient].variant)].product)
    if systems[product].isByHour { systems[product].spreadOverHours(to: now, clock) }
    systems[product].change(by: change, at: now)
  }

  mutating func countCollection(_ patient: Int) { count(counters(of: patient).collected) }

  @inline(__always)
  mutating func countTreated(_ patient: Int, _ now: SimulationTime) {
    let counters = counters(of: patient)
    count(counters.treated)
    sample(counters.inSystem, Double((now - patients[patient].arrived).ticks) / tables.ticksPerHour)
    let facility = Int(tables.variants[Int(patients[patient].variant)].facility)
    guard facility >= 0, !patients[patient].isRun else { return }
    treatedAt[facility] += 1
    if treatedAt[facility] > 50 { return }
    switch treatedAt[facility] {
    case 1: reach(3, at: facility, now)
    case 10: reach(4, at: facility, now)
    case 50: reach(5, at: facility, now)
    default: break
    }
  }

  mutating func countInfusion(_ patient: Int, _ now: SimulationTime) {
    let counters = counters(of: patient)
    if counters.classes >= 0 || counters.onTime >= 0 || counters.benefit >= 0 {
      countFairness(patient, isFirst: !patients[patient].isInfused, now)
    }
    patients[patient].isInfused = true
    let row = patients[patient]
    sample(
      counters.doorToDoor, Double((now - row.arrived).ticks) / tables.ticksPerDay, at: row.referralPeriod)
    if row.collected != .never {
      sample(
        counters.veinToVein, Double((now - row.collected).ticks) / tables.ticksPerDay,
        at: row.collectionPeriod)
    }
  }

  mutating func countTurnaround(_ patient: Int, _ now: SimulationTime) {
    let row = patients[patient]
    if row.collected == .never { return }
    sample(
      counters(of: patient).turnaround, Double((now - row.collected).ticks) / tables.ticksPerDay,
      at: row.collectionPeriod)
  }

  mutating func countLoss(_ patient: Int, reason: Int32, _ now: SimulationTime) {
    if tables.countsWants { countWant(of: patient, now) }
    let place = tables.lossCounters[Int(patients[patient].variant) * tables.reasons.count + Int(reason)]
    count(place)
    if counters(of: patient).classes >= 0 { countUnfairness(patient) }
    if patients[patient].isConditioned && !patients[patient].isInfused {
      count(counters(of: patient).conditionedWithoutProduct)
    }
  }

  /// A remake after the conditioning has begun: the patient was conditioned without a product.
  mutating func countConditionedInVain(_ token: Int) {
    let patient = Int(tokens[token].patient)
    if patient < 0 || !patients[patient].isConditioned || patients[patient].isInfused { return }
    count(counters(of: patient).conditionedWithoutProduct)
  }

  // MARK: Batches

  mutating func countBatchFailure(_ token: Int) {
    let batch = tokens[token].batch
    if batch < 0 || batches[batch].hasEnded { return }
    count(tables.variants[Int(tokens[token].variant)].counters.batchesFailed)
  }

  mutating func countBatchAborted(_ token: Int) {
    let batch = tokens[token].batch
    if batch < 0 || batches[batch].hasEnded { return }
    batches[batch].hasEnded = true
    count(tables.variants[Int(tokens[token].variant)].counters.batchesAborted)
  }
}
