import ArgumentParser
import EventKernel
import Quantities

/// The tandem of five stations (T8) as hand-written events: nothing but the kernel, five lines and six draws a
/// customer.
struct TandemBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tandem", abstract: "Five stations in tandem (T8), hand-written events.")

  @Option(help: "How many customers.") var customers = 2_000_000
  @OptionGroup var options: MeasuringOptions

  func run() throws {
    let network = RouteBenchmark.Network.tandem
    let tolerance = network.tolerance(customers: customers)
    try options.report {
      Measurement.of("tandem of five by hand", theory: network.theory, tolerance: tolerance) {
        var simulation = Simulation(Tandem(customers: customers))
        simulation.run(until: .never)
        let executed = Int(simulation.agenda.executedCount)
        return (simulation.model.served, executed, simulation.model.meanTimeInSystem)
      }
    }
  }
}

/// Five stations one after the other, each with a line, first come first served, and several servers.
///
/// An event of the end of a service carries the instant at which its customer arrived, so that no customer needs
/// a row of his own.
struct Tandem: ~Copyable, EventModel {
  // The instant before the station: the other way round takes 17 bytes, and an event may have 16.
  enum Event { case arrives, ends(arrived: SimulationTime, station: Int8) }

  /// Ticks in an hour of the model: one arrival an hour.
  static let hour = 1_000_000.0

  var intervals = ExponentialVariates("arrivals", mean: Tandem.hour)
  var first = Station("first", servers: 2, hours: 1.6)
  var second = Station("second", servers: 3, hours: 2.4)
  var third = Station("third", servers: 2, hours: 1.6)
  var fourth = Station("fourth", servers: 4, hours: 3.2)
  var fifth = Station("fifth", servers: 2, hours: 1.6)
  var left: Int
  var served = 0
  var timeInSystem: Int64 = 0

  init(customers: Int) { left = customers }

  var meanTimeInSystem: Double { Double(timeInSystem) / Double(served) / Tandem.hour }

  mutating func start(_ agenda: inout Agenda<Event>) {
    agenda.schedule(.arrives, after: intervals.next(), rank: .arrival)
  }

  mutating func handle(_ event: Event, _ agenda: inout Agenda<Event>) {
    switch event {
    case .arrives:
      left -= 1
      if left > 0 { agenda.schedule(.arrives, after: intervals.next(), rank: .arrival) }
      first.admit(agenda.now, station: 0, &agenda)
    case .ends(let arrived, let station):
      leave(station, arrived, &agenda)
    }
  }

  @inline(__always)
  private mutating func leave(_ station: Int8, _ arrived: SimulationTime, _ agenda: inout Agenda<Event>) {
    switch station {
    case 0:
      first.serveNext(station: 0, &agenda)
      second.admit(arrived, station: 1, &agenda)
    case 1:
      second.serveNext(station: 1, &agenda)
      third.admit(arrived, station: 2, &agenda)
    case 2:
      third.serveNext(station: 2, &agenda)
      fourth.admit(arrived, station: 3, &agenda)
    case 3:
      fourth.serveNext(station: 3, &agenda)
      fifth.admit(arrived, station: 4, &agenda)
    default:
      fifth.serveNext(station: 4, &agenda)
      timeInSystem += (agenda.now - arrived).ticks
      served += 1
    }
  }
}

/// A line and its servers.
struct Station: ~Copyable {
  private var services: ExponentialVariates
  private var line = WaitingRing()
  private var free: Int

  init(_ name: String, servers: Int, hours: Double) {
    services = ExponentialVariates(name, mean: hours * Tandem.hour)
    free = servers
  }

  /// A customer comes, known by the instant of his arrival at the first station.
  @inline(__always)
  mutating func admit(_ arrived: SimulationTime, station: Int8, _ agenda: inout Agenda<Tandem.Event>) {
    guard free > 0 else { return line.append(arrived) }
    free -= 1
    agenda.schedule(.ends(arrived: arrived, station: station), after: services.next(), rank: .completion)
  }

  /// A server has become free.
  @inline(__always)
  mutating func serveNext(station: Int8, _ agenda: inout Agenda<Tandem.Event>) {
    if line.isEmpty {
      free += 1
    } else {
      let arrived = line.removeFirst()
      agenda.schedule(.ends(arrived: arrived, station: station), after: services.next(), rank: .completion)
    }
  }
}
