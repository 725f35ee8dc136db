import PipelineModel
import Quantities
import Randomness

/// A scenario compiled to flat arrays: what every replication reads and none changes.
public struct Program: Sendable {
  /// The title of the scenario.
  public let title: String
  /// Where in a record which number stands.
  public let layout: RecordLayout
  /// From ticks to civil time of the first site and back.
  public let clock: CivilClock
  /// The horizon, in ticks.
  public let horizon: SimulationTime
  /// The end of the warm-up, in ticks.
  public let warmUp: SimulationTime

  let tables: ProgramTables

  /// Compiles a scenario that has passed validation.
  ///
  /// - Throws: `CompileFault` where the description cannot be run; its path says what.
  public init(compiling scenario: Scenario) throws(CompileFault) {
    var compiler = try ScenarioCompiler(scenario)
    try compiler.compile()
    title = scenario.title
    clock = compiler.clock
    horizon = compiler.horizon
    warmUp = compiler.warmUp
    layout = compiler.layout.finished()
    tables = compiler.tables
    try checkBookingsAtStart()
  }
}

/// Why a scenario cannot be compiled.
public struct CompileFault: Error, Hashable, Sendable {
  /// The path of the value concerned, such as `products/car-t/route/expand`.
  public var path: String
  /// One sentence: what is wrong and what to do.
  public var message: String
  /// What else is wrong, where it was found together.
  public var further: [CompileFault]

  /// A fault at a path.
  public init(_ path: String, _ message: String, and further: [CompileFault] = []) {
    self.path = path
    self.message = message
    self.further = further
  }
}
