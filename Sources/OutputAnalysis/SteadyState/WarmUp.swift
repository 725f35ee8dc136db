/// How much of the start of a series to discard, by the MSER rule on means of five.
///
/// Truncates where the squared standard error of the mean of what remains is smallest. White, Cobb & Spratt
/// (2000), DOI 10.1109/WSC.2000.899160. Takes O(n).
public struct WarmUp: Sendable, Hashable {
  /// How many observations at the start to discard, a multiple of the batch size.
  public let truncation: Int
  /// The mean of the batches that remain.
  public let mean: Double
  /// Whether the series was long enough: false when the smallest error lies beyond the first half.
  ///
  /// Then the series is still in transient, and ``truncation`` is the best point of the first half only.
  public let isSettled: Bool

  /// Finds the truncation point, or nil when there are fewer than four whole batches.
  public init?(_ observations: [Double], batchSize: Int = 5) {
    precondition(batchSize > 0, "a batch holds at least one observation")
    let batches = observations.count / batchSize
    guard batches >= 4 else { return nil }
    let means = (0..<batches).map { batch in
      observations[batch * batchSize..<(batch + 1) * batchSize].reduce(0, +) / Double(batchSize)
    }
    // From the end, so that one running tally serves every truncation point.
    var tally = Tally()
    var best: (batch: Int, error: Double, mean: Double)?
    var smallestLate = Double.infinity
    for batch in means.indices.reversed() {
      tally.add(means[batch])
      guard let variance = tally.variance, let mean = tally.mean else { continue }
      let remaining = Double(tally.count)
      let error = variance * (remaining - 1) / (remaining * remaining)
      if batch > batches / 2 {
        // The last few batches agree by chance too often to be evidence.
        if tally.count >= 4 { smallestLate = Swift.min(smallestLate, error) }
      } else if best.map({ error <= $0.error }) ?? true {
        best = (batch, error, mean)
      }
    }
    guard let best else { return nil }
    truncation = best.batch * batchSize
    mean = best.mean
    isSettled = best.error <= smallestLate
  }
}
