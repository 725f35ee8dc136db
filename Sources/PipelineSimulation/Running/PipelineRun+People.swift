import EventKernel
import Quantities
import Randomness

extension PipelineRun {
  /// The people of a role at the start: they are employed from the opening of their facility on.
  mutating func startRoster(_ pool: Int, _ agenda: inout Agenda<PipelineEvent>) {
    startStaffPlan(pool, &agenda)
    let facility = Int(tables.pools[pool].facility)
    if openedAt[facility] <= .zero { employ(pool, &agenda) }
  }

  mutating func startEmploying(at facility: Int, _ agenda: inout Agenda<PipelineEvent>) {
    for pool in tables.facilities[facility].pools where !pools[Int(pool)].isEmployed {
      if case .roster = tables.pools[Int(pool)].level { employ(Int(pool), &agenda) }
    }
  }

  private mutating func employ(_ pool: Int, _ agenda: inout Agenda<PipelineEvent>) {
    guard case .roster = tables.pools[pool].level else { return }
    pools[pool].isEmployed = true
    // Graduates who came before the opening count towards the planned number.
    let (early, planned) = (pools[pool].employed, pools[pool].staff.planned)
    let present = max(0, (tables.pools[pool].turnover?.startsWith ?? planned) - early)
    let first = pools[pool].persons + 1
    for _ in 0..<present {
      let person = newPerson(pool)
      changeEmployed(pool, by: 1, agenda.now)
      changeIndependent(pool, by: 1, agenda.now)
      personIsThere(pool, person, &agenda)
    }
    if !tables.pools[pool].certificates.isEmpty, present > 0 {
      certify(first...pools[pool].persons, of: pool, &agenda)
    }
    for _ in 0..<max(0, planned - present - early) { openVacancy(pool, &agenda) }
    callRoster(pool, agenda.now)
    refreshCapacity(pool, &agenda)
    checkStaffed(Int(tables.pools[pool].facility), agenda.now)
  }

  private mutating func newPerson(_ pool: Int) -> Int {
    pools[pool].persons += 1
    return Int(pools[pool].persons)
  }

  func lineage(ofPerson person: Int, _ pool: Int) -> Lineage {
    Lineage(origin: tables.pools[pool].origin, number: UInt64(person))
  }

  /// A person has entered: what will befall them is drawn.
  private mutating func personIsThere(_ pool: Int, _ person: Int, _ agenda: inout Agenda<PipelineEvent>) {
    scheduleLeaving(pool, person, &agenda)
    if tables.pools[pool].knowsPersons {
      pools[pool].staff.add(Int32(person))
      scheduleAbsence(pool, person, after: 0, &agenda)
    }
  }

  private mutating func scheduleLeaving(_ pool: Int, _ person: Int, _ agenda: inout Agenda<PipelineEvent>) {
    guard let turnover = tables.pools[pool].turnover, turnover.attritionPerTick > 0 else { return }
    let uniform = uniform(turnover.leavingPurpose, lineage(ofPerson: person, pool), 1)
    let stay = exponentialVariate(uniform) / turnover.attritionPerTick
    let end = turnover.attritionFactors.end(ofStay: stay, from: agenda.now)
    guard end < Double(horizon.ticks) else { return }
    agenda.schedule(
      .leaves(pool: Int32(pool), person: Int32(person)), at: SimulationTime(ticks: Int64(end.rounded())),
      rank: .change)
  }

  /// A vacancy is filled from the market after a while, unless nobody is hired.
  mutating func openVacancy(_ pool: Int, _ agenda: inout Agenda<PipelineEvent>) {
    guard let turnover = tables.pools[pool].turnover, turnover.hires else { return }
    let person = newPerson(pool)
    pools[pool].vacancies += 1
    let time =
      agenda.now + (turnover.hireAfter.map { span($0, lineage(ofPerson: person, pool), 1) } ?? .zero)
    if time < horizon {
      agenda.schedule(.hired(pool: Int32(pool), person: Int32(person)), at: time, rank: .change)
    }
  }

  mutating func personLeaves(_ pool: Int, _ person: Int, _ agenda: inout Agenda<PipelineEvent>) {
    // Whose post was given up has left already.
    if tables.pools[pool].knowsPersons, pools[pool].staff.row(of: Int32(person)) == nil { return }
    personIsGone(pool, person, &agenda)
    if pools[pool].employed + pools[pool].vacancies < pools[pool].staff.planned {
      openVacancy(pool, &agenda)
    }
    callRoster(pool, agenda.now)
    refreshCapacity(pool, &agenda)
  }

  /// A person is no longer employed.
  mutating func personIsGone(_ pool: Int, _ person: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let now = agenda.now
    forgetRow(pool, person, &agenda)
    endCareer(pool, person, now)
    changeEmployed(pool, by: -1, now)
    if let trainee = pools[pool].learning.firstIndex(of: Int32(person)) {
      pools[pool].learning.remove(at: trainee)
      if tables.pools[pool].sendsNewcomers { giveUpRun(ofPerson: person, pool, &agenda) }
    } else {
      changeIndependent(pool, by: -1, now)
    }
    count(tables.poolCounters[pool].left)
  }

