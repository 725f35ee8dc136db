import EventKernel
import Quantities
import Testing

@Suite struct TicketTests {
  @Test("A withdrawn event does not happen, and can be withdrawn once")
  func withdrawOnce() {
    var agenda = Agenda<Int>()
    let ticket = agenda.schedule(1, at: .tick(5), rank: .arrival)
    let pendingBefore = agenda.isPending(ticket)
    let first = agenda.withdraw(ticket)
    let pendingAfter = agenda.isPending(ticket)
    let second = agenda.withdraw(ticket)
    #expect(pendingBefore && first)
    #expect(!pendingAfter && !second)
    let count = agenda.pendingCount, next = agenda.nextTime
    #expect(count == 0)
    #expect(next == .never)
  }

  @Test("The ticket of no event is never pending")
  func none() {
    var agenda = Agenda<Int>()
    agenda.schedule(1, at: .tick(5), rank: .dispatch)
    let pending = agenda.isPending(.none)
    let withdrawn = agenda.withdraw(.none)
    #expect(!pending && !withdrawn)
    let count = agenda.pendingCount
    #expect(count == 1)
  }

  @Test("A stale ticket does not touch the event that now uses its slot")
  func stale() {
    var agenda = Agenda<Int>()
    var old = agenda.schedule(0, at: .tick(5), rank: .arrival)
    var tickets: Set<EventTicket> = [old]
    for number in 1...1_000 {
      agenda.withdraw(old)
      let new = agenda.schedule(number, at: .tick(5), rank: .arrival)
      let oldWithdrawn = agenda.withdraw(old)
      let newPending = agenda.isPending(new)
      #expect(!oldWithdrawn && newPending)
      tickets.insert(new)
      old = new
    }
    #expect(tickets.count == 1_001)
  }

  @Test("An event that is being handled, or has happened, cannot be withdrawn")
  func happened() {
    let opening: [ScriptedModel.Action] = [
      .schedule("a", at: 1, rank: .arrival), .schedule("b", at: 2, rank: .arrival),
      .schedule("c", at: 3, rank: .arrival),
    ]
    let script: [Character: [ScriptedModel.Action]] = ["b": [.withdraw("a"), .withdraw("b"), .withdraw("c")]]
    var simulation = Simulation(ScriptedModel(opening: opening, script: script))
    simulation.run(until: .tick(9))
    #expect(simulation.model.log == ["a@1", "b@2"])
    #expect(simulation.model.withdrawals == [false, false, true])
  }

  @Test("The next time never belongs to a withdrawn event", arguments: [3, 30, 300, 3_000, 12_000])
  func nextTimeIsAlive(count: Int) {
    var agenda = Agenda<Int>()
    let tickets = (0..<count).map { agenda.schedule($0, at: .tick(Int64($0)), rank: .arrival) }
    var wrong = 0
    for (index, ticket) in tickets.enumerated() {
      if agenda.nextTime != .tick(Int64(index)) { wrong += 1 }
      if agenda.pendingCount != count - index { wrong += 1 }
      agenda.withdraw(ticket)
    }
    #expect(wrong == 0)
    let next = agenda.nextTime
    #expect(next == .never)
  }

  @Test("A list from which all was withdrawn behaves like a new one", arguments: [20, 2_000, 10_000])
  func emptied(count: Int) {
    var agenda = Agenda<Int>()
    for round in 0..<3 {
      var tickets = (0..<count).map { agenda.schedule($0, at: .tick(Int64($0 * 37 % count)), rank: .arrival) }
      var random = SplitMix(seed: UInt64(round))
      while !tickets.isEmpty {
        tickets.swapAt(random.below(tickets.count), tickets.count - 1)
        agenda.withdraw(tickets.removeLast())
      }
      let left = agenda.pendingCount
      #expect(left == 0)
    }
    agenda.schedule(7, at: .tick(3), rank: .change)
    let next = agenda.nextTime, rank = agenda.nextRank
    #expect(next == .tick(3))
    #expect(rank == .change)
  }
}
