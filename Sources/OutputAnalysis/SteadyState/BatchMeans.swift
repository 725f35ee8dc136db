/// The steady-state mean of one long series, with an interval from the means of consecutive batches.
///
/// Observations that do not fill a last batch are left out at the start. Law (2015), Simulation Modeling and
/// Analysis, section 9.5.3. Takes O(n).
public struct BatchMeans: Sendable, Hashable {
  /// The mean over all batches.
  public let mean: Double
  /// Student's interval on the batch means.
  public let interval: Interval
  /// How many observations a batch holds.
  public let batchSize: Int
  /// How many batches there are.
  public let batches: Int
  /// The lag-one autocorrelation of the batch means, or nil when they do not vary; large means too short
  /// batches.
  public let autocorrelation: Double?

  /// Cuts a series into a number of batches, or gives nil when a batch would be empty.
  public init?(_ observations: [Double], batches: Int = 20, level: Double = 0.95) {
    precondition(batches >= 2, "an interval needs at least two batches")
    let size = observations.count / batches
    guard size > 0 else { return nil }
    let start = observations.count - size * batches
    let means = (0..<batches).map { batch in
      observations[start + batch * size..<start + (batch + 1) * size].reduce(0, +) / Double(size)
    }
    let tally = Tally(means)
    guard let mean = tally.mean, let variance = tally.variance,
      let interval = MeanEstimator(level: level).interval(of: tally)
    else { return nil }
    self.mean = mean
    self.interval = interval
    self.batches = batches
    batchSize = size
    let products = zip(means, means.dropFirst()).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - mean) }
    autocorrelation = variance > 0 ? products / (variance * Double(batches - 1)) : nil
  }
}
