import PipelineModel

/// Which uses of a unit a changeover rule is for.
enum UsePlan: Sendable, BitwiseCopyable {
  case any
  case sameProduct
  case otherProduct
  /// Products with one of these traits.
  case traits(UInt64)
}

/// A rule of changeover, ready to be looked at.
struct ChangeoverRulePlan: Sendable, BitwiseCopyable {
  var after: UsePlan
  var before: UsePlan
  var takes: DrawPlan
}

/// Rooms in which products that are never together keep apart: those of one name, or of one air-handling unit.
struct ZonePlan: Sendable {
  /// How a log calls it: `grade-b`, `ahu-1`.
  var name: String
  /// For each product, the products that it never meets there.
  var partners: [[Int32]]
}
