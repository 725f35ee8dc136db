internal import Glibc

extension QueueFormulas {
  /// The figures of M/G/1: the Pollaczek–Khinchine formula.
  ///
  /// - Parameter squaredVariation: variance of the service / square of its mean; 0 fixed, 1 exponential
  public static func pollaczekKhinchine(
    arrivalRate: Double, meanService: Double, squaredVariation: Double
  ) -> QueueFigures {
    precondition(arrivalRate > 0 && meanService > 0 && squaredVariation >= 0, "rates and times are positive")
    let utilisation = arrivalRate * meanService
    let wait =
      utilisation < 1
      ? utilisation * meanService * (1 + squaredVariation) / (2 * (1 - utilisation)) : .infinity
    return QueueFigures(
      arrivalRate: arrivalRate, wait: wait, meanService: meanService,
      probabilityOfWaiting: min(utilisation, 1))
  }

  /// The figures of D/M/1: arrivals at fixed distances, one exponential server.
  ///
  /// Solves σ = exp(−μ (1 − σ) / λ). Kendall (1953), DOI 10.1214/aoms/1177728975.
  public static func fixedArrivals(arrivalRate: Double, serviceRate: Double) -> QueueFigures {
    precondition(arrivalRate > 0 && serviceRate > 0, "rates are positive")
    var (low, high) = (0.0, 1.0)
    if arrivalRate < serviceRate {
      // Below the root the right side exceeds σ; between it and 1 it does not.
      for _ in 0..<200 {
        let middle = (low + high) / 2
        if exp(-serviceRate * (1 - middle) / arrivalRate) > middle { low = middle } else { high = middle }
      }
    } else {
      low = 1
    }
    let wait = low < 1 ? low / (serviceRate * (1 - low)) : .infinity
    return QueueFigures(
      arrivalRate: arrivalRate, wait: wait, meanService: 1 / serviceRate, probabilityOfWaiting: low)
  }

  /// When a server's failures strike.
  public enum FailureClock: Sendable, Hashable {
    /// Only while the server works.
    case whileWorking
    /// At any time, also while idle.
    case always
  }

  /// The figures of M/M/1 whose server fails, is mended and resumes; failures and mending are exponential.
  ///
  /// A service with its interruptions is one long service (completion time); a server that also fails while
  /// idle makes the first customer of a busy period wait for the mending. Gaver (1962), DOI
  /// 10.1111/j.2517-6161.1962.tb00438.x; Welch (1964), DOI 10.1287/opre.12.5.736.
  public static func failingServer(
    arrivalRate: Double, serviceRate: Double, failureRate: Double, mendingRate: Double, clock: FailureClock
  ) -> QueueFigures {
    let stretch = 1 + failureRate / mendingRate
    let mean = stretch / serviceRate
    let second =
      2 * stretch * stretch / (serviceRate * serviceRate)
      + 2 * failureRate / (serviceRate * mendingRate * mendingRate)
    var figures = pollaczekKhinchine(
      arrivalRate: arrivalRate, meanService: mean, squaredVariation: second / (mean * mean) - 1)
    guard clock == .always else { return figures }
    // Idle and up: fails before the next arrival, is then found down, or mended first and so on.
    let fails = failureRate / (failureRate + arrivalRate)
    let found = arrivalRate / (arrivalRate + mendingRate)
    let down = fails * found / (1 - fails * (1 - found))
    let delay = down / mendingRate
    let delaySquared = 2 * down / (mendingRate * mendingRate)
    let wait = figures.wait + (2 * delay + arrivalRate * delaySquared) / (2 * (1 + arrivalRate * delay))
    let waiting = 1 - (1 - arrivalRate * mean) * (1 - down) / (1 + arrivalRate * delay)
    figures = QueueFigures(
      arrivalRate: arrivalRate, wait: wait, meanService: mean, probabilityOfWaiting: min(waiting, 1))
    return figures
  }
}
