import Quantities
import Randomness

/// Work or waiting with a duration: the commonest part of a route.
public struct Step: Hashable, Sendable {
  /// The first key of the entry; it decides in which time the duration runs and what happens at the end of a shift.
  public enum Kind: String, Hashable, Sendable, BitwiseCopyable, CaseIterable {
    /// Touch work: working time, finished once begun.
    case step
    /// Cells grow: calendar time.
    case culture
    /// A laboratory test: calendar time; its `hands on:` claims analysts in working time.
    case assay
    /// Desk work: working time, suspended at the end of a shift.
    case review
    /// A decision of a Qualified Person: working time, suspended at the end of a shift.
    case certify
    /// Infusion of the patient: touch work that marks `infusion`.
    case infuse
    /// A plain delay: calendar time.
    case delay
  }
  /// Its name, unique within the product.
  public var name: String
  /// Which kind it is.
  public var kind: Kind
  /// `takes:` the law of its duration; no time when absent.
  public var takes: SpanLaw?
  /// `on: booked day + 1 wd`: waits for that date.
  public var on: BookedDate?
  /// `within: 24 h` of the end of the step before, or `otherwise:` (the batch is lost when absent).
  public var within: TimeLimit?
  /// `uses:` borrowed for the step.
  public var uses: [Claim] = []
  /// `consumes:` taken from stocks when the step starts.
  public var consumes: [Claim] = []
  /// `keeps:` goes on holding after the step until a later step `frees:` it.
  public var keeps: [Claim] = []
  /// `frees:` what an earlier step kept.
  public var frees: [String] = []
  /// `work: open | closed`; neither is said when absent.
  public var work: AsepticWork?
  /// `exceptional:` the reason why open work may stand in a room of grade C.
  public var exceptional: String?
  /// `process: open-aseptic`, which has to be qualified when the step starts.
  public var process: String?
  /// `requires: freeze the back-up graft`: entries that everybody who comes here has behind him.
  public var requires: [String] = []
  /// `hands on: 8 h` of an assay: the analysts' working time.
  public var handsOn: SpanLaw?
  /// `line:` what happens while it waits.
  public var line: Line = Line()
  /// `priority:` of this step, instead of the product's.
  public var priority: Int?
  /// `at shift end: finish | suspend | restart | only if it fits`.
  public var atShiftEnd: ShiftEndPolicy?
  /// `interruptible: resume | restart`: a higher class may take its resources.
  public var interruptible: Interruption?
  /// `repeats: { every: 1 d, takes: 30 min, uses: { operator: 1 } }` while the step lasts.
  public var repeats: [RepeatedTouch] = []
  /// `meanwhile:` parts that go on beside the step; they must have ended before the next release, certify or infuse.
  public var meanwhile: [RoutePart] = []
  /// `passes: 0.64`: the others leave, with `otherwise: reason`.
  public var passes: PassRule?
  /// `fails:` one rule or several, looked at in order at the end of the step; the first that strikes decides.
  public var fails: [FailureRule] = []
  /// `mixes up: 0.0001`: the probability that at its end what is at hand bears the name of another patient.
  public var mixesUp: Double = 0
  /// `checks identity:` at its end, before anything is mixed up in it.
  public var checksIdentity: IdentityCheck?
  /// `marks: collection`: names the instant at which the step ends. Clocks and measures refer to marks.
  public var marks: String?
  /// `starts shelf life: 72 h`, or `{ of: 72 h, on expiry: remake }`: from the end of the step until the infusion starts.
  public var startsShelfLife: TimeLimit?
  /// `costs:` due each time that it begins.
  public var costs: [CostItem] = []

  /// A step of a kind.
  public init(_ name: String, kind: Kind = .step, takes: SpanLaw? = nil, uses: [Claim] = []) {
    self.name = name
    self.kind = kind
    self.takes = takes
    self.uses = uses
  }
}

