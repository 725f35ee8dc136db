import EventKernel
import Quantities
import Testing

@Suite struct HorizonTests {
  static let threeEvents: [ScriptedModel.Action] = [
    .schedule("a", at: 1, rank: .arrival), .schedule("b", at: 5, rank: .arrival),
    .schedule("c", at: 9, rank: .arrival),
  ]

  @Test("An event at the horizon itself does not happen, and begins the next run")
  func atTheHorizon() {
    var simulation = Simulation(ScriptedModel(opening: Self.threeEvents))
    let first = simulation.run(until: .tick(5))
    #expect(first == .horizonReached)
    #expect(simulation.model.log == ["a@1"])
    #expect(simulation.agenda.now == .tick(5))
    #expect(simulation.agenda.nextTime == .tick(5))
    let second = simulation.run(until: .tick(6))
    #expect(second == .horizonReached)
    #expect(simulation.model.log == ["a@1", "b@5"])
    #expect(simulation.agenda.pendingCount == 1)
  }

  @Test("When no event is left the clock still reads the horizon")
  func exhausted() {
    var simulation = Simulation(ScriptedModel(opening: Self.threeEvents))
    let end = simulation.run(until: .tick(50))
    #expect(end == .exhausted)
    #expect(simulation.agenda.now == .tick(50))
    #expect(simulation.agenda.nextTime == .never)
    #expect(simulation.agenda.nextRank == nil)
  }

  @Test("Without a horizon the clock stops at the last event")
  func withoutHorizon() {
    var simulation = Simulation(ScriptedModel(opening: Self.threeEvents))
    let end = simulation.run(until: .never)
    #expect(end == .exhausted)
    #expect(simulation.agenda.now == .tick(9))
  }

  @Test("The model ends the run after the event being handled, for good")
  func stopped() {
    var simulation = Simulation(ScriptedModel(opening: Self.threeEvents, script: ["b": [.stop]]))
    let end = simulation.run(until: .tick(50))
    #expect(end == .stopped)
    #expect(simulation.model.log == ["a@1", "b@5"])
    #expect(simulation.agenda.now == .tick(5))
    let again = simulation.run(until: .tick(60))
    let stepped = simulation.step()
    #expect(again == .stopped)
    #expect(!stepped)
    #expect(simulation.model.log.count == 2)
  }

  @Test("An event limit counts events of this run; the horizon and the end of the list come before it")
  func eventLimit() {
    var simulation = Simulation(ScriptedModel(opening: Self.threeEvents))
    let none = simulation.run(until: .tick(50), maximumEvents: 0)
    let two = simulation.run(until: .tick(50), maximumEvents: 2)
    #expect(none == .eventLimitReached)
    #expect(two == .eventLimitReached)
    #expect(simulation.agenda.now == .tick(5))
    #expect(simulation.agenda.executedCount == 2)
    let zeroLeftBeforeHorizon = simulation.run(until: .tick(9), maximumEvents: 0)
    #expect(zeroLeftBeforeHorizon == .horizonReached)
    let last = simulation.run(until: .tick(50), maximumEvents: 1)
    #expect(last == .exhausted)
    #expect(simulation.model.log == ["a@1", "b@5", "c@9"])
  }

  @Test("A run cut into pieces does what one run does")
  func pieces() {
    var whole = Simulation(PatientQueue(seed: 11))
    whole.run(until: .tick(20_000))
    var cut = Simulation(PatientQueue(seed: 11))
    for tick in stride(from: Int64(7), to: 20_000, by: 7) { cut.run(until: .tick(tick)) }
    while case .eventLimitReached = cut.run(until: .tick(20_000), maximumEvents: 3) {}
    #expect(whole.model.served > 100)
    #expect(whole.model.served == cut.model.served)
    #expect(whole.model.totalWait == cut.model.totalWait)
    #expect(whole.model.lost == cut.model.lost)
    #expect(whole.agenda.executedCount == cut.agenda.executedCount)
  }

  @Test("Steps ignore horizons and say when nothing is left")
  func steps() {
    var simulation = Simulation(ScriptedModel(opening: Self.threeEvents))
    var count = 0
    while simulation.step() { count += 1 }
    #expect(count == 3)
    #expect(simulation.agenda.now == .tick(9))
  }

  @Test("The largest and the smallest instants keep their order")
  func extremes() {
    let opening: [ScriptedModel.Action] = [
      .schedule("z", at: .max - 1, rank: .arrival), .schedule("a", at: .min, rank: .arrival),
      .schedule("m", at: 0, rank: .arrival),
    ]
    var simulation = Simulation(ScriptedModel(opening: opening), startingAt: .tick(.min))
    let end = simulation.run(until: .never)
    #expect(end == .exhausted)
    #expect(simulation.model.log == ["a@\(Int64.min)", "m@0", "z@\(Int64.max - 1)"])
  }
}
