import EventKernel
import Quantities
import Testing

@Suite struct AgainstSortedArrayTests {
  @Test("Random schedules, withdrawals and steps do what a sorted array does", arguments: 0..<200)
  func random(seed: Int) {
    var rig = RandomRig(seed: UInt64(seed), spread: [1, 3, 50, 100_000][seed % 4])
    for _ in 0..<400 { rig.act() }
    rig.drain()
    #expect(rig.failure == nil)
    #expect(rig.executed + rig.withdrawn == rig.scheduled)
  }

  @Test(
    "Thousands of pending events, in buckets, do what a sorted array does", arguments: [10, 1_000_000_000])
  func buckets(spread: Int) {
    var rig = RandomRig(seed: 7, spread: spread)
    rig.grow(to: 6_000)
    for _ in 0..<1_000 { rig.act() }
    rig.drain()
    #expect(rig.failure == nil)
    #expect(rig.executed + rig.withdrawn == rig.scheduled)
  }
}

/// Does the same to a simulation and to an array, and notes the first difference.
struct RandomRig: ~Copyable {
  struct Expected { var time: Int64, rank: EventRank, number: Int, ticket: EventTicket }
  struct Recorder: EventModel {
    var last = -1
    mutating func start(_ agenda: inout Agenda<Int>) {}
    mutating func handle(_ event: Int, _ agenda: inout Agenda<Int>) { last = event }
  }

  var simulation = Simulation(Recorder(), startingAt: SimulationTime(ticks: -500))
  var expected: [Expected] = []  // the next one last
  var stale: [EventTicket] = [.none]
  var random: SplitMix
  let spread: Int
  var scheduled = 0, executed = 0, withdrawn = 0
  var failure: String?

  init(seed: UInt64, spread: Int) {
    random = SplitMix(seed: seed)
    self.spread = spread
  }

  mutating func act() {
    switch random.below(10) {
    case 0...4: schedule()
    case 5...6: withdraw()
    case 7: withdrawStale()
    default: step()
    }
    compare()
  }

  mutating func grow(to count: Int) {
    while expected.count < count { schedule() }
    compare()
  }

  mutating func drain() {
    while !expected.isEmpty, failure == nil {
      step()
      compare()
    }
    if simulation.step() { note("an event too many") }
  }

  mutating func schedule() {
    let time = simulation.agenda.now.ticks + Int64(random.below(spread))
    let rank = EventRank.allCases[random.below(4)]
    let ticket = simulation.agenda.schedule(scheduled, at: SimulationTime(ticks: time), rank: rank)
    // Later ones first; among equals the new one is later, so it goes in front of them.
    var low = 0, high = expected.count
    while low < high {
      let middle = (low + high) / 2
      if (expected[middle].time, expected[middle].rank.rawValue) > (time, rank.rawValue) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    expected.insert(Expected(time: time, rank: rank, number: scheduled, ticket: ticket), at: low)
    scheduled += 1
  }

  mutating func withdraw() {
    guard !expected.isEmpty else { return }
    let index = random.below(3) == 0 ? expected.count - 1 : random.below(expected.count)
    let ticket = expected.remove(at: index).ticket
    if !simulation.agenda.isPending(ticket) { note("a pending event is not pending") }
    if !simulation.agenda.withdraw(ticket) { note("a pending event could not be withdrawn") }
    withdrawn += 1
    stale.append(ticket)
  }

  mutating func withdrawStale() {
    let ticket = stale[random.below(stale.count)]
    if simulation.agenda.isPending(ticket) { note("a stale ticket is pending") }
    if simulation.agenda.withdraw(ticket) { note("a stale ticket withdrew something") }
  }

  mutating func step() {
    guard let next = expected.popLast() else {
      if simulation.step() { note("an event from nowhere") }
      return
    }
    if !simulation.step() { note("no event where there is one") }
    if simulation.model.last != next.number { note("event \(simulation.model.last), not \(next.number)") }
    if simulation.agenda.now.ticks != next.time { note("the clock is wrong") }
    executed += 1
    stale.append(next.ticket)
  }

  mutating func compare() {
    if simulation.agenda.pendingCount != expected.count { note("pending events are miscounted") }
    if simulation.agenda.nextTime.ticks != expected.last?.time ?? .max { note("the next time is wrong") }
    if simulation.agenda.nextRank != expected.last?.rank { note("the next rank is wrong") }
    if simulation.agenda.executedCount != UInt64(executed) { note("executed events are miscounted") }
  }

  mutating func note(_ text: String) {
    if failure == nil { failure = "\(text), after \(scheduled) scheduled, \(executed) executed" }
  }
}
