import Quantities
import Randomness

/// A law that is drawn for a purpose, with what turns its value into ticks.
struct DrawPlan: Sendable, BitwiseCopyable {
  /// The compiled law in the program's table.
  var law: LawTable.ID
  /// The law's median, for runs without chance.
  var median: Double
  /// What the draw is for.
  var purpose: Purpose
  /// Ticks in one unit of the law's value; 1 for a pure number.
  var ticksPerUnit: Double
  /// The place of an exponential law among those that are drawn ahead, and its mean in ticks; -1 for any other law.
  var ahead: Int32 = -1
  var meanTicks: Double = 0

  /// The longest span that a draw can give: 10,000 years of milliseconds.
  static let longest = Int64(10_000) * 366 * 86_400_000

  /// A drawn value as a span of whole ticks: rounded to the nearest, never negative, at most `longest`.
  func span(_ value: Double) -> SimulationSpan {
    let ticks = (value * ticksPerUnit).rounded()
    // Asked this way round, what is no number at all counts as too long, too.
    guard ticks < Double(DrawPlan.longest) else { return SimulationSpan(ticks: DrawPlan.longest) }
    return SimulationSpan(ticks: ticks > 0 ? Int64(ticks) : 0)
  }

  /// The median as a span.
  var medianSpan: SimulationSpan { span(median) }
}
