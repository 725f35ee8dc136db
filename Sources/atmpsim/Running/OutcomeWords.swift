import Experiments
import PipelineSimulation
import Quantities

/// How the replications of a run ended, in words.
struct OutcomeWords {
  let stopped: StoppedRuns
  let replications: Int
  let asked: Int
  let clock: CivilClock

  /// One sentence without a full stop: `horizon reached` when all is well.
  var text: String {
    var parts: [String] = []
    if replications < asked { parts.append("interrupted: \(replications) of \(asked) replications") }
    if let first = stopped.first {
      parts.append(
        "\(stopped.total) of \(replications) replications stopped early; replication \(first.replication): \(Self.words(first.outcome, clock))"
      )
    }
    if let trouble { parts.append(trouble) }
    return parts.isEmpty ? "horizon reached" : parts.joined(separator: "; ")
  }

  /// Lines in trouble: somebody who was never served is told of every replication, a line that grew only where it did so in
  /// at least half of them, since one of many may be long by chance at the end.
  private var trouble: String? {
    guard let first = stopped.firstTrouble else { return nil }
    let (count, kind) =
      first.trouble.kind == .starvation
      ? (stopped.starvation, "starvation") : (stopped.overload, "overload")
    if first.trouble.kind == .overload, count * 2 < replications { return nil }
    return "horizon reached with \(kind) in \(count) of \(replications) replications; replication "
      + "\(first.replication): \(first.trouble.words)"
  }

  /// How one replication ended.
  static func words(_ record: ReplicationRecord, _ clock: CivilClock) -> String {
    guard let trouble = record.trouble else { return words(record.outcome, clock) }
    return "horizon reached with \(trouble.kind.rawValue): \(trouble.words)"
  }

  private static func words(_ outcome: RunOutcome, _ clock: CivilClock) -> String {
    switch outcome {
    case .horizonReached: "horizon reached"
    case .eventLimit(let seconds):
      "event limit reached at \(instant(seconds, clock)); a higher --max-events or a shorter horizon lets it come to its end"
    case .deadlock(let seconds, let circle):
      "deadlock at \(instant(seconds, clock)): \(circle.joined(separator: "; ")); claim together what is needed "
        + "together, free what is kept before the next claim, or plan more of it"
    case .endless(let seconds, let step):
      "a loop in which no time passes at \(instant(seconds, clock)), through '\(step)': let a step of the loop take "
        + "time, or limit its attempts"
    case .runaway(let seconds, let line):
      "the model grew beyond its limits at \(instant(seconds, clock)): \(line)"
    case .broken(let seconds, let what):
      "a fault of atmpsim at \(instant(seconds, clock)), please report it: \(what)"
    }
  }

  private static func instant(_ seconds: Double, _ clock: CivilClock) -> String {
    let ticks = Int64(seconds * Double(clock.tick.ticksPerSecond))
    return
      "\(QuantityPrinting.instant(clock.civil(at: SimulationTime(ticks: ticks)))) (\(QuantityPrinting.elapsed(seconds: seconds)) after the start)"
  }
}
