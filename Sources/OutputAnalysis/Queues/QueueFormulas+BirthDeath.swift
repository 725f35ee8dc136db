/// The figures of a queue that some customers do not complete.
public struct LossyQueueFigures: Sendable, Hashable {
  /// The mean number in the system.
  public var numberInSystem: Double
  /// The mean number in the line.
  public var numberInLine: Double
  /// The share of arrivals that are turned away or leave the line.
  public var probabilityOfLoss: Double
  /// Completed services per time unit.
  public var throughput: Double
}

extension QueueFormulas {
  /// The figures of M/M/c/K, whose arrivals are lost while K are in the system.
  ///
  /// - Complexity: O(`capacity`)
  public static func finiteRoom(
    arrivalRate: Double, serviceRate: Double, servers: Int = 1, capacity: Int
  ) -> LossyQueueFigures {
    precondition(servers > 0 && capacity >= servers, "the room holds at least the servers")
    let law = steadyState(states: capacity + 1, birth: { _ in arrivalRate }) { number in
      Double(min(number, servers)) * serviceRate
    }
    let blocked = law[capacity]
    return LossyQueueFigures(
      numberInSystem: mean(law, of: { Double($0) }), numberInLine: mean(law) { Double(max($0 - servers, 0)) },
      probabilityOfLoss: blocked, throughput: arrivalRate * (1 - blocked))
  }

  /// The figures of Erlang-A, M/M/c with customers who leave the line after an exponential patience.
  ///
  /// Sums states until the rest is below 10⁻¹⁷ of the largest. Palm (1957); Mandelbaum & Zeltyn (2007),
  /// DOI 10.1007/978-3-540-71522-1_2.
  ///
  /// - Parameter abandonmentRate: 1 / mean patience, positive
  public static func erlangA(
    arrivalRate: Double, serviceRate: Double, servers: Int, abandonmentRate: Double
  ) -> LossyQueueFigures {
    precondition(abandonmentRate > 0 && serviceRate > 0 && servers > 0, "rates and servers are positive")
    func death(_ number: Int) -> Double {
      Double(min(number, servers)) * serviceRate + Double(max(number - servers, 0)) * abandonmentRate
    }
    // Past the state whose outflow is twice the inflow, each further state halves at least: 200 are plenty.
    var states = servers + 200
    while death(states - 200) < 2 * arrivalRate { states += 200 }
    let law = steadyState(states: states, birth: { _ in arrivalRate }, death: death)
    let line = mean(law) { Double(max($0 - servers, 0)) }
    let lost = abandonmentRate * line / arrivalRate
    return LossyQueueFigures(
      numberInSystem: mean(law, of: { Double($0) }), numberInLine: line, probabilityOfLoss: lost,
      throughput: arrivalRate * (1 - lost))
  }

  /// The mean number of machines that are down, with a limited number of repairers.
  ///
  /// - Parameter failureRate: of one machine that is up
  public static func machineRepair(
    machines: Int, failureRate: Double, repairRate: Double, repairers: Int
  ) -> Double {
    precondition(machines > 0 && repairers > 0 && repairRate > 0, "machines, repairers and rate are positive")
    let law = steadyState(states: machines + 1, birth: { Double(machines - $0) * failureRate }) { down in
      Double(min(down, repairers)) * repairRate
    }
    return mean(law) { Double($0) }
  }

  /// The steady state of a birth-and-death process on 0..<states.
  private static func steadyState(
    states: Int, birth: (Int) -> Double, death: (Int) -> Double
  ) -> [Double] {
    var law = [1.0]
    var total = 1.0
    for state in 1..<states {
      let next = law[state - 1] * birth(state - 1) / death(state)
      law.append(next)
      total += next
      if total > 1e200 {
        for index in law.indices { law[index] /= total }
        total = 1
      }
    }
    return law.map { $0 / total }
  }

  private static func mean(_ law: [Double], of figure: (Int) -> Double) -> Double {
    law.indices.reduce(0) { $0 + law[$1] * figure($1) }
  }
}
