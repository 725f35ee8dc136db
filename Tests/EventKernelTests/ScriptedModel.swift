import EventKernel
import Quantities

/// A model for exact tests: it logs each event as "name@tick" and then does what the script says for that
/// name.
struct ScriptedModel: EventModel {
  enum Action {
    case schedule(Character, at: Int64, rank: EventRank)
    case withdraw(Character)
    case stop
  }

  var opening: [Action] = []
  var script: [Character: [Action]] = [:]
  var log: [String] = []
  var tickets: [Character: EventTicket] = [:]
  var withdrawals: [Bool] = []
  var instantsOver: [Bool] = []

  mutating func start(_ agenda: inout Agenda<Unicode.Scalar>) { perform(opening, &agenda) }

  mutating func handle(_ event: Unicode.Scalar, _ agenda: inout Agenda<Unicode.Scalar>) {
    log.append("\(event)@\(agenda.now.ticks)")
    perform(script[Character(event)] ?? [], &agenda)
    instantsOver.append(agenda.isInstantOver)
  }

  private mutating func perform(_ actions: [Action], _ agenda: inout Agenda<Unicode.Scalar>) {
    for action in actions {
      switch action {
      case .schedule(let name, let tick, let rank):
        guard let event = name.unicodeScalars.first else { continue }
        tickets[name] = agenda.schedule(event, at: SimulationTime(ticks: tick), rank: rank)
      case .withdraw(let name): withdrawals.append(agenda.withdraw(tickets[name] ?? .none))
      case .stop: agenda.stop()
      }
    }
  }
}

extension SimulationTime {
  /// A tick, written short.
  static func tick(_ ticks: Int64) -> SimulationTime { SimulationTime(ticks: ticks) }
}
