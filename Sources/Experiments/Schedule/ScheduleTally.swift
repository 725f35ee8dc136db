import PipelineSimulation
import Quantities

/// What was planned for the first weeks over all replications, and when it took place: counts by date.
///
/// Its size depends on the plans and on the dates that occur, not on the number of replications. A slot that somebody
/// takes who is not known yet is a row of its own, whoever takes it.
public struct ScheduleTally: Sendable {
  private struct Key: Hashable {
    var entity: Int32
    var variant: Int32
    var day: Int32
    var step: Int32
  }

  private struct Counts: Sendable {
    var first: ScheduleEntry
    /// How many entries there were, and how many of them had a plan.
    var entries = 0
    /// Not made at the same facility in all of them.
    var hasOtherMakers = false
    var plans = 0
    /// Plans that were kept: the step began on its date.
    var kept = 0
    var planned: [Int: Int] = [:]
    var actual: [Int: Int] = [:]
  }

  /// How many replications were fed.
  public private(set) var replications = 0
  private let program: Program
  private var cells: [Key: Counts] = [:]

  /// Empty counts of a program.
  public init(of program: Program) { self.program = program }

  /// Adds one replication.
  ///
  /// - Complexity: O(entries).
  public mutating func append(_ entries: [ScheduleEntry]) {
    replications += 1
    for entry in entries {
      // Who was there at the start has one row for a step, whichever day is booked and whoever makes the product.
      let key = Key(
        entity: entry.entity, variant: entry.entity >= 0 ? -1 : entry.variant,
        day: entry.entity >= 0 ? -1 : entry.day,
        step: entry.step)
      var counts = cells[key] ?? Counts(first: entry)
      counts.entries += 1
      if entry.variant != counts.first.variant { counts.hasOtherMakers = true }
      let planned = entry.planned.map { program.date(ofTicks: $0).dayNumber }
      let actual = entry.actual.map { program.date(ofTicks: $0).dayNumber }
      if let planned {
        counts.plans += 1
        counts.planned[planned, default: 0] += 1
        if planned == actual { counts.kept += 1 }
      }
      if let actual { counts.actual[actual, default: 0] += 1 }
      cells[key] = counts
    }
  }

  /// The rows: first those who were there at the start, in the order of the scenario, then slots by product and date; each
  /// in the order of the route.
  public var rows: [ScheduleRow] {
    cells.sorted { left, right in
      let (a, b) = (left.key, right.key)
      if (a.entity < 0) != (b.entity < 0) { return b.entity < 0 }
      return (a.entity, a.variant, a.day, a.step) < (b.entity, b.variant, b.day, b.step)
    }.map { row(of: $0.value) }
  }

  private func row(of counts: Counts) -> ScheduleRow {
    // Plans that a slot makes and nobody begins count towards it; two slots of one date share a row. Who was there at the
    // start counts in every replication, also where nothing was planned for him.
    let all = counts.first.entity >= 0 ? max(replications, counts.entries) : counts.entries
    let begun = counts.actual.values.reduce(0, +)
    func quantile(_ share: Double) -> CivilDate? { Self.quantile(share, of: counts.actual, among: all) }
    var subject = program.subject(of: counts.first)
    if counts.hasOtherMakers { subject.facility = nil }
    return ScheduleRow(
      subject: subject,
      planned: Self.quantile(0.5, of: counts.planned, among: counts.plans),
      isFixed: counts.planned.count <= 1, occurrences: Double(counts.entries) / Double(max(1, replications)),
      kept: counts.plans > 0 ? Double(counts.kept) / Double(counts.plans) : nil,
      never: Double(all - begun) / Double(max(1, all)),
      p10: quantile(0.1), p50: quantile(0.5), p90: quantile(0.9))
  }

  /// The first date by which so large a share of all has happened; nil where that is later than all that was seen.
  private static func quantile(_ share: Double, of dates: [Int: Int], among count: Int) -> CivilDate? {
    guard count > 0 else { return nil }
    var sum = 0
    for (date, number) in dates.sorted(by: { $0.key < $1.key }) {
      sum += number
      if Double(sum) >= share * Double(count) { return CivilDate(dayNumber: date) }
    }
    return nil
  }
}

/// One step of somebody in the coming weeks: when it is planned, and when it takes place over replications.
public struct ScheduleRow: Hashable, Sendable {
  /// Whose step it is.
  public var subject: ScheduleSubject
  /// The planned date, the median where it is not the same in all replications; nil where nothing is planned.
  public var planned: CivilDate?
  /// Whether all replications plan the same date.
  public var isFixed: Bool
  /// How often it is planned in a replication; for a slot, how often it is taken.
  public var occurrences: Double
  /// The share of plans whose step begins on the planned date.
  public var kept: Double?
  /// The share that does not begin before the horizon: lost, made anew, or later.
  public var never: Double
  /// The dates by which one, five and nine of ten have begun; nil where fewer do.
  public var p10: CivilDate?
  /// The median.
  public var p50: CivilDate?
  /// Nine of ten.
  public var p90: CivilDate?
}