  /// A person takes up the role, from the market.
  mutating func personEnters(_ pool: Int, _ person: Int, _ agenda: inout Agenda<PipelineEvent>) {
    pools[pool].vacancies -= 1
    // A graduate may have filled the vacancy meanwhile, or the plan may have fallen.
    if pools[pool].employed >= pools[pool].staff.planned { return }
    enterRole(pool, person, learning: learning(in: pool), &agenda)
  }

  /// A graduate takes up a role; a vacancy that is still open need not be filled from the market.
  mutating func graduateEnters(
    _ pool: Int, learning: LearningPlan?, _ agenda: inout Agenda<PipelineEvent>
  ) {
    let person = newPerson(pool)
    enterRole(pool, person, learning: learning ?? self.learning(in: pool), &agenda)
  }

  /// How newcomers come to work alone in a role.
  private func learning(in pool: Int) -> LearningPlan {
    if tables.pools[pool].qualification >= 0 { return .through(source: tables.pools[pool].qualification) }
    return tables.pools[pool].turnover?.independentAfter.map { .after($0) } ?? .atOnce
  }

  private mutating func enterRole(
    _ pool: Int, _ person: Int, learning: LearningPlan, _ agenda: inout Agenda<PipelineEvent>
  ) {
    changeEmployed(pool, by: 1, agenda.now)
    count(tables.poolCounters[pool].hired)
    if tables.costs.isThere, period >= 0 { costs.hired[pool] += 1 }
    personIsThere(pool, person, &agenda)
    if !tables.pools[pool].certificates.isEmpty { promiseCertificates(pool, person, &agenda) }
    switch learning {
    case .atOnce: works(pool, &agenda)
    case .through(let source):
      pools[pool].learning.append(Int32(person))
      send(person, through: source, &agenda)
    case .after(let law):
      pools[pool].learning.append(Int32(person))
      let time = agenda.now + span(law, lineage(ofPerson: person, pool), 1)
      if time < horizon {
        agenda.schedule(.independent(pool: Int32(pool), person: Int32(person)), at: time, rank: .change)
      }
    }
  }

  mutating func becomesIndependent(_ pool: Int, _ person: Int, _ agenda: inout Agenda<PipelineEvent>) {
    guard let place = pools[pool].learning.firstIndex(of: Int32(person)) else { return }
    pools[pool].learning.remove(at: place)
    careerQualifies(pool, person)
    if isAway(pool, Int32(person)) { changeAway(pool, by: 1, agenda.now) }
    beginWhatWasPutOff(pool, person, &agenda)
    works(pool, &agenda)
  }

  private mutating func works(_ pool: Int, _ agenda: inout Agenda<PipelineEvent>) {
    changeIndependent(pool, by: 1, agenda.now)
    callRoster(pool, agenda.now)
    refreshCapacity(pool, &agenda)
    checkStaffed(Int(tables.pools[pool].facility), agenda.now)
  }

  private mutating func changeEmployed(_ pool: Int, by change: Int32, _ now: SimulationTime) {
    pools[pool].employed += change
    pools[pool].employedArea.change(by: Int64(change), at: now.ticks)
  }

  private mutating func changeIndependent(_ pool: Int, by change: Int32, _ now: SimulationTime) {
    pools[pool].independent += change
    pools[pool].independentArea.change(by: Int64(change), at: now.ticks)
  }

  /// How many of a role are present on the shift that begins: the expected number, with what is left of a person carried
  /// over to the next shift, so that the mean is exact. Called again within a shift, it counts the shift once.
  mutating func callRoster(_ pool: Int, _ now: SimulationTime, shiftBegins: Bool = false) {
    guard pools[pool].isOnShift else { return }
    if shiftBegins { pools[pool].carryBefore = pools[pool].carry }
    guard case .roster(_, _, let present) = tables.pools[pool].level else { return }
    let there = pools[pool].independent - pools[pool].staff.away
    var expected = Double(there) * pools[pool].staff.equivalent * present
    let leave = tables.pools[pool].leave
    if leave >= 0 {
      let day = tables.day(of: now)
      expected *= tables.leaves[Int(leave)].present[min(day, tables.leaves[Int(leave)].present.count - 1)]
    }
    let called = pools[pool].carryBefore + expected
    pools[pool].base = Int32((called + 1e-9).rounded(.down))
    pools[pool].carry = called - Double(pools[pool].base)
  }

  /// A facility is staffed when every role with turnover has its planned minimum of independent persons.
  mutating func checkStaffed(_ facility: Int, _ now: SimulationTime) {
    for pool in tables.facilities[facility].pools {
      guard case .roster = tables.pools[Int(pool)].level else { continue }
      let (planned, equivalent) = (pools[Int(pool)].staff.planned, pools[Int(pool)].staff.equivalent)
      let minimum = tables.pools[Int(pool)].turnover.map { $0.minimum ?? Double(planned) } ?? 0
      if Double(pools[Int(pool)].independent) * equivalent < minimum * equivalent - 1e-9 { return }
    }
    reach(2, at: facility, now)
  }
}
