/// The values of many replications in one sorted row, from which quantiles under replication weights are read fast.
///
/// A table of how many values each replication has below some cut points lets a weighted quantile be found by
/// bisection over the cuts and a short walk, instead of a walk over all values.
struct PooledValues {
  let replications: Int
  /// Values or bucket middles, ascending; equal neighbours are allowed.
  private var values: [Double] = []
  private var owners: [Int32] = []
  private var times: [Int32] = []
  private var sizes: [Int]
  /// How many entries lie between two cuts.
  private var stride = 1
  /// For each cut, for each replication, how many values lie before entry `cut × stride`.
  private var before: [Int32] = []

  init(_ sketches: [QuantileSketch]) {
    replications = sketches.count
    sizes = sketches.map(\.count)
    let total = sizes.reduce(0, +)
    if let limit = sketches.map(\.exactLimit).min(), total <= limit {
      fillExactly(sketches)
    } else {
      fillFromBuckets(sketches)
    }
    makeCuts()
  }

  /// The quantile of all values together.
  func quantile(_ probability: Double) -> Double {
    quantile(probability, weights: [Int32](repeating: 1, count: replications))
  }

  /// The quantile with each replication counted as often as its weight says.
  func quantile(_ probability: Double, weights: [Int32]) -> Double {
    var total = 0
    for index in 0..<replications { total += Int(weights[index]) * sizes[index] }
    guard let (lower, upper) = SampleQuantile.ranks(probability, of: total) else { return 0 }
    var (low, high) = (0, before.count / replications)
    var below = 0
    while high - low > 1 {
      let cut = (low + high) / 2
      var sum = 0
      for index in 0..<replications { sum += Int(weights[index]) * Int(before[cut * replications + index]) }
      if sum <= lower { (low, below) = (cut, sum) } else { high = cut }
    }
    var lowerValue: Double?
    for entry in low * stride..<values.count {
      below += Int(weights[Int(owners[entry])]) * Int(times[entry])
      if lowerValue == nil && below > lower { lowerValue = values[entry] }
      if let lowerValue, below > upper { return lowerValue + (values[entry] - lowerValue) / 2 }
    }
    return lowerValue ?? 0
  }

  private mutating func fillExactly(_ sketches: [QuantileSketch]) {
    var entries: [(value: Double, owner: Int32)] = []
    for (owner, sketch) in sketches.enumerated() {
      for value in sketch.values { entries.append((value, Int32(owner))) }
    }
    entries.sort { $0.value < $1.value }
    values = entries.map(\.value)
    owners = entries.map(\.owner)
    times = [Int32](repeating: 1, count: entries.count)
  }

  private mutating func fillFromBuckets(_ sketches: [QuantileSketch]) {
    var entries: [(key: Int32, owner: Int32, times: Int32)] = []
    for (owner, sketch) in sketches.enumerated() {
      sketch.forEachBucket { entries.append(($0, Int32(owner), Int32(clamping: $1))) }
    }
    entries.sort { ($0.key, $0.owner) < ($1.key, $1.owner) }
    values = entries.map { BucketKey.middle(of: $0.key) }
    owners = entries.map(\.owner)
    times = entries.map(\.times)
  }

  private mutating func makeCuts() {
    let cuts = Swift.min(Swift.max(values.count / Swift.max(replications, 1), 1), 256)
    stride = Swift.max((values.count + cuts - 1) / cuts, 1)
    var running = [Int32](repeating: 0, count: replications)
    for entry in values.indices {
      if entry % stride == 0 { before.append(contentsOf: running) }
      running[Int(owners[entry])] += times[entry]
    }
  }
}
