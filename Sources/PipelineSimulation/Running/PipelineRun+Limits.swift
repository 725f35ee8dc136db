import EventKernel
import Quantities

extension PipelineRun {
  /// So many entities in progress end a run as a runaway model.
  static let entityLimit = 2_000_000
  /// So many events in one instant end a run as an endless loop.
  static let instantLimit = 4_000_000

  /// Counts the events of an instant; a loop in which no time passes ends the run.
  mutating func countInstant(_ agenda: inout Agenda<PipelineEvent>) {
    if agenda.now != instant {
      instant = agenda.now
      eventsOfInstant = 0
      return
    }
    eventsOfInstant += 1
    if eventsOfInstant > PipelineRun.instantLimit {
      outcome = .endless(atSeconds: seconds(agenda.now), step: busiestStep)
      agenda.stop()
    }
  }

  /// More entities are in progress than a run may have.
  mutating func endAsRunaway(_ agenda: inout Agenda<PipelineEvent>) {
    var longest = 0
    for line in lines.indices where lines[line].count > lines[longest].count { longest = line }
    let name = lines.isEmpty ? "" : tables.steps[longest].name
    outcome = .runaway(
      atSeconds: seconds(agenda.now), line: "\(lines.isEmpty ? 0 : Int(lines[longest].count)) wait for \(name)")
    agenda.stop()
  }

  func seconds(_ time: SimulationTime) -> Double { Double(time.ticks) / Double(clock.tick.ticksPerSecond) }

  /// The step at which the most entities are now.
  private var busiestStep: String {
    var best = 0
    for line in lines.indices where lines[line].present.level > lines[best].present.level { best = line }
    return lines.isEmpty ? "" : tables.steps[best].name
  }
}
