/// Closed formulas of queueing and stock theory, against which simulations are verified.
///
/// Rates are per time unit, times in that unit. Unless said otherwise arrivals are Poisson, service times are
/// exponential, lines are unlimited and served first come, first served. Where no steady state exists,
/// numbers and times are +∞.
public enum QueueFormulas {}

/// The steady-state figures of one queue.
public struct QueueFigures: Sendable, Hashable {
  /// The mean number in the system, L.
  public var numberInSystem: Double
  /// The mean number in the line, Lq.
  public var numberInLine: Double
  /// The mean time in the system, W.
  public var timeInSystem: Double
  /// The mean wait in the line, Wq.
  public var wait: Double
  /// The probability of having to wait.
  public var probabilityOfWaiting: Double

  /// Completes the figures by Little's law. Little (1961), DOI 10.1287/opre.9.3.383.
  init(arrivalRate: Double, wait: Double, meanService: Double, probabilityOfWaiting: Double) {
    self.wait = wait
    self.probabilityOfWaiting = probabilityOfWaiting
    timeInSystem = wait + meanService
    numberInLine = arrivalRate * wait
    numberInSystem = arrivalRate * timeInSystem
  }
}
