import OutputAnalysis

/// Models beyond the list of cases, in which parts of the language meet that no case of the list puts together.
enum FurtherCases {
  /// Machines that run and are mended in turn, as entities that circulate; against the same formula as T10.
  static let closedCycle = ClosedFormCase(
    name: "F1", file: "f01-closed-cycle",
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
      name: "F2", file: "f02-pairs",
      figures: [.row("time waited", wait, "line.wait", step: "serve")],
      wrongModel: [takes("{ exponential: 63 min }")])
  }()

  /// Two branches with a server each: the time until both are done (Flatto and Hahn 1984; Nelson and Tantawi 1988).
  static let forkAndJoin: ClosedFormCase = {
    let (rate, service) = (0.5, 1.0)
    let load = rate * service
    return ClosedFormCase(
      name: "F3", file: "f03-fork-and-join",
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
      name: "F4", file: "f04-general-priorities",
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
