import ArgumentParser
import EventKernel
import Quantities

/// The queue M/M/1 at load 0.9 as hand-written events: nothing but the kernel, a line and two draws a
/// customer.
struct QueueBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queue", abstract: "M/M/1 at load 0.9, hand-written events.")

  @Option(help: "How many customers.") var customers = 10_000_000
  @OptionGroup var options: MeasuringOptions

  func run() throws {
    let network = RouteBenchmark.Network.single
    let tolerance = network.tolerance(customers: customers)
    try options.report {
      Measurement.of("M/M/1 by hand", theory: network.theory, tolerance: tolerance) {
        var simulation = Simulation(SingleServer(customers: customers))
        simulation.run(until: .never)
        let executed = Int(simulation.agenda.executedCount)
        return (simulation.model.served, executed, simulation.model.meanTimeInSystem)
      }
    }
  }
}

/// One server, one line, first come first served.
struct SingleServer: ~Copyable, EventModel {
  enum Event { case arrives, ends }

  var intervals = ExponentialVariates("arrivals", mean: SingleServer.service / 0.9)
  var services = ExponentialVariates("services", mean: SingleServer.service)
  var line = WaitingRing()
  var isBusy = false
  var left: Int
  var served = 0
  var timeInSystem: Int64 = 0

  /// Ticks of a mean service.
  static let service = 1_000_000.0

  init(customers: Int) { left = customers }

  var meanTimeInSystem: Double { Double(timeInSystem) / Double(served) / SingleServer.service }

  mutating func start(_ agenda: inout Agenda<Event>) {
    agenda.schedule(.arrives, after: intervals.next(), rank: .arrival)
  }

  mutating func handle(_ event: Event, _ agenda: inout Agenda<Event>) {
    switch event {
    case .arrives:
      line.append(agenda.now)
      left -= 1
      if left > 0 { agenda.schedule(.arrives, after: intervals.next(), rank: .arrival) }
      if !isBusy { serve(&agenda) }
    case .ends:
      timeInSystem += (agenda.now - line.removeFirst()).ticks
      served += 1
      if line.isEmpty { isBusy = false } else { serve(&agenda) }
    }
  }

  @inline(__always)
  private mutating func serve(_ agenda: inout Agenda<Event>) {
    isBusy = true
    agenda.schedule(.ends, after: services.next(), rank: .completion)
  }
}

/// Instants in order, in a ring that grows.
struct WaitingRing: ~Copyable {
  private var cells = UnsafeMutableBufferPointer<SimulationTime>.allocate(capacity: 1024)
  private var first = 0
  private var end = 0

  deinit { cells.deallocate() }

  var isEmpty: Bool { first == end }

  mutating func append(_ time: SimulationTime) {
    if end &- first == cells.count { grow() }
    cells[end & (cells.count &- 1)] = time
    end &+= 1
  }

  mutating func removeFirst() -> SimulationTime {
    defer { first &+= 1 }
    return cells[first & (cells.count &- 1)]
  }

  private mutating func grow() {
    let larger = UnsafeMutableBufferPointer<SimulationTime>.allocate(capacity: cells.count * 2)
    for index in first..<end { larger[index & (larger.count - 1)] = cells[index & (cells.count - 1)] }
    cells.deallocate()
    cells = larger
  }
}
