import Quantities

/// Follows a compiled route from its beginning to where somebody stands at the start, and notes what has happened on the way.
struct InitialWalk {
  let tables: ProgramTables
  /// The steps that are being carried out, or the one that is waited for.
  let working: Set<Int32>
  let waiting: Int32
  /// The instruction to stop in front of; -1 for none.
  let stop: Int32
  private(set) var found: Set<Int32> = []
  private(set) var marks: Set<Int32> = [Marks.referral]
  private(set) var hasBatch = false
  private(set) var isReleased = false
  private(set) var isConditioned = false
  /// Why nobody can be placed there.
  private(set) var obstacle: String?
  private var kept: [(owner: Int, pool: Int32, count: Int32)] = []
  private var owners = 0
  private var looks = 0

  init(_ tables: ProgramTables, working: Set<Int32>, waiting: Int32 = -1, stop: Int32 = -1) {
    self.tables = tables
    self.working = working
    self.waiting = waiting
    self.stop = stop
  }

  /// Where a token that began at an instruction stands; nil when its way is over.
  mutating func position(from entry: Int32) -> InitialPosition? {
    owners += 1
    let owner = owners
    var position = InitialPosition(pc: entry)
    while looks < 100_000, obstacle == nil {
      looks += 1
      if position.pc == stop { return finish(position, owner) }
      switch tables.instructions[Int(position.pc)] {
      case .step(let step):
        if step == waiting || working.contains(step) {
          come(to: step, &position)
          return finish(position, owner)
        }
        pass(step, &position, owner)
      case .fork(let fork):
        position.visited.append(tables.forks[Int(fork)].local)
        follow(fork, &position)
        position.pc += 1
      case .join(let fork):
        if let place = position.children.firstIndex(where: { $0.fork == fork }) {
          if case .countsDown = position.children[place].position.doing {
            position.children.remove(at: place)
            isConditioned = true
            position.pc += 1
          } else {
            position.doing = .joins(fork: fork)
            return finish(position, owner)
          }
        } else {
          position.pc += 1
        }
      case .choose(let choice):
        position.visited.append(tables.choices[Int(choice)].local)
        position.pc = arm(of: tables.choices[Int(choice)])
      case .jump(let place): position.pc = place
      case .hold(let hold):
        position.hold = hold
        position.pc += 1
      case .enrol: position.pc += 1
      case .makeBatch:
        hasBatch = true
        position.pc += 1
      case .released(let release):
        isReleased = true
        position.visited.append(tables.releases[Int(release)].local)
        if tables.releases[Int(release)].stage2 >= 0 {
          follow(tables.releases[Int(release)].stage2, &position)
        }
        position.pc += 1
      case .conditioned:
        isConditioned = true
        position.pc += 1
      case .ship(let ship):
        position.visited.append(tables.ships[Int(ship)].local)
        position.pc += 1
      case .store(let store):
        position.visited.append(tables.stores[Int(store)].local)
        position.pc += 1
      case .gather(let gather): obstacle = tables.gathers[Int(gather)].name
      case .split(let split): obstacle = tables.splits[Int(split)].name
      case .decide, .book, .countdown, .certified, .separate: position.pc += 1
      case .interval, .childEnds, .leave, .endOfRoute, .mended, .platesRead, .monitoringEnds, .roomHoldEnds,
        .renewalEnds:
        kept.removeAll { $0.owner == owner }
        return nil
      }
    }
    return nil
  }

  private mutating func finish(_ position: InitialPosition, _ owner: Int) -> InitialPosition {
    var position = position
    position.kept = kept.filter { $0.owner == owner }.map { ($0.pool, $0.count) }
    return position
  }

  private mutating func come(to step: Int32, _ position: inout InitialPosition) {
    found.insert(step)
    let plan = tables.steps[Int(step)]
    if step == waiting {
      position.doing = .waits(step: step, patience: nil)
      position.pc = tables.variants[Int(plan.variant)].places[Int(plan.localIndex)]
      return
    }
    position.visited.append(plan.localIndex)
    position.doing = .works(step: step, left: nil)
    endHold(at: step, &position)
    if plan.isInfusion { position.shelfStep = -1 }
    for place in plan.touches.indices {
      let fork = tables.stepForks[place]
      position.children.append(
        InitialChild(
          fork: fork, branch: 0, position: InitialPosition(pc: tables.forks[Int(fork)].places[0])))
    }
    for place in plan.meanwhile.indices { follow(tables.stepForks[place], &position) }
  }

  private mutating func pass(_ step: Int32, _ position: inout InitialPosition, _ owner: Int) {
    let plan = tables.steps[Int(step)]
    position.visited.append(plan.localIndex)
    endHold(at: step, &position)
    if plan.isInfusion { position.shelfStep = -1 }
    for claim in tables.claims[plan.claims.indices] where claim.isKept {
      kept.append((owner, claim.pool, claim.count))
    }
    for pool in tables.freed[plan.frees.indices] { kept.removeAll { $0.pool == pool } }
    if plan.mark >= 0 { marks.insert(plan.mark) }
    if plan.shelfLife != nil { position.shelfStep = step }
    for place in plan.meanwhile.indices { follow(tables.stepForks[place], &position) }
    position.pc += 1
  }

  private func endHold(at step: Int32, _ position: inout InitialPosition) {
    guard position.hold >= 0 else { return }
    let until = tables.holds[Int(position.hold)].until
    let plan = tables.steps[Int(step)]
    if until < 0 ? plan.endsHold : plan.localIndex == until { position.hold = -1 }
  }

  /// The branches of a fork in which somebody stands; a countdown whose day may still come.
  private mutating func follow(_ fork: Int32, _ position: inout InitialPosition) {
    for (branch, place) in tables.forks[Int(fork)].places.enumerated() {
      var first = place
      if case .countdown(let index) = tables.instructions[Int(place)] {
        guard case .step(let step) = tables.instructions[Int(place) + 1], working.contains(step) else {
          let plan = tables.countdowns[Int(index)]
          position.children.append(
            InitialChild(
              fork: fork, branch: branch,
              position: InitialPosition(
                doing: .countsDown(event: plan.eventLocal, before: plan.before), pc: place)))
          continue
        }
        first += 1
      }
      if let child = self.position(from: first) {
        position.children.append(InitialChild(fork: fork, branch: branch, position: child))
      }
    }
  }

  /// Where a choice goes on: the arm in which somebody stands, else behind it.
  private func arm(of choice: ChoicePlan) -> Int32 {
    let ends = choice.places.dropFirst() + [choice.otherwise]
    for (place, end) in zip(choice.places, ends) where place < end {
      for instruction in Int(place)..<Int(end) {
        if Int32(instruction) == stop { return place }
        if case .step(let step) = tables.instructions[instruction], step == waiting || working.contains(step)
        {
          return place
        }
      }
    }
    return choice.otherwise
  }
}
