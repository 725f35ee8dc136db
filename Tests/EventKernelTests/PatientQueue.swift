import EventKernel
import Quantities

/// One server and one line, first come first served; who waits too long leaves.
///
/// A model to read: arrivals schedule the next arrival, a service that begins schedules its end, and whoever
/// waits holds a ticket for the end of the waiter's patience, which is withdrawn when service begins.
struct PatientQueue: EventModel {
  enum Event { case arrival, serviceEnds, patienceEnds(Int32), dispatch }
  struct Customer { var number: Int32, arrived: SimulationTime, patience: EventTicket }

  var random: SplitMix
  var line: [Customer] = []
  var isBusy = false
  var arrived: Int32 = 0, served = 0, lost = 0
  var totalWait: Int64 = 0

  init(seed: UInt64) { random = SplitMix(seed: seed) }

  mutating func start(_ agenda: inout Agenda<Event>) {
    agenda.schedule(.arrival, after: span(20), rank: .arrival)
  }

  mutating func handle(_ event: Event, _ agenda: inout Agenda<Event>) {
    switch event {
    case .arrival:
      agenda.schedule(.arrival, after: span(20), rank: .arrival)
      let patience = agenda.schedule(.patienceEnds(arrived), after: span(60), rank: .change)
      line.append(Customer(number: arrived, arrived: agenda.now, patience: patience))
      arrived += 1
      agenda.schedule(.dispatch, at: agenda.now, rank: .dispatch)
    case .serviceEnds:
      isBusy = false
      served += 1
      agenda.schedule(.dispatch, at: agenda.now, rank: .dispatch)
    case .patienceEnds(let number):
      line.removeAll { $0.number == number }
      lost += 1
    case .dispatch:
      if !isBusy, !line.isEmpty { serve(line.removeFirst(), &agenda) }
    }
  }

  private mutating func serve(_ customer: Customer, _ agenda: inout Agenda<Event>) {
    agenda.withdraw(customer.patience)
    totalWait += (agenda.now - customer.arrived).ticks
    isBusy = true
    agenda.schedule(.serviceEnds, after: span(18), rank: .completion)
  }

  private mutating func span(_ mean: Int) -> SimulationSpan {
    SimulationSpan(ticks: Int64(random.below(2 * mean + 1)))
  }
}
