import EventKernel
import Quantities

extension PipelineRun {
  /// So many tokens of entities in progress (about 900 bytes each, with the patient) end a run as a runaway model.
  static let entityLimit = 200_000
  /// So many events in one instant end a run as an endless loop.
  static let instantLimit = 1_000_000

  /// More orders under way for one stock end a run as a runaway model.
  static let orderLimit = 10_000

  /// More is asked for at once than there may be of it; `what` says of what, and how much.
  mutating func endAsTooMuch(_ what: String, _ agenda: inout Agenda<PipelineEvent>) {
    if agenda.isStopped { return }
    outcome = .runaway(atSeconds: seconds(agenda.now), line: what)
    agenda.stop()
  }

  /// Counts work that is done within one event, each piece as one event, towards the limit of events.
  mutating func charge(_ pieces: Int, _ agenda: inout Agenda<PipelineEvent>) {
    charged += UInt64(pieces)
    if agenda.executedCount + charged <= eventLimit || agenda.isStopped { return }
    outcome = .eventLimit(atSeconds: seconds(agenda.now))
    agenda.stop()
  }

  /// So many consequences within one event, each leading to the next, end a run as an endless loop.
  static let consequenceLimit = 200
  /// More children of one split, or patients who come together, end a run as a runaway model.
  static let crowdLimit = 10_000
  /// More units of one yield end a run as a runaway model.
  static let yieldLimit = 1_000_000
  /// More units on one shelf, or in one order, end a run as a runaway model.
  static let shelfLimit: Int32 = 1_000_000_000

  /// Consequences, or events of one instant, send each other round in a circle.
  mutating func endAsEndless(_ agenda: inout Agenda<PipelineEvent>) {
    if agenda.isStopped { return }
    outcome = .endless(atSeconds: seconds(agenda.now), step: busiestStep)
    agenda.stop()
  }

  /// Counts the events of an instant; a loop in which no time passes ends the run. The first of them finds the years that are
  /// over by now.
  @inline(__always)
  mutating func countInstant(_ agenda: inout Agenda<PipelineEvent>) {
    if agenda.now != instant {
      instant = agenda.now
      eventsOfInstant = 0
      if instant >= periodEnd { endPeriods(until: instant) }
      return
    }
    eventsOfInstant += 1
    if eventsOfInstant > PipelineRun.instantLimit {
      endAsEndless(&agenda)
    }
  }

  /// More entities are in progress than a run may have: the line that grew, and, where it is one, the split that made them.
  mutating func endAsRunaway(by split: String? = nil, _ agenda: inout Agenda<PipelineEvent>) {
    let made = split.map { "the last made by '\($0)', which splits what comes to it; " } ?? ""
    let most = "\(PipelineRun.entityLimit) are in progress at a time; \(made)"
    outcome = .runaway(atSeconds: seconds(agenda.now), line: most + longestLine(agenda.now))
    agenda.stop()
  }

  func seconds(_ time: SimulationTime) -> Double { Double(time.ticks) / Double(clock.tick.ticksPerSecond) }

  /// The step at which the most entities are now.
  private var busiestStep: String {
    var best = 0
    for line in lines.indices where lines[line].present.level > lines[best].present.level { best = line }
    return lines.isEmpty ? "" : tables.stepNames[best]
  }
}
