import EventKernel
import Quantities
import Testing

@Suite struct InstantOrderTests {
  @Test("Earlier instants come first, before zero too")
  func instants() {
    let opening: [ScriptedModel.Action] = [
      .schedule("c", at: 7, rank: .completion), .schedule("a", at: -3, rank: .dispatch),
      .schedule("b", at: 0, rank: .arrival),
    ]
    var simulation = Simulation(ScriptedModel(opening: opening), startingAt: .tick(-10))
    simulation.run(until: .tick(100))
    #expect(simulation.model.log == ["a@-3", "b@0", "c@7"])
  }

  @Test("Inside an instant: completions, changes, arrivals, dispatch")
  func ranks() {
    let opening: [ScriptedModel.Action] = [
      .schedule("d", at: 5, rank: .dispatch), .schedule("a", at: 5, rank: .arrival),
      .schedule("x", at: 5, rank: .change), .schedule("c", at: 5, rank: .completion),
    ]
    var simulation = Simulation(ScriptedModel(opening: opening))
    simulation.run(until: .tick(6))
    #expect(simulation.model.log == ["c@5", "x@5", "a@5", "d@5"])
  }

  @Test("Inside a rank: order of scheduling", arguments: EventRank.allCases)
  func scheduling(rank: EventRank) {
    let opening = "abcdefghij".map { ScriptedModel.Action.schedule($0, at: 5, rank: rank) }
    var simulation = Simulation(ScriptedModel(opening: opening))
    simulation.run(until: .tick(6))
    #expect(simulation.model.log == "abcdefghij".map { "\($0)@5" })
  }

  @Test("What ends at once during dispatch returns to the first rank of the same instant")
  func backToCompletions() {
    let opening: [ScriptedModel.Action] = [
      .schedule("d", at: 5, rank: .dispatch), .schedule("e", at: 5, rank: .dispatch),
    ]
    let script: [Character: [ScriptedModel.Action]] = [
      "d": [.schedule("a", at: 5, rank: .arrival), .schedule("c", at: 5, rank: .completion)]
    ]
    var simulation = Simulation(ScriptedModel(opening: opening, script: script))
    simulation.run(until: .tick(6))
    #expect(simulation.model.log == ["d@5", "c@5", "a@5", "e@5"])
    #expect(simulation.model.instantsOver == [false, false, false, true])
  }

  @Test("A long tie keeps its order when the list becomes a heap and when it is spread over buckets")
  func longTie() {
    struct Tie: EventModel {
      var seen: [Int32] = []
      mutating func start(_ agenda: inout Agenda<Int32>) {
        for number in 0..<9_000 { agenda.schedule(Int32(number), at: .tick(1), rank: .arrival) }
      }
      mutating func handle(_ event: Int32, _ agenda: inout Agenda<Int32>) { seen.append(event) }
    }
    var simulation = Simulation(Tie())
    simulation.run(until: .tick(2))
    #expect(simulation.model.seen == Array(0..<9_000))
  }
}
