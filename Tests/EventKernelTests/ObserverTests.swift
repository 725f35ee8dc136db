import EventKernel
import Quantities
import Testing

/// Writes every event down.
struct Trace<Event: BitwiseCopyable>: EventObserver {
  var lines: [String] = []
  mutating func willHandle(_ event: Event, at time: SimulationTime, rank: EventRank) {
    lines.append("\(time.ticks) \(rank) \(event)")
  }
}

@Suite struct ObserverTests {
  @Test("An observer sees time, rank and event of everything that happens, in order")
  func seesAll() {
    let opening: [ScriptedModel.Action] = [
      .schedule("b", at: 2, rank: .dispatch), .schedule("a", at: 2, rank: .change),
      .schedule("c", at: 3, rank: .arrival), .schedule("z", at: 4, rank: .completion),
    ]
    var simulation = Simulation(ScriptedModel(opening: opening, script: ["a": [.withdraw("c")]]))
    var trace = Trace<Unicode.Scalar>()
    let end = simulation.run(until: .tick(4), observing: &trace)
    #expect(end == .horizonReached)
    #expect(trace.lines == ["2 change a", "2 dispatch b"])
    #expect(simulation.model.log == ["a@2", "b@2"])
  }

  @Test("A noncopyable model and a noncopyable observer can be run")
  func noncopyable() {
    struct Once: EventModel, ~Copyable {
      var count = 0
      mutating func start(_ agenda: inout Agenda<UInt8>) { agenda.schedule(1, at: .tick(1), rank: .arrival) }
      mutating func handle(_ event: UInt8, _ agenda: inout Agenda<UInt8>) { count += Int(event) }
    }
    struct Counter: EventObserver, ~Copyable {
      var count = 0
      mutating func willHandle(_ event: UInt8, at time: SimulationTime, rank: EventRank) { count += 1 }
    }
    var simulation = Simulation(Once())
    var counter = Counter()
    simulation.run(until: .tick(2), observing: &counter)
    let counts = (simulation.model.count, counter.count)
    #expect(counts == (1, 1))
  }
}
