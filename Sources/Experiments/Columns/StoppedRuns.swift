import PipelineSimulation

/// How many replications ended before the horizon, or reached it with a line in trouble, and how the first of them did.
public struct StoppedRuns: Hashable, Sendable {
  /// How many reached `--max-events`.
  public private(set) var eventLimit = 0
  /// How many ended in a circle of holders who wait for each other.
  public private(set) var deadlock = 0
  /// How many had more entities in progress than the documented limit.
  public private(set) var runaway = 0
  /// How many ran into a loop in which no time passes.
  public private(set) var endless = 0
  /// How many met what no model can do: a fault of the program.
  public private(set) var broken = 0
  /// The first replication that ended so, and how.
  public private(set) var first: (replication: Int, outcome: RunOutcome)? {
    get { firstNumber.flatMap { number in firstOutcome.map { (number, $0) } } }
    set { (firstNumber, firstOutcome) = (newValue?.replication, newValue?.outcome) }
  }
  /// How many reached the horizon with somebody in a line who was never served.
  public private(set) var starvation = 0
  /// How many reached the horizon with a line that grew.
  public private(set) var overload = 0
  /// The first replication that reached the horizon with a line in trouble, and which: starvation before overload.
  public private(set) var firstTrouble: (replication: Int, trouble: LineTrouble)? {
    get { troubleNumber.flatMap { number in lineTrouble.map { (number, $0) } } }
    set { (troubleNumber, lineTrouble) = (newValue?.replication, newValue?.trouble) }
  }
  private var troubleNumber: Int?
  private var lineTrouble: LineTrouble?
  private var firstNumber: Int?
  private var firstOutcome: RunOutcome?

  /// None yet.
  public init() {}

  /// How many in all.
  public var total: Int { eventLimit + deadlock + runaway + endless + broken }

  mutating func count(_ record: ReplicationRecord) {
    switch record.outcome {
    case .horizonReached: return countTrouble(record)
    case .eventLimit: eventLimit += 1
    case .deadlock: deadlock += 1
    case .runaway: runaway += 1
    case .endless: endless += 1
    case .broken: broken += 1
    }
    if first == nil { first = (record.replication, record.outcome) }
  }

  private mutating func countTrouble(_ record: ReplicationRecord) {
    guard let trouble = record.trouble else { return }
    switch trouble.kind {
    case .starvation: starvation += 1
    case .overload: overload += 1
    }
    if firstTrouble == nil || (firstTrouble?.trouble.kind == .overload && trouble.kind == .starvation) {
      firstTrouble = (record.replication, trouble)
    }
  }
}
