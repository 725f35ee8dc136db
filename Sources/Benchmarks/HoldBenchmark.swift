import ArgumentParser
import EventKernel
import Quantities

/// The hold model (Vaucher and Duval 1975, doi:10.1145/360715.360758): each event schedules one exponential
/// span ahead.
struct HoldBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold", abstract: "The event list alone: every event schedules the next.")

  @Option(help: "How many events are pending.") var pending = [10, 1_000, 100_000, 1_000_000]
  @Option(help: "How many holds are measured.") var holds = 5_000_000
  @Flag(help: "Each event also schedules a second one and withdraws one that it finds by its ticket.")
  var withdraw = false
  @OptionGroup var options: MeasuringOptions

  func run() throws {
    for pending in pending {
      try options.report {
        var simulation = Simulation(HoldModel(pending: pending, withdraws: withdraw))
        simulation.run(until: .never, maximumEvents: UInt64(2 * pending))
        let began = simulation.agenda.now
        let events = max(holds, pending)
        let name = "hold, \(pending) pending\(withdraw ? ", half withdrawn" : "")"
        // The clock moves on by the mean span over the number pending with each event: spans that are exponential and
        // independent, so that the error of their mean is known.
        return Measurement.of(name, theory: 1, tolerance: 4 / Double(events).squareRoot()) {
          simulation.run(until: .never, maximumEvents: UInt64(events))
          let passed = Double((simulation.agenda.now - began).ticks)
          let rate = passed * Double(pending) / Double(events) / HoldModel.mean
          return (events, events, rate)
        }
      }
    }
  }
}

/// So many events, each of which schedules its successor; with withdrawal, as many again of which half never
/// happen.
struct HoldModel: ~Copyable, EventModel {
  static let mean = 1e9

  let pending: Int
  let withdraws: Bool
  var variates = ExponentialVariates("holds", mean: HoldModel.mean)
  var tickets: ContiguousArray<EventTicket> = []
  var next = 0

  init(pending: Int, withdraws: Bool) {
    self.pending = pending
    self.withdraws = withdraws
  }

  mutating func start(_ agenda: inout Agenda<Int>) {
    for index in 0..<pending {
      agenda.schedule(index, after: variates.next(), rank: .completion)
      if withdraws { tickets.append(agenda.schedule(-1, after: late, rank: .change)) }
    }
  }

  /// A span after which nothing that can be withdrawn is left.
  private var late: SimulationSpan {
    mutating get { variates.next() + SimulationSpan(ticks: Int64(HoldModel.mean) * 40) }
  }

  mutating func handle(_ event: Int, _ agenda: inout Agenda<Int>) {
    agenda.schedule(event, after: variates.next(), rank: .completion)
    if withdraws {
      // As a patience that is withdrawn when service begins: half of what is scheduled never happens.
      agenda.withdraw(tickets[event])
      tickets[event] = agenda.schedule(-1, after: late, rank: .change)
    }
  }
}
