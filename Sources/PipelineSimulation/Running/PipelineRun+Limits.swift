import EventKernel
import Quantities

extension PipelineRun {
  /// So many tokens of entities in progress (about 450 bytes each) end a run as a runaway model.
  static let entityLimit = 300_000
  /// So many events in one instant end a run as an endless loop.
  static let instantLimit = 1_000_000

  /// So many orders under way for one stock end a run as a runaway model.
  static let orderLimit = 10_000

  /// More orders are under way for a stock than there may be.
  mutating func endAsOverordered(_ stock: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let name = tables.pools[Int(tables.stocks[stock].pool)].name
    outcome = .runaway(
      atSeconds: seconds(agenda.now), line: "\(PipelineRun.orderLimit) orders are under way for \(name)")
    agenda.stop()
  }

  /// So many consequences within one event, each leading to the next, end a run as an endless loop.
  static let consequenceLimit = 200
  /// A split makes at most so many children.
  static let splitLimit = 1_000
  /// A shelf holds at most so many units; what comes beyond is not taken in.
  static let shelfLimit: Int32 = 1_000_000_000

  /// Consequences, or events of one instant, send each other round in a circle.
  mutating func endAsEndless(_ agenda: inout Agenda<PipelineEvent>) {
    if agenda.isStopped { return }
    outcome = .endless(atSeconds: seconds(agenda.now), step: busiestStep)
    agenda.stop()
  }

  /// Counts the events of an instant; a loop in which no time passes ends the run.
  @inline(__always)
  mutating func countInstant(_ agenda: inout Agenda<PipelineEvent>) {
    if agenda.now != instant {
      instant = agenda.now
      eventsOfInstant = 0
      return
    }
    eventsOfInstant += 1
    if eventsOfInstant > PipelineRun.instantLimit {
      endAsEndless(&agenda)
    }
  }

  /// More entities are in progress than a run may have.
  mutating func endAsRunaway(_ agenda: inout Agenda<PipelineEvent>) {
    var longest = 0
    for line in lines.indices where lines[line].count > lines[longest].count { longest = line }
    let name = lines.isEmpty ? "" : tables.stepNames[longest]
    outcome = .runaway(
      atSeconds: seconds(agenda.now),
      line: "\(lines.isEmpty ? 0 : Int(lines[longest].count)) wait for \(name)")
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
