import OutputAnalysis

/// Models beyond the list of cases, in which parts of the language meet that no case of the list puts together.
enum FurtherCases {
  private static func text(_ horizon: Int, _ facilities: String, _ products: String) -> String {
    """
    title: further
    start: 2024-01-01
    horizon: \(horizon) h
    warm up: 2000 h
    run: { seed: 1 }
    facilities: { shop: { \(facilities) } }
    products:
      customer:
    \(products)
    """
  }

  /// Machines that run and are mended in turn, as entities that circulate; against the same formula as T10.
  static let closedCycle = ClosedFormCase(
    name: "F1", file: "closed-cycle",
    text: text(
      100_000, "devices: { repairer: { count: 2 } }",
      """
          patients: { arrive: { at: [0 h, 0 h, 0 h, 0 h, 0 h] } }
          route:
            - { delay: run, takes: { exponential: 10 h } }
            - { step: mend, takes: { exponential: 2 h }, uses: repairer, fails: { probability: 1, then: { again from: run } } }
      """),
    figures: [
      .row(
        "mean number down",
        QueueFormulas.machineRepair(machines: 5, failureRate: 0.1, repairRate: 0.5, repairers: 2),
        "station.number", step: "mend")
    ],
    wrongModel: [takes("{ exponential: 126 min }", step: "mend")])

  /// M/G/1 with arrivals in pairs: the wait of an M/G/1 of pairs, and half a service behind one's twin.
  static let pairs: ClosedFormCase = {
    let (rate, size, service) = (0.35, 2.0, 1.0)
    let load = rate * size * service
    let wait = load * service / (1 - load) + (size - 1) * service / (2 * (1 - load))
    return ClosedFormCase(
      name: "F2", file: "pairs",
      text: text(
        190_000, "devices: { server: { count: 1 } }",
        """
            patients: { arrive: { poisson: 0.35 / h }, each: 2 }
            route: [ { step: serve, takes: { exponential: 1 h }, uses: server } ]
        """),
      figures: [.row("time waited", wait, "line.wait", step: "serve")],
      wrongModel: [takes("{ exponential: 63 min }")])
  }()

  /// Two branches with a server each: the time until both are done (Flatto and Hahn 1984; Nelson and Tantawi 1988).
  static let forkAndJoin: ClosedFormCase = {
    let (rate, service) = (0.5, 1.0)
    let load = rate * service
    return ClosedFormCase(
      name: "F3", file: "fork-and-join",
      text: text(
        80_000, "devices: { left: { count: 1 }, right: { count: 1 } }",
        """
            patients: { arrive: { poisson: 0.5 / h } }
            route:
              - parallel: both
                branches:
                  a: [ { step: one, takes: { exponential: 1 h }, uses: left } ]
                  b: [ { step: two, takes: { exponential: 1 h }, uses: right } ]
        """),
      figures: [.row("time in system", (12 - load) / 8 * service / (1 - load), "time.in-system")],
      wrongModel: ["left", "right"].enumerated().map { number, _ in
        "products.customer.route.both.branches.\(number == 0 ? "a.one" : "b.two").takes={ exponential: 63 min }"
      })
  }()

  /// M/H2/1 with two classes of different service, non-preemptive (Cobham for general service).
  static let generalPriorities: ClosedFormCase = {
    let theory = QueueFormulas.nonPreemptivePriorities([
      .init(arrivalRate: 0.4, meanService: 0.5, squaredVariation: 0),
      .init(arrivalRate: 0.25, meanService: 2, squaredVariation: 0.25),
    ])
    return ClosedFormCase(
      name: "F4", file: "general-priorities",
      text: text(
        250_000, "devices: { server: { count: 1 } }",
        """
            priority: 2
            patients: { arrive: { poisson: 0.25 / h } }
            route: [ { step: serve, takes: { erlang: { k: 4, mean: 2 h } }, uses: server } ]
          urgent-customer:
            priority: 1
            patients: { arrive: { poisson: 0.4 / h } }
            route: [ { step: serve, takes: 30 min, uses: server } ]
        """),
      figures: [
        .row("time waited, urgent", theory[0], "line.wait", product: "urgent-customer", step: "serve"),
        .row("time waited, ordinary", theory[1], "line.wait", step: "serve"),
      ],
      wrongModel: [
        takes("{ erlang: { k: 4, mean: 2.1 h } }"), takes("31.5 min", product: "urgent-customer"),
      ])
  }()

  static let all = [closedCycle, pairs, forkAndJoin, generalPriorities]
}
