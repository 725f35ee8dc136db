import PipelineModel
import Quantities
import Randomness

/// A product made at one facility: one compiled route, and what its patients have in common.
struct VariantPlan: Sendable {
  var name: String
  var product: Int32
  var facility: Int32
  var entry: Int32
  var origin: UInt64
  var priority: Int32
  var stepCount: Int32
  var clocks: [ClockPlan] = []
  /// The instruction of `book:`, of `make:`, and of the step that marks collection; -1 for none.
  var bookPlace: Int32 = -1
  var makePlace: Int32 = -1
  var collectPlace: Int32 = -1
  var booking: Int32 = -1
  /// How long one waits for a booking, and the reason of who gives up.
  var bookingPatience: DrawPlan?
  var bookingReason: Int32 = -1
  /// The first instruction of each step, by its local index.
  var places: [Int32] = []
  /// For a lot: the stock that ordered it, as a stock index; -1 for patients.
  var stock: Int32 = -1
  var marksCollection = false
  /// From collection to infusion at most.
  var target: SimulationSpan?
  /// Made in runs that are no patients.
  var isRun = false
  /// The trial that its patients are enrolled in; -1 for none.
  var trial: Int32 = -1
  /// Somewhere on its route what is at hand can be mixed up, or is checked.
  var hasIdentities = false
  var counters = VariantCounters()
}

/// A competing risk.
struct ClockPlan: Sendable {
  var name: String
  var draw: DrawPlan
  var fromMark: Int32
  var toMark: Int32
  var reason: Int32
  /// How its hazard changes, in `ProgramTables.courses`; -1 where it does not.
  var course: Int32 = -1
}

/// The patients of a product, or its runs.
struct SourcePlan: Sendable {
  var product: Int32
  var name: String
  /// The variants of the product, the first of which patients start with.
  var variants: [Int32]
  var origin: UInt64
  var arrivals: ArrivalPlan
  var from: SourceStart
  var until: SimulationTime
  var atMost: Int
  var groupSize: DrawPlan?
  /// How long after `from` the first are referred, where a trial has to be assessed.
  var startsAfter: DrawPlan?
  var order: LineOrder
  var severity: DrawPlan?
  var due: DrawPlan?
  var withdrawals: [(patient: Int, at: SimulationTime, reason: Int32)]
  /// They are no patients; and which processes they qualify.
  var isRun = false
  /// How much the severity grows in one tick; bounds of its classes; what an infusion is worth.
  var worseningPerTick = 0.0
  var severityClasses: [Double] = []
  var benefit: BenefitPlan?
  var qualifies: [Int32] = []
  /// Who goes through its runs, where persons do; and the reason of a run that ends because its person has left.
  var sends = SentPersons.nobody
  var leftReason: Int32 = -1
}

/// Persons who go through the runs of a source, each by the number that they have among their like.
enum SentPersons: Sendable, BitwiseCopyable {
  case nobody
  case trainees(programme: Int32)
  case newcomers(pool: Int32)
}

/// From when a source runs.
enum SourceStart: Sendable, BitwiseCopyable {
  case at(SimulationTime)
  case opened(facility: Int32)
  case licensed(facility: Int32)
}

/// How arrivals follow each other.
enum ArrivalPlan: Sendable {
  /// Independent intervals, each drawn at the address of the arrival.
  case renewal(DrawPlan)
  /// Regular instants.
  case every(SimulationSpan, first: SimulationTime)
  /// Some at once and then one every so long, in calendar steps; from a known instant, or from when the source begins.
  case runs(initially: Int, every: TimeLength?, from: SimulationTime?)
  /// Known instants in order.
  case scheduled([SimulationTime])
  /// Inversion of a cumulative rate.
  case varying(CumulativeRate, purpose: Purpose)
}
