internal import Glibc

extension QueueFormulas {
  /// What repeated attempts come to.
  public struct ReworkFigures: Sendable, Hashable {
    /// The share that succeeds in the end.
    public var yield: Double
    /// The mean number of attempts.
    public var attempts: Double
  }

  /// Attempts that each fail with a probability and are repeated, up to a number of attempts or without
  /// limit.
  public static func rework(failureProbability: Double, attempts limit: Int? = nil) -> ReworkFigures {
    precondition(failureProbability >= 0 && failureProbability < 1, "a probability lies in 0..<1")
    let allFail = limit.map { pow(failureProbability, Double($0)) } ?? 0
    return ReworkFigures(yield: 1 - allFail, attempts: (1 - allFail) / (1 - failureProbability))
  }

  /// The mean wait of a Poisson arrival until its batch of a fixed size is complete.
  public static func batchFormingWait(batchSize: Int, arrivalRate: Double) -> Double {
    precondition(batchSize > 0 && arrivalRate > 0, "size and rate are positive")
    return Double(batchSize - 1) / (2 * arrivalRate)
  }
}
