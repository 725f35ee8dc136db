/// Where the numbers of a variant stand in a record: for each, the place of its first year.
struct VariantCounters: Sendable {
  var referred: Int32 = -1
  var collected: Int32 = -1
  var treated: Int32 = -1
  var inProgress: Int32 = -1
  var atStart: Int32 = -1
  var conditionedWithoutProduct: Int32 = -1
  var positiveAfterInfusion: Int32 = -1
  var batchesStarted: Int32 = -1
  var batchesFailed: Int32 = -1
  var batchesAborted: Int32 = -1
  var outOfSpecification: Int32 = -1
  var batchesReleased: Int32 = -1
  var slotsOffered: Int32 = -1
  var slotsBooked: Int32 = -1
  var slotsUsed: Int32 = -1
  var slotsBackfilled: Int32 = -1
  var slotsWasted: Int32 = -1
  var bookingsBroken: Int32 = -1
  /// Sums of the samples, and the first sketch of each.
  var veinToVein = SampleCounter()
  var doorToDoor = SampleCounter()
  var turnaround = SampleCounter()
  /// Mix-ups that happened, were found and were infused; pairs of those infused and of all infusions.
  var mixedUp: Int32 = -1
  var mixUpsFound: Int32 = -1
  var mixUpsMissed: Int32 = -1
  var infusedMixedUp: Int32 = -1
  /// Not by year.
  var inSystem = SampleCounter()
  /// Pairs: those infused on time, and those infused; the sum of benefits.
  var onTime: Int32 = -1
  var benefit: Int32 = -1
  /// Where the classes of severity begin in `ProgramTables.severityCounters`.
  var classes: Int32 = -1
  var number: Int32 = -1
  var distribution: Int32 = -1
  var byHour: Int32 = -1
}

/// Where the numbers of one class of severity stand: waits, and pairs of those infused and those who left.
struct SeverityCounters: Sendable, BitwiseCopyable {
  var wait = SampleCounter()
  var infused: Int32 = -1
}

/// Where a sample measure stands: the sum in `values`, the sketch in `samples`; one each for every year.
struct SampleCounter: Sendable, BitwiseCopyable {
  var sum: Int32 = -1
  var sketch: Int32 = -1
}

/// Where the numbers of a line (and of the step behind it) stand. Not by year.
struct LineCounters: Sendable {
  var length: Int32 = -1
  var number: Int32 = -1
  var wait = SampleCounter()
  var sojourn: Int32 = -1
  var waited: Int32 = -1
  var turnedAway: Int32 = -1
  var abandoned: Int32 = -1
  var keptApart: Int32 = -1
  var throughput: Int32 = -1
  var visits: Int32 = -1
  var passes: Int32 = -1
}

/// Where the numbers of a pool stand, each by year.
struct PoolCounters: Sendable {
  /// Pairs: busy and open unit-ticks.
  var utilisation: Int32 = -1
  /// Pairs: area of claims short of it, and ticks.
  var shortage: Int32 = -1
  /// Pairs: area of units down, and ticks.
  var down: Int32 = -1
  /// Monitoring: excursions read; pairs of the area of rooms on hold, and ticks.
  var excursions: Int32 = -1
  var onHold: Int32 = -1
  /// Stocks: pairs of on-hand area and ticks, backorder area and ticks; fill pairs; counts.
  var onHand: Int32 = -1
  var backorders: Int32 = -1
  var fill: Int32 = -1
  var stockOuts: Int32 = -1
  var received: Int32 = -1
  var issued: Int32 = -1
  var expired: Int32 = -1
  /// People: pairs of head-count area and ticks; counts.
  var headcount: Int32 = -1
  var qualified: Int32 = -1
  var away: Int32 = -1
  var covered: Int32 = -1
  /// Hours outside the ordinary ones; persons called; pairs of persons at rest and ticks.
  var overtime: Int32 = -1
  var nightHours: Int32 = -1
  var weekendHours: Int32 = -1
  var calls: Int32 = -1
  var resting: Int32 = -1
  var left: Int32 = -1
  var hired: Int32 = -1
  var notQualified: Int32 = -1
}
