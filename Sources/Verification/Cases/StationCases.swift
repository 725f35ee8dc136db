import OutputAnalysis
import PipelineSimulation

/// Single stations: T1–T7, T11, T12, T17.
enum StationCases {
  private static func wait(_ theory: Double) -> [Figure] {
    [.row("time waited", theory, "line.wait", step: "serve")]
  }

  static let singleServer: ClosedFormCase = {
    let theory = QueueFormulas.multiServer(arrivalRate: 0.9, serviceRate: 1)
    let p90 = QueueFormulas.singleServerTimeInSystem(quantile: 0.9, arrivalRate: 0.9, serviceRate: 1)
    return ClosedFormCase(
      name: "T1", file: "t01-mm1",
      figures: [
        .row("number in system", theory.numberInSystem, "system.number"),
        .row("number waiting", theory.numberInLine, "line.length", step: "serve"),
        .row("time in system", theory.timeInSystem, "time.in-system"),
        .row("time waited", theory.wait, "line.wait", step: "serve"),
        .row("share that waits", theory.probabilityOfWaiting, "line.probability-of-waiting", step: "serve"),
        .row("time in system, p90", p90, "time.in-system", "p90"),
      ],
      wrongModel: [takes("{ exponential: 63 min }")])
  }()

  static let severalServers: [ClosedFormCase] = [(2, 1.6), (3, 2.4), (10, 9.0)].map { servers, rate in
    let theory = QueueFormulas.multiServer(arrivalRate: rate, serviceRate: 1, servers: servers)
    return ClosedFormCase(
      name: "T2", file: "t02-mmc-c\(servers)", figures: wait(theory.wait),
      wrongModel: [takes("{ exponential: 63 min }")])
  }

  static let losses: [ClosedFormCase] = [(5, 3.0), (10, 8.0), (20, 16.0)].flatMap { servers, rate in
    let theory = QueueFormulas.erlangB(servers: servers, offeredLoad: rate)
    let laws = [
      ("exponential", "{ exponential: 63 min }"), ("fixed", "63 min"),
      ("lognormal", "{ lognormal: { mean: 1.05 h, sd: 1.575 h } }"),
    ]
    return laws.map { law, wrong in
      ClosedFormCase(
        name: "T3", file: "t03-loss-c\(servers)-\(law)",
        figures: [.row("share lost", theory, "probability.blocked", step: "serve")],
        wrongModel: [takes(wrong)])
    }
  }

  static let balking: ClosedFormCase = {
    let theory = QueueFormulas.finiteRoom(arrivalRate: 0.9, serviceRate: 1, capacity: 5)
    return ClosedFormCase(
      name: "T4", file: "t04-balking",
      figures: [
        .row("share turned away", theory.probabilityOfLoss, "probability.blocked", step: "serve"),
        .row("number in system", theory.numberInSystem, "system.number"),
        .row("throughput", theory.throughput, "station.throughput", step: "serve"),
      ],
      wrongModel: [takes("{ exponential: 63 min }")])
  }()

  static let anyService: [ClosedFormCase] = [
    ("fixed", 0.0, "63 min"), ("erlang4", 0.25, "{ erlang: { k: 4, mean: 63 min } }"),
    ("exponential", 1.0, "{ exponential: 63 min }"),
  ].map { law, variation, wrong in
    let theory = QueueFormulas.pollaczekKhinchine(
      arrivalRate: 0.8, meanService: 1, squaredVariation: variation)
    return ClosedFormCase(
      name: "T5", file: "t05-mg1-\(law)", figures: wait(theory.wait), wrongModel: [takes(wrong)])
  }

  private static let classes = [0.3, 0.5].map {
    QueueFormulas.PriorityClass(arrivalRate: $0, meanService: 1)
  }
  private static let bothSlower = [
    takes("{ exponential: 63 min }"), takes("{ exponential: 63 min }", product: "urgent-customer"),
  ]

  static let priorities: ClosedFormCase = {
    let theory = QueueFormulas.nonPreemptivePriorities(classes)
    return ClosedFormCase(
      name: "T6", file: "t06-priorities",
      figures: [
        .row("time waited, urgent", theory[0], "line.wait", product: "urgent-customer", step: "serve"),
        .row("time waited, ordinary", theory[1], "line.wait", step: "serve"),
      ],
      wrongModel: bothSlower)
  }()

  static let preemption: ClosedFormCase = {
    let theory = QueueFormulas.preemptiveResumePriorities(classes)
    return ClosedFormCase(
      name: "T7", file: "t07-preemption",
      figures: [
        .row("time in system, urgent", theory[0], "time.in-system", product: "urgent-customer"),
        .row("time in system, ordinary", theory[1], "time.in-system"),
      ],
      wrongModel: bothSlower)
  }()

  static let failures: [ClosedFormCase] = [
    ("use", QueueFormulas.FailureClock.whileWorking), ("calendar", .always),
  ].map { file, clock in
    let theory = QueueFormulas.failingServer(
      arrivalRate: 0.5, serviceRate: 1, failureRate: 0.1, mendingRate: 0.5, clock: clock)
    return ClosedFormCase(
      name: "T11", file: "t11-breakdown-\(file)",
      figures: [.row("time in system", theory.timeInSystem, "time.in-system")],
      wrongModel: [takes("{ exponential: 63 min }")])
  }

  static let impatience: ClosedFormCase = {
    let theory = QueueFormulas.erlangA(arrivalRate: 1, serviceRate: 1, servers: 1, abandonmentRate: 0.5)
    return ClosedFormCase(
      name: "T12", file: "t12-impatience",
      figures: [
        .row("number waiting", theory.numberInLine, "line.length", step: "serve"),
        .row("share that leaves", theory.probabilityOfLoss, "probability.abandoned", step: "serve"),
      ],
      wrongModel: [takes("{ exponential: 63 min }")])
  }()

  static let fixedArrivals: ClosedFormCase = {
    let theory = QueueFormulas.fixedArrivals(arrivalRate: 0.8, serviceRate: 1)
    return ClosedFormCase(
      name: "T17", file: "t17-dm1", figures: wait(theory.wait),
      wrongModel: [takes("{ exponential: 63 min }")])
  }()

  static let all =
    [singleServer] + severalServers + losses + [balking] + anyService
    + [priorities, preemption] + failures + [impatience, fixedArrivals]
}
