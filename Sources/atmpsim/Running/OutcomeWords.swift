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
    return parts.isEmpty ? "horizon reached" : parts.joined(separator: "; ")
  }

  /// How one replication ended.
  static func words(_ outcome: RunOutcome, _ clock: CivilClock) -> String {
    switch outcome {
    case .horizonReached: "horizon reached"
    case .eventLimit(let seconds): "event limit reached at \(instant(seconds, clock))"
    case .deadlock(let seconds, let circle):
      "deadlock at \(instant(seconds, clock)): \(circle.joined(separator: ", "))"
    case .endless(let seconds, let step):
      "a loop in which no time passes at \(instant(seconds, clock)), through '\(step)'"
    case .runaway(let seconds, let line):
      "the model grew beyond its limits at \(instant(seconds, clock)): \(line)"
    }
  }

  private static func instant(_ seconds: Double, _ clock: CivilClock) -> String {
    let ticks = Int64(seconds * Double(clock.tick.ticksPerSecond))
    return
      "\(QuantityPrinting.instant(clock.civil(at: SimulationTime(ticks: ticks)))) (\(QuantityPrinting.number(seconds / 3600)) h)"
  }
}
