import PipelineSimulation

/// How many replications ended before the horizon, and how the first of them did.
public struct StoppedRuns: Hashable, Sendable {
  /// How many reached `--max-events`.
  public private(set) var eventLimit = 0
  /// How many ended in a circle of holders who wait for each other.
  public private(set) var deadlock = 0
  /// How many had more entities in progress than the documented limit.
  public private(set) var runaway = 0
  /// How many ran into a loop in which no time passes.
  public private(set) var endless = 0
  /// The first replication that ended so, and how.
  public private(set) var first: (replication: Int, outcome: RunOutcome)? {
    get { firstNumber.flatMap { number in firstOutcome.map { (number, $0) } } }
    set { (firstNumber, firstOutcome) = (newValue?.replication, newValue?.outcome) }
  }
  private var firstNumber: Int?
  private var firstOutcome: RunOutcome?

  /// None yet.
  public init() {}

  /// How many in all.
  public var total: Int { eventLimit + deadlock + runaway + endless }

  mutating func count(_ record: ReplicationRecord) {
    switch record.outcome {
    case .horizonReached: return
    case .eventLimit: eventLimit += 1
    case .deadlock: deadlock += 1
    case .runaway: runaway += 1
    case .endless: endless += 1
    }
    if first == nil { first = (record.replication, record.outcome) }
  }
}
