import Quantities
import Randomness

/// A limit on the time until the next step starts.
struct HoldPlan: Sendable {
  var name: String
  /// The step whose start ends it, by local index; -1 for the next step.
  var until: Int32
  var limit: SimulationSpan
  var then: ConsequencePlan
}

/// The arms of a choice: cumulative probabilities and places.
struct ChoicePlan: Sendable {
  var name: String
  /// Counts its visits, as a step's local index does.
  var local: Int32
  var purpose: Purpose
  var cumulative: [Double]
  var places: [Int32]
  var otherwise: Int32
}

/// Child tokens that start together.
struct ForkPlan: Sendable {
  var name: String
  /// Counts its visits, as a step's local index does.
  var local: Int32
  var places: [Int32]
  var kinds: [ChildKind]
  /// Children that end when the step that started them ends.
  var endsWithStep: Bool
  /// Children that go on when the patient's way ends (final certification).
  var outlivesPatient: Bool
  /// Children that belong to the batch, not to the patient.
  var isOfBatch: Bool
}

/// A batch begins.
struct MakePlan: Sendable {
  var name: String
  var attempts: Int32
  var materialLeft: Double
  var purpose: Purpose
  var otherwise: ConsequencePlan
}

/// A fixed time before a booked event.
struct CountdownPlan: Sendable {
  var name: String
  var before: SimulationSpan
  /// The step whose booked date it counts from, as a local step index.
  var eventLocal: Int32
  var atRisk: Bool
}

/// A place where members wait for each other.
struct GatherPlan: Sendable {
  var name: String
  var size: Int32
  var orAfter: SimulationSpan?
  /// The line in which the waiting is counted.
  var line: Int32
  var kind: ChildKind
}

/// Children that go on singly.
struct SplitPlan: Sendable {
  var name: String
  /// Counts its visits, as a step's local index does.
  var local: Int32
  var into: DrawPlan
  var kind: ChildKind
}

/// A transport.
struct ShipPlan: Sendable {
  var name: String
  /// Counts its visits, as a step's local index does.
  var local: Int32
  var takes: DrawPlan
  var delayProbability: Double
  var delay: DrawPlan?
  var lossProbability: Double
  var purpose: Purpose
  var ifLost: ConsequencePlan
  var variant: Int32
  /// Thousandths of the currency for each, and the category under which they are counted.
  var price: Int64
  var costCategory: Int32
}

/// The end of stage 1 of a release.
struct ReleasePlan: Sendable {
  var name: String
  /// Counts its visits, as a step's local index does.
  var local: Int32
  var outOfSpecification: Double
  var onRequest: Double
  var otherwise: ConsequencePlan
  var purpose: Purpose
  /// The fork of stage 2; -1 for none.
  var stage2: Int32
  var positive: Double
  var positivePurpose: Purpose
}

/// A supply into a stock.
struct StorePlan: Sendable {
  var pool: Int32
  /// Counts its visits, as a step's local index does.
  var local: Int32
  var yields: DrawPlan
}
