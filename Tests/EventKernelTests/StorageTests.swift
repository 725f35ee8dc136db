import EventKernel
import Quantities
import Testing

@Suite struct StorageTests {
  @Test("The list is an array, then a heap, then buckets as it grows, and goes back as it shrinks")
  func forms() {
    var simulation = Simulation(ScriptedModel())
    var heapFrom = 0, bucketsFrom = 0
    for number in 1...2_000 {
      simulation.agenda.schedule("e", at: .tick(Int64(number * 7_919 % 2_003)), rank: .arrival)
      let storage = simulation.agenda.storage
      if heapFrom == 0, storage.isNearHeap { heapFrom = number }
      if bucketsFrom == 0, storage.isFarInUse { bucketsFrom = number }
    }
    #expect(heapFrom == 41)
    #expect(bucketsFrom == 129)
    while simulation.agenda.pendingCount > 10 { _ = simulation.step() }
    let storage = simulation.agenda.storage
    #expect(!storage.isNearHeap && !storage.isFarInUse)
    #expect(storage.entries == 10)
  }

  @Test("Slots are used again: no more are made than were ever pending", arguments: [1, 39, 400, 5_000])
  func reuse(pending: Int) {
    var simulation = Simulation(ScriptedModel())
    for _ in 0..<4 {
      for number in 0..<pending {
        let time = simulation.agenda.now + SimulationSpan(ticks: Int64(number % 977))
        simulation.agenda.schedule("e", at: time, rank: .arrival)
      }
      while simulation.step() {}
    }
    let slots = simulation.agenda.storage.slots
    #expect(slots == pending)
  }

  @Test(
    "Withdrawn events do not pile up: never more dead than alive, and a few", arguments: [1, 30, 300, 3_000])
  func bounded(pending: Int) {
    var agenda = Agenda<Int>()
    var random = SplitMix(seed: 9)
    var tickets = (0..<pending).map { agenda.schedule($0, at: .tick(Int64($0)), rank: .arrival) }
    var most = 0
    for number in 0..<20_000 {
      let index = random.below(pending)
      agenda.withdraw(tickets[index])
      tickets[index] = agenda.schedule(
        number, at: .tick(Int64(random.below(1 << (number % 40 + 1)))), rank: .change)
      most = max(most, agenda.storage.entries)
    }
    #expect(most <= 2 * pending + 34)
    let slots = agenda.storage.slots, count = agenda.pendingCount
    #expect(slots == pending)
    #expect(count == pending)
  }
}
