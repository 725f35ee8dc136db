import EventKernel
import Quantities
import Testing

#if DEBUG
  private let isRelease = false
#else
  private let isRelease = true
#endif

@Suite(.enabled(if: isRelease, "ten million operations are for a release build"))
struct TenMillionOperationsTests {
  @Test("The event list does what a plain heap does, operation by operation", arguments: TimeLaw.allCases)
  func againstReference(law: TimeLaw) {
    var rig = ReferenceRig(law: law, seed: 2_026)
    // Each target crosses a change of form: sorted array, heap, buckets, and back.
    let targets = [10, 60, 8, 500, 20, 6_000, 900, 30, 40_000, 3_000, 5_000, 2, 100_000, 1_000, 0]
    while rig.operations < 1_400_000, rig.failure == nil {
      for target in targets where rig.failure == nil { rig.move(to: target) }
    }
    #expect(rig.failure == nil)
    #expect(rig.operations >= 1_400_000)
    #expect(rig.withdrawals > 100_000)
    #expect(rig.largest >= 100_000)
    #expect(rig.changesOfForm >= 10)
  }
}

/// Drives an agenda and the reference together, with phases of growth, of rest and of decline.
struct ReferenceRig: ~Copyable {
  struct Recorder: EventModel {
    var last = -1
    mutating func start(_ agenda: inout Agenda<Int>) {}
    mutating func handle(_ event: Int, _ agenda: inout Agenda<Int>) { last = event }
  }

  let law: TimeLaw
  var random: SplitMix
  var simulation = Simulation(Recorder(), startingAt: SimulationTime(ticks: -40_000_000))
  var reference = ReferenceList()
  var tickets: [EventTicket] = []
  var operations = 0, withdrawals = 0, largest = 0
  var changesOfForm = 0, form = (isNearHeap: false, isFarInUse: false)
  var failure: String?

  init(law: TimeLaw, seed: UInt64) {
    self.law = law
    random = SplitMix(seed: seed)
  }

  /// Operates until `target` events are pending, and stays there for a while.
  mutating func move(to target: Int) {
    let grows = reference.count < target
    // Some declines are by events and some mostly by withdrawal; some growths are one burst.
    let style = random.below(3)
    while grows ? reference.count < target : reference.count > target {
      let choice = random.below(10)
      if grows {
        if style == 0 || choice < 7 { schedule() } else if choice < 8 { withdraw() } else { step() }
      } else {
        if choice < 2, style != 0 { schedule() } else if choice < 3 + 3 * style { withdraw() } else { step() }
      }
      if failure != nil { return }
    }
    for _ in 0..<min(4_000, 10 * target) {
      step()
      schedule()
      if random.below(3) == 0 {
        schedule()
        withdraw()
      }
    }
  }

  mutating func schedule() {
    let now = simulation.agenda.now.ticks
    let time = now + law.span(&random, now: now)
    let rank = EventRank.allCases[random.below(4)]
    tickets.append(simulation.agenda.schedule(tickets.count, at: SimulationTime(ticks: time), rank: rank))
    reference.insert(time: time, rank: rank.rawValue)
    largest = max(largest, reference.count)
    compare()
  }

  /// Withdraws a recent event, any event, or the next one; often it is stale.
  mutating func withdraw() {
    guard !tickets.isEmpty else { return }
    var number = tickets.count - 1 - random.below(min(tickets.count, 2 * reference.count + 1))
    if random.below(8) == 0 { number = random.below(tickets.count) }
    if random.below(8) == 0, let first = reference.first() { number = first.number }
    if simulation.agenda.isPending(tickets[number]) != reference.isPending[number] { note("isPending") }
    let was = reference.withdraw(number)
    if simulation.agenda.withdraw(tickets[number]) != was { note("withdraw") }
    if was { withdrawals += 1 }
    compare()
  }

  mutating func step() {
    let next = reference.popFirst()
    if simulation.step() != (next != nil) { note("step") }
    if let next {
      if simulation.model.last != next.number { note("event \(simulation.model.last), not \(next.number)") }
      if simulation.agenda.now.ticks != next.time { note("clock") }
    }
    compare()
  }

  mutating func compare() {
    operations += 1
    let storage = simulation.agenda.storage
    if (storage.isNearHeap, storage.isFarInUse) != form {
      changesOfForm += 1
      form = (storage.isNearHeap, storage.isFarInUse)
    }
    if simulation.agenda.pendingCount != reference.count { note("pendingCount") }
    if simulation.agenda.nextTime.ticks != reference.first()?.time ?? .max { note("nextTime") }
  }

  mutating func note(_ text: String) {
    if failure == nil { failure = "\(text), at operation \(operations)" }
  }
}
