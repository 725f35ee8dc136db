import EventKernel
import Quantities
import Randomness

extension PipelineRun {
  /// Carries out a token's instructions until it has to wait.
  mutating func advance(_ token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    while true {
      switch tables.instructions[Int(tokens[token].pc)] {
      case .step(let step):
        enterStep(token, Int(step), &agenda)
        return
      case .jump(let place): tokens[token].pc = place
      case .endOfRoute:
        entityEnds(token, &agenda)
        return
      case .leave(let reason):
        lose(token, reason: reason, &agenda)
        return
      case .childEnds:
        if tokens[token].gathering >= 0, groupEndsBranch(token, &agenda) { return }
        endToken(token, &agenda)
        return
      case .hold(let hold):
        let plan = tables.holds[Int(hold)]
        agenda.withdraw(tokens[token].holdTicket)
        tokens[token].holdPlan = hold
        tokens[token].holdEnd = agenda.now + plan.limit
        tokens[token].holdTicket = agenda.schedule(
          .holdEnds(token: Int32(token)), after: plan.limit, rank: .change)
        tokens[token].pc += 1
      case .book:
        askForBooking(token, &agenda)
        return
      case .makeBatch(let make): if !makeBatch(token, Int(make), &agenda) { return }
      case .choose(let choice): choose(token, Int(choice))
      case .fork(let fork):
        let occurrence = countVisit(token, tables.forks[Int(fork)].local)
        tokens[token].pc += 1
        if !startFork(Int(fork), of: token, occurrence: occurrence, &agenda) { return }
      case .join(let fork):
        if hasChild(token, of: fork) {
          tokens[token].state = .waitingForChildren
          tokens[token].joining = fork
          if tokens[token].kept >= 0 { freshTokens.append(Int32(token)) }
          return
        }
        tokens[token].pc += 1
      case .decide(let step):
        if decide(token, Int(step), &agenda) { return }
        tokens[token].pc += 1
      case .interval(let interval):
        planTouch(token, every: tables.intervals[Int(interval)], agenda.now)
        waitUntil(tokens[token].nextTouch, token, &agenda)
        return
      case .countdown(let countdown): if !countDown(token, Int(countdown), &agenda) { return }
      case .conditioned:
        if tokens[token].patient >= 0 { patients[tokens[token].patient].isConditioned = true }
        trace("is conditioned", token, agenda.now)
        tokens[token].pc += 1
      case .enrol(let trial):
        if trials[Int(trial)].isClosed { return lose(token, reason: tables.trials[Int(trial)].full, &agenda) }
        giveBackPlace(of: token, in: Int(trial))
        tokens[token].pc += 1
      case .gather(let gather):
        joinGathering(token, Int(gather), &agenda)
        return
      case .separate:
        separate(token, &agenda)
        return
      case .split(let split):
        self.split(token, Int(split), &agenda)
        return
      case .ship(let ship): if !self.ship(token, Int(ship), &agenda) { return }
      case .released(let release): if !released(token, Int(release), &agenda) { return }
      case .certified(let release):
        certified(token, Int(release), &agenda)
        tokens[token].pc += 1
      case .store(let store):
        self.store(token, Int(store), &agenda)
        tokens[token].pc += 1
      case .platesRead(let pool):
        platesAreRead(token, of: Int(pool), &agenda)
        tokens[token].pc += 1
      case .monitoringEnds:
        discard(token, &agenda)
        return
      case .roomHoldEnds(let pool):
        roomHoldEnds(token, of: Int(pool), &agenda)
        return
      case .renewalEnds:
        renewalEnds(token, &agenda)
        return
      case .mended(let pool):
        unitIsMended(Int(pool), Int(tokens[token].unit), &agenda)
        discard(token, &agenda)
        return
      }
    }
  }

  /// The next planned touch: the grid begins with the step and stays; dates that a late touch has passed are left out.
  private mutating func planTouch(_ token: Int, every interval: SimulationSpan, _ now: SimulationTime) {
    if tokens[token].nextTouch == .zero { tokens[token].nextTouch = now }
    let late = (now - tokens[token].nextTouch).ticks / max(1, interval.ticks)
    tokens[token].nextTouch =
      tokens[token].nextTouch + SimulationSpan(ticks: interval.ticks * (max(0, late) + 1))
  }

  /// A plain wait of a token, in calendar time.
  mutating func waitUntil(_ time: SimulationTime, _ token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    tokens[token].state = .underWay
    tokens[token].endTicket = agenda.schedule(.ends(token: Int32(token)), at: time, rank: .completion)
  }

  /// A wait, work or transport of a token has come to its end.
  @inline(__always)
  mutating func waitEnds(_ token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    tokens[token].endTicket = .none
    switch tokens[token].state {
    case .working: finishStep(token, &agenda)
    case .waitingForDate: claim(token, &agenda)
    case .underWay:
      tokens[token].state = .running
      if tokens[token].isDoomed {
        giveUp(token, &agenda)
      } else {
        underWayEnds(token, &agenda)
      }
    default: break
    }
  }

  private mutating func underWayEnds(_ token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    if case .ship(let ship) = tables.instructions[Int(tokens[token].pc)] {
      arriveFromShipment(token, Int(ship), &agenda)
      return
    }
    tokens[token].pc += 1
    advance(token, &agenda)
  }

  private mutating func choose(_ token: Int, _ choice: Int) {
    let occurrence = countVisit(token, tables.choices[choice].local)
    let plan = tables.choices[choice]
    let lineage = lineage(of: token, ofBatch: true)
    var place = plan.otherwise
    if isFixedAtMedian {
      place = likeliestArm(plan)
    } else {
      let uniform = uniform(plan.purpose, lineage, occurrence)
      for (arm, limit) in plan.cumulative.enumerated() where uniform < limit {
        place = plan.places[arm]
        break
      }
    }
    tokens[token].pc = place
  }

  private func likeliestArm(_ plan: ChoicePlan) -> Int32 {
    var best = plan.otherwise
    var most = 1 - (plan.cumulative.last ?? 0)
    var before = 0.0
    for (arm, limit) in plan.cumulative.enumerated() {
      if limit - before > most {
        most = limit - before
        best = plan.places[arm]
      }
      before = limit
    }
    return best
  }
}
