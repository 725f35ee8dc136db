import EventKernel
import Quantities
import Testing

@Suite struct MisuseTests {
  @Test("Scheduling in the past is a programmer error")
  func past() async {
    await #expect(processExitsWith: .failure) {
      var agenda = Agenda<Int>(startingAt: SimulationTime(ticks: 10))
      agenda.schedule(1, at: SimulationTime(ticks: 9), rank: .arrival)
    }
  }

  @Test("Scheduling at .never is a programmer error")
  func never() async {
    await #expect(processExitsWith: .failure) {
      var agenda = Agenda<Int>()
      agenda.schedule(1, at: .never, rank: .arrival)
    }
  }

  @Test("An event of more than 16 bytes is a programmer error")
  func largeEvent() async {
    struct Large: BitwiseCopyable { var a = 0, b = 0, c = 0 }
    await #expect(processExitsWith: .failure) { _ = Agenda<Large>() }
  }

  @Test("A horizon in the past is a programmer error")
  func pastHorizon() async {
    await #expect(processExitsWith: .failure) {
      var simulation = Simulation(PatientQueue(seed: 1))
      simulation.run(until: SimulationTime(ticks: 100))
      simulation.run(until: SimulationTime(ticks: 99))
    }
  }
}
