import Quantities

/// Everything that a scenario file describes: facilities, people, products and their routes, demand, supply, training.
///
/// A scenario is a plain value. The YAML reader and the Swift builder spell the same value; the simulation compiles it
/// and never changes it. Lists keep the order of the file; names are unique within their list.
public struct Scenario: Hashable, Sendable {
  /// `title:` one line that names the scenario in every output.
  public var title: String
  /// `about:` a longer text for readers.
  public var about: String = ""
  /// `start:` the instant at which the simulated clock reads zero, in civil time of the first site.
  public var start: CivilInstant
  /// `horizon:` a date (`2032-06-01`), or a span after the start (`10 y`, `40000 h`). Events at the horizon itself do
  /// not happen.
  public var horizon: Moment
  /// `warm up: 2000 h`: what happens before is not counted. Zero where the ramp-up is the question.
  public var warmUp: TimeLength = .hours(0)
  /// `tick: 1 us`; one millisecond when it is not given.
  public var tick: TickLength = .millisecond
  /// `run: {replications: 200, seed: 1}`: what `atmpsim run` uses when its options do not say otherwise.
  public var run: RunDefaults = RunDefaults()
  /// `also measure: [people by month]`: measures that only this scenario asks for.
  public var alsoMeasures: [MeasureGroup] = []
  /// `sites:` places with a country, a time zone and public holidays.
  public var sites: [Site] = []
  /// `calendars:` named working plans.
  public var calendars: [WorkingPlan] = []
  /// `leave:` named periods in which only part of a role is present.
  public var leave: [LeavePeriod] = []
  /// `certificates:` that people hold for a time.
  public var certificates: [Certificate] = []
  /// `facilities:` buildings with rooms, devices and people.
  public var facilities: [Facility] = []
  /// `transport:` links between facilities.
  public var transport: [TransportLink] = []
  /// `stocks:` what steps consume and lots replenish.
  public var stocks: [Stock] = []
  /// `products:` what is made, for whom, and by which route.
  public var products: [Product] = []
  /// `incompatible:` products that are never worked on side by side.
  public var incompatible: [IncompatiblePair] = []
  /// `initial state:` what is there at the start.
  public var initialState: InitialState = InitialState()
  /// `training:` programmes that people come from.
  public var training: [TrainingProgramme] = []
  /// `costs:` the currency of all results and what others are worth.
  public var costs: CostRules = CostRules()
  /// `sources:` what a `source: key` below refers to.
  public var citations: [Citation] = []
  /// Where the numbers come from, by the path of the value: `source:`, `assumption:` and `range:`; in the order of paths.
  public var provenance: [ProvenanceNote] = []

  /// A scenario with nothing in it yet.
  public init(title: String, start: CivilInstant, horizon: Moment) {
    self.title = title
    self.start = start
    self.horizon = horizon
  }
}

/// What a run uses unless the command line says otherwise.
public struct RunDefaults: Hashable, Sendable {
  /// Independent replications; nil leaves it to the program's own default.
  public var replications: Int?
  /// The seed; nil leaves it to the program's own default.
  public var seed: UInt64?

  /// Defaults of a scenario.
  public init(replications: Int? = nil, seed: UInt64? = nil) {
    self.replications = replications
    self.seed = seed
  }
}

/// An instant given as a civil date and time, or as a length of time after the scenario's start.
public enum Moment: Hashable, Sendable {
  /// `2024-10-01`, `2024-Q3`, `2025-03-01 08:00`: civil time of the site concerned.
  case civil(CivilInstant)
  /// `36 h`, `6 mo`: after the start; months and years are calendar steps.
  case afterStart(TimeLength)
}
