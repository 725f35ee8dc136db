internal import CGSL
internal import Glibc

extension QueueFormulas {
  /// The probability that at most a number are in an M/G/∞ system: Poisson with mean arrival rate × mean
  /// service.
  public static func infiniteServers(
    probabilityOfAtMost number: Int, arrivalRate: Double, meanService: Double
  ) -> Double {
    precondition(arrivalRate > 0 && meanService > 0, "rate and service are positive")
    return number < 0 ? 0 : gsl_cdf_poisson_P(UInt32(clamping: number), arrivalRate * meanService)
  }

  /// The mean of a stock that starts empty, is filled at Poisson times and that each member leaves at a rate.
  ///
  /// The number at any time is Poisson: (inflow / departureRate) (1 − exp(−departureRate · time)).
  public static func renewalStock(inflow: Double, departureRate: Double, time: Double) -> Double {
    precondition(departureRate > 0, "the rate of leaving is positive")
    return inflow / departureRate * -expm1(-departureRate * time)
  }

  /// A mean that swings as mean + amplitude · sin(2π (t − lag) / period).
  public struct Wave: Sendable, Hashable {
    /// The middle about which it swings.
    public var mean: Double
    /// How far it swings to either side.
    public var amplitude: Double
    /// How much later than its cause, in time units.
    public var lag: Double

    /// The value at a time.
    public func value(at time: Double, period: Double) -> Double {
      mean + amplitude * sin(2 * .pi * (time - lag) / period)
    }
  }

  /// The mean number in M(t)/M/∞ whose arrival rate is mean + amplitude · sin(2πt / period), long after the
  /// start.
  ///
  /// Eick, Massey & Whitt (1993), DOI 10.1287/mnsc.39.2.241.
  public static func sinusoidalInfiniteServers(
    meanArrivalRate: Double, amplitude: Double, period: Double, meanService: Double
  ) -> Wave {
    precondition(period > 0 && meanService > 0, "period and service are positive")
    let angle = 2 * Double.pi / period
    let turn = angle * meanService
    return Wave(
      mean: meanArrivalRate * meanService,
      amplitude: amplitude * meanService / (1 + turn * turn).squareRoot(),
      lag: atan(turn) / angle)
  }

  /// The figures of a base-stock rule under Poisson demand with backorders.
  public struct BaseStockFigures: Sendable, Hashable {
    /// The share of demand that is met at once.
    public var fillRate: Double
    /// The mean number of backorders.
    public var backorders: Double
  }

  /// The fill rate and backorders of stock that is reordered one for one, whatever the law of the lead time.
  ///
  /// The number on order is Poisson. Palm (1938); Sherbrooke (1968), DOI 10.1287/opre.16.1.122.
  public static func baseStock(level: Int, demandRate: Double, meanLeadTime: Double) -> BaseStockFigures {
    precondition(level >= 0 && demandRate > 0 && meanLeadTime > 0, "level, demand and lead time are positive")
    let onOrder = demandRate * meanLeadTime
    var (short, fill) = (0.0, 0.0)
    for number in 0..<level {
      let probability = gsl_ran_poisson_pdf(UInt32(clamping: number), onOrder)
      fill += probability
      short += Double(level - number) * probability
    }
    // E[(N − S)⁺] = E[N] − S + E[(S − N)⁺]
    return BaseStockFigures(fillRate: fill, backorders: onOrder - Double(level) + short)
  }
}
