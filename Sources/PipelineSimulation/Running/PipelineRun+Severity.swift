import EventKernel
import Quantities

/// How sick patients are, in which order that lets them be served, and how they fare by it.
extension PipelineRun {
  /// The severity of a patient now: that of the referral, and what it has grown since.
  func severity(of patient: Int, _ now: SimulationTime) -> Double {
    let growth = tables.sources[Int(patients[patient].source)].worseningPerTick
    return patients[patient].severity + growth * Double((now - patients[patient].arrived).ticks)
  }

  /// Where the order of his product puts a patient: the least goes first.
  func orderKey(of patient: Int, _ now: SimulationTime) -> Double {
    let source = tables.sources[Int(patients[patient].source)]
    switch source.order {
    case .firstCome: return 0
    case .worstOff:
      // All of a product worsen alike: who is worse off now will be so at any later time.
      return source.worseningPerTick * Double(patients[patient].arrived.ticks) - patients[patient].severity
    case .maximumBenefit: return -loss(byWaiting: patient, now)
    case .dueDate: return Double(patients[patient].due.ticks)
    }
  }

  /// Notes in which class of severity a patient is counted.
  mutating func noteSeverityClass(of patient: Int) {
    let bounds = tables.sources[Int(patients[patient].source)].severityClasses
    if bounds.isEmpty { return }
    patients[patient].severityClass = Int32(bounds.count { $0 <= patients[patient].severity })
  }

  /// What a patient loses by waiting once more.
  func loss(byWaiting patient: Int, _ now: SimulationTime) -> Double {
    let source = Int(patients[patient].source)
    return tables.sources[source].benefit?.loss(
      waited: Double((now - patients[patient].arrived).ticks), severity: patients[patient].severity,
      worseningPerTick: tables.sources[source].worseningPerTick) ?? 0
  }

  /// Who comes to a line, or asks for a booking that is considered, stands where his loss by waiting puts him now.
  @inline(__always)
  mutating func renewBenefitKey(_ token: Int, _ now: SimulationTime) {
    if tables.ordersByBenefit { renewOwnBenefitKey(token, now) }
  }

  /// Puts who waits in a line in the order of what they lose now.
  mutating func sortByBenefit(_ line: Int, _ now: SimulationTime) {
    var waiting: [Int32] = []
    var token = lines[line].head
    while token >= 0 {
      renewOwnBenefitKey(Int(token), now)
      waiting.append(token)
      token = tokens[token].lineNext
    }
    waiting.sort { precedes($0, $1) }
    lines[line].head = waiting.first ?? -1
    lines[line].tail = waiting.last ?? -1
    for place in waiting.indices {
      tokens[waiting[place]].linePrevious = place > 0 ? waiting[place - 1] : -1
      tokens[waiting[place]].lineNext = place + 1 < waiting.count ? waiting[place + 1] : -1
    }
  }

  private mutating func renewOwnBenefitKey(_ token: Int, _ now: SimulationTime) {
    let patient = Int(tokens[token].patient)
    guard patient >= 0, tables.sources[Int(patients[patient].source)].order == .maximumBenefit else { return }
    tokens[token].policyKey = -loss(byWaiting: patient, now)
  }

  /// A patient is infused: on time or late, after a wait, with a benefit.
  mutating func countFairness(_ patient: Int, isFirst: Bool, _ now: SimulationTime) {
    let variant = Int(patients[patient].variant)
    let counters = tables.variants[variant].counters
    let row = patients[patient]
    if counters.onTime >= 0, let target = tables.variants[variant].target, row.collected != .never,
      row.collectionPeriod >= 0, period >= 0
    {
      let place = Int(counters.onTime + 2 * row.collectionPeriod)
      values[place] += now - row.collected <= target ? 1 : 0
      values[place + 1] += 1
    }
    if counters.benefit >= 0, let benefit = tables.sources[Int(row.source)].benefit {
      count(counters.benefit, by: benefit.value(severity(of: patient, now)))
    }
    guard isFirst, let own = severityCounters(of: patient) else { return }
    sample(own.wait, Double((now - row.arrived).ticks) / tables.ticksPerDay, at: row.referralPeriod)
    countPair(own.infused, 1, 1)
  }

  /// A patient is lost before any infusion.
  mutating func countUnfairness(_ patient: Int) {
    if !patients[patient].isInfused, let own = severityCounters(of: patient) { countPair(own.infused, 0, 1) }
  }

  private func severityCounters(of patient: Int) -> SeverityCounters? {
    let start = tables.variants[Int(patients[patient].variant)].counters.classes
    return start >= 0 ? tables.severityCounters[Int(start + patients[patient].severityClass)] : nil
  }
}
