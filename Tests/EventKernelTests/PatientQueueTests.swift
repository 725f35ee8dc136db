import EventKernel
import Quantities
import Testing

@Suite struct PatientQueueTests {
  @Test("Whoever arrives is served, lost, in the line or with the server")
  func conservation() {
    var simulation = Simulation(PatientQueue(seed: 5))
    simulation.run(until: .tick(100_000))
    let present = simulation.model.line.count + (simulation.model.isBusy ? 1 : 0)
    #expect(Int(simulation.model.arrived) == simulation.model.served + simulation.model.lost + present)
    #expect(simulation.model.served > 4_000)
    #expect(simulation.model.lost > 100)
  }

  @Test("A waiter whose patience ends when the server falls free leaves")
  func patienceBeforeDispatch() {
    var simulation = Simulation(PatientQueue(seed: 1))
    simulation.model.isBusy = true
    let patience = simulation.agenda.schedule(.patienceEnds(99), at: .tick(0), rank: .change)
    simulation.model.line.append(.init(number: 99, arrived: .zero, patience: patience))
    simulation.agenda.schedule(.serviceEnds, at: .tick(0), rank: .completion)
    simulation.agenda.schedule(.dispatch, at: .tick(0), rank: .dispatch)
    simulation.run(until: .tick(1))
    #expect(simulation.model.lost == 1)
    #expect(simulation.model.served == 1)
    #expect(!simulation.model.isBusy)
  }

  @Test("Two runs from the same seed are the same run, event for event")
  func determinism() {
    func trace() -> [String] {
      var simulation = Simulation(PatientQueue(seed: 3))
      var observer = Trace<PatientQueue.Event>()
      simulation.run(until: .tick(5_000), observing: &observer)
      return observer.lines
    }
    let first = trace()
    #expect(first.count > 500)
    #expect(first == trace())
  }
}
