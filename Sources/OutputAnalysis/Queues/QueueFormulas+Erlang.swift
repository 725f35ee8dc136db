internal import Glibc

extension QueueFormulas {
  /// The probability that an arrival at M/G/c/c is lost: Erlang's B formula, for any law of service.
  ///
  /// - Parameter offeredLoad: arrival rate × mean service
  /// - Complexity: O(`servers`)
  public static func erlangB(servers: Int, offeredLoad: Double) -> Double {
    precondition(servers >= 0 && offeredLoad >= 0, "servers and load are not negative")
    var blocking = 1.0
    for server in 0..<servers {
      blocking = offeredLoad * blocking / (Double(server + 1) + offeredLoad * blocking)
    }
    return blocking
  }

  /// The probability that an arrival at M/M/c waits: Erlang's C formula, 1 where there is no steady state.
  public static func erlangC(servers: Int, offeredLoad: Double) -> Double {
    precondition(servers > 0 && offeredLoad >= 0, "servers are positive, the load is not negative")
    let utilisation = offeredLoad / Double(servers)
    guard utilisation < 1 else { return 1 }
    let blocking = erlangB(servers: servers, offeredLoad: offeredLoad)
    return blocking / (1 - utilisation * (1 - blocking))
  }

  /// The figures of M/M/c.
  public static func multiServer(arrivalRate: Double, serviceRate: Double, servers: Int = 1) -> QueueFigures {
    precondition(arrivalRate > 0 && serviceRate > 0, "rates are positive")
    let probability = erlangC(servers: servers, offeredLoad: arrivalRate / serviceRate)
    let spare = Double(servers) * serviceRate - arrivalRate
    return QueueFigures(
      arrivalRate: arrivalRate, wait: spare > 0 ? probability / spare : .infinity,
      meanService: 1 / serviceRate, probabilityOfWaiting: probability)
  }

  /// A quantile of the time in system of M/M/1, which is exponential with rate μ − λ.
  public static func singleServerTimeInSystem(
    quantile probability: Double, arrivalRate: Double, serviceRate: Double
  ) -> Double {
    precondition(probability >= 0 && probability < 1, "a probability lies in 0..<1")
    let spare = serviceRate - arrivalRate
    return spare > 0 ? -log1p(-probability) / spare : .infinity
  }
}