/// `line: { at most: 4, when full: leaves | blocks, patience: 3 h, then: …, bypass: true }`.
public struct Line: Hashable, Sendable {
  /// What happens to who finds the line full.
  public enum WhenFull: String, Hashable, Sendable, CaseIterable {
    /// Leaves, lost with the reason `turned away`.
    case leaves
    /// Stays where it was, and keeps what it held there (blocking after service).
    case blocks
  }
  /// `at most:` so many may wait; no limit when absent.
  public var atMost: Int?
  /// `when full:`.
  public var whenFull: WhenFull = .leaves
  /// `patience:` the law of the time that one waits in this line.
  public var patience: SpanLaw?
  /// `then:` what follows when patience ends; lost with the reason `patience` when absent.
  public var then: Consequence = .lose(reason: "patience")
  /// `bypass: true`: may overtake an earlier claim that cannot start.
  public var bypass: Bool = false

  /// An ordinary line.
  public init() {}
}

/// What happens to a step that meets the end of a shift, or a fall of capacity.
public enum ShiftEndPolicy: String, Hashable, Sendable, BitwiseCopyable, CaseIterable {
  /// It is finished in overtime.
  case finish
  /// It pauses and goes on in the next shift.
  case suspend
  /// It begins again from nothing in the next shift.
  case restart
  /// It starts only when it can end within the shift.
  case onlyIfItFits = "only if it fits"
}

/// What a step loses when a higher class takes its resources.
public enum Interruption: String, Hashable, Sendable, BitwiseCopyable, CaseIterable {
  /// Goes on where it stopped.
  case resume
  /// Begins again.
  case restart
}

/// A limit on a time, and what follows when it is passed.
public struct TimeLimit: Hashable, Sendable {
  /// The limit.
  public var limit: TimeLength
  /// `otherwise:` (of `within:`) or `on expiry:` (of a shelf life).
  public var then: Consequence

  /// A limit.
  public init(_ limit: TimeLength, then: Consequence = .lose(reason: nil)) {
    self.limit = limit
    self.then = then
  }
}

/// A short touch repeated while a step lasts.
public struct RepeatedTouch: Hashable, Sendable {
  /// `every:` calendar time between the planned touches; the first after one interval.
  public var every: TimeLength
  /// `takes:` working time.
  public var takes: SpanLaw
  /// `uses:`.
  public var uses: [Claim]

  /// A repeated touch.
  public init(every: TimeLength, takes: SpanLaw, uses: [Claim]) {
    self.every = every
    self.takes = takes
    self.uses = uses
  }
}

/// `passes: 0.64` or `passes: { probability: 0.64, otherwise: { lose: not eligible } }`.
public struct PassRule: Hashable, Sendable {
  /// The probability of going on.
  public var probability: Double
  /// What becomes of the others; lost with the reason `<step> not passed` when absent.
  public var otherwise: Consequence

  /// A pass rule.
  public init(_ probability: Double, otherwise: Consequence = .lose(reason: nil)) {
    self.probability = probability
    self.otherwise = otherwise
  }
}

/// `fails: { probability: 0.04, then: remake }`, or `{ on attempts: [1], then: repeat }`.
public struct FailureRule: Hashable, Sendable {
  /// `what:` the name of the failure; the step's name when absent. Part of the address of its draws.
  public var what: String?
  /// `probability:`; zero when only `on attempts:` is given.
  public var probability: Double = 0
  /// `on attempts: [1, 2]`: fails surely on these visits of the step, and by `probability` on others.
  public var onAttempts: [Int] = []
  /// `then:`.
  public var then: Consequence
  /// `attempts: 2`: after so many visits in all, `else` follows instead of `then`.
  public var attempts: Int?
  /// `else:` what follows when the attempts are used up; lost when absent.
  public var otherwise: Consequence = .lose(reason: nil)

  /// A failure rule.
  public init(probability: Double = 0, onAttempts: [Int] = [], then: Consequence) {
    self.probability = probability
    self.onAttempts = onAttempts
    self.then = then
  }
}
