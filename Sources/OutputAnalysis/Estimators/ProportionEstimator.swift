/// How many of a replication's trials succeeded.
public struct Successes: Sendable, Hashable {
  /// How many succeeded.
  public var count: Int
  /// How many there were.
  public var trials: Int

  /// Makes a count of successes among trials.
  public init(_ count: Int, of trials: Int) {
    precondition(count >= 0 && count <= trials, "successes lie in 0...trials")
    self.count = count
    self.trials = trials
  }
}

/// A proportion pooled over replications, with Wilson's interval, which is never [0, 0] or [1, 1].
///
/// Trials of one replication often resemble each other. The variance between replications over that of
/// independent trials (the design effect, Rao & Scott 1992, DOI 10.2307/2532311), where above 1, divides the
/// number of trials, at most down to the number of replications; Student's critical value then takes the
/// normal's place. Replications that are nil or without trials are left out and counted.
public struct ProportionEstimator: Sendable, Hashable {
  /// The confidence level.
  public var level: Double

  /// Makes an estimator.
  public init(level: Double = 0.95) { self.level = level }

  /// Estimates from successes and trials of each replication; the spread is that of the replications'
  /// proportions.
  public func estimate(_ column: [Successes?]) -> Estimate {
    let used = column.compactMap(\.self).filter { $0.trials > 0 }
    guard Estimate.isDefined(used: used.count, of: column.count) else {
      return .undefined(used: used.count, of: column.count)
    }
    let successes = Double(used.reduce(0) { $0 + $1.count })
    let trials = Double(used.reduce(0) { $0 + $1.trials })
    let proportion = successes / trials
    let effect = designEffect(used, proportion: proportion, trials: trials)
    let interval =
      if effect > 1 {
        Interval.wilson(
          successes: successes / effect, trials: trials / effect, level: level,
          critical: CriticalValue.student(level: level, degreesOfFreedom: Double(used.count - 1)))
      } else {
        Interval.wilson(successes: successes, trials: trials, level: level)
      }
    return Estimate(
      value: proportion, interval: interval, spread: used.map { Double($0.count) / Double($0.trials) },
      used: used.count, of: column.count)
  }

  /// Estimates from pooled numbers of independent trials, as of one replication.
  public func estimate(successes: Int, trials: Int) -> Estimate {
    estimate([Successes(successes, of: trials)])
  }

  /// The variance between replications over that of independent trials, from 1 to the trials of a
  /// replication.
  private func designEffect(_ used: [Successes], proportion: Double, trials: Double) -> Double {
    guard used.count > 1, proportion > 0, proportion < 1 else { return 1 }
    var squares = 0.0
    for one in used {
      let residual = Double(one.count) - proportion * Double(one.trials)
      squares += residual * residual
    }
    let effect = squares / (trials * proportion * (1 - proportion))
    let largest = trials / Double(used.count)
    return largest <= 1 ? 1 : Swift.min(Swift.max(effect, 1), largest)
  }
}
