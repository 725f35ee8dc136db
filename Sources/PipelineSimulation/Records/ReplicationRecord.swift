import OutputAnalysis

/// What one replication reports: numbers at the places that the program's `RecordLayout` names.
///
/// A plain value; the same program, seed and replication give the same record on any machine and thread.
public struct ReplicationRecord: Hashable, Sendable {
  /// The replication's number, from 0.
  public var replication: Int
  /// How it ended.
  public var outcome: RunOutcome
  /// Counts, numerators and denominators, milestone instants in seconds after the start. Infinite for a
  /// milestone that was not reached; never NaN.
  public var values: [Double]
  /// Observations for quantiles.
  public var samples: [QuantileSketch]
  /// Size figures: what a user sees in "patients, batches and events per replication".
  public var size: RunSize
  /// Where the horizon was reached, a line in which somebody waited in vain, or that grew.
  public var trouble: LineTrouble?
  /// What was planned for the first weeks, and when it took place; empty where nobody asked for it.
  public var schedule: [ScheduleEntry] = []

  /// A record from its parts, as a run file keeps them.
  public init(
    replication: Int, outcome: RunOutcome, values: [Double], samples: [QuantileSketch], size: RunSize,
    trouble: LineTrouble? = nil
  ) {
    self.replication = replication
    self.outcome = outcome
    self.values = values
    self.samples = samples
    self.size = size
    self.trouble = trouble
  }
}

/// How large a replication was.
public struct RunSize: Hashable, Sendable {
  /// Events executed.
  public var events: UInt64 = 0
  /// Patients referred.
  public var patients: Int = 0
  /// Batches and lots begun.
  public var batches: Int = 0

  /// Sizes; all zero unless given.
  public init(events: UInt64 = 0, patients: Int = 0, batches: Int = 0) {
    self.events = events
    self.patients = patients
    self.batches = batches
  }
}

/// How a replication ended.
public enum RunOutcome: Hashable, Sendable {
  /// The horizon was reached; the normal end.
  case horizonReached
  /// `--max-events` was reached at this instant (seconds after the start).
  case eventLimit(atSeconds: Double)
  /// A circle of holders who wait for each other: `who waits for what`, in words, in the order of the circle.
  case deadlock(atSeconds: Double, circle: [String])
  /// More events in one instant than the documented limit: a loop in which no time passes, through this step.
  case endless(atSeconds: Double, step: String)
  /// More entities in progress than the documented limit; the line that grew, in words.
  case runaway(atSeconds: Double, line: String)
  /// What no model can do has happened, in words: the program is at fault, not the scenario.
  case broken(atSeconds: Double, what: String)
}
