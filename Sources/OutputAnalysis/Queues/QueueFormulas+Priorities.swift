extension QueueFormulas {
  /// One class of customers of a single server with priorities.
  public struct PriorityClass: Sendable, Hashable {
    /// Poisson arrivals per time unit.
    public var arrivalRate: Double
    /// The mean service.
    public var meanService: Double
    /// Variance of the service / square of its mean; 1 when exponential.
    public var squaredVariation: Double

    /// Makes a class, with exponential service unless said otherwise.
    public init(arrivalRate: Double, meanService: Double, squaredVariation: Double = 1) {
      self.arrivalRate = arrivalRate
      self.meanService = meanService
      self.squaredVariation = squaredVariation
    }

    var load: Double { arrivalRate * meanService }
    /// Half the arrival rate × the second moment: the mean work left of a service found in progress.
    var residual: Double { load * meanService * (1 + squaredVariation) / 2 }
  }

  /// The mean wait of each class of M/G/1 with non-preemptive priorities, the most urgent class first.
  ///
  /// A class has a finite wait as long as it and those before it leave the server spare time. Cobham (1954),
  /// DOI 10.1287/opre.2.1.70.
  public static func nonPreemptivePriorities(_ classes: [PriorityClass]) -> [Double] {
    // Where the classes together overload the server, only the load that gets through keeps it busy.
    var (free, residual) = (1.0, 0.0)
    for one in classes {
      let served = min(one.load, free)
      free -= served
      residual += served * one.meanService * (1 + one.squaredVariation) / 2
    }
    var above = 0.0
    return classes.map { one in
      let through = above + one.load
      defer { above = through }
      return through < 1 ? residual / ((1 - above) * (1 - through)) : .infinity
    }
  }

  /// The mean time in system of each class of M/G/1 with preemptive-resume priorities, the most urgent first.
  ///
  /// Conway, Maxwell & Miller (1967), Theory of Scheduling, section 8-6.
  public static func preemptiveResumePriorities(_ classes: [PriorityClass]) -> [Double] {
    var (above, residual) = (0.0, 0.0)
    return classes.map { one in
      let through = above + one.load
      residual += one.residual
      defer { above = through }
      guard through < 1 else { return .infinity }
      return one.meanService / (1 - above) + residual / ((1 - above) * (1 - through))
    }
  }
}
