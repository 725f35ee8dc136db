import OutputAnalysis

/// Queues beyond the list of cases: other laws of service and arrival, impatience, thinning, closed networks.
enum FurtherQueues {
  /// Service from two exponential laws, by Pollaczek and Khinchine.
  static let hyperexponential = ClosedFormCase(
    name: "F5", file: "f05-hyperexponential",
    figures: [
      .row(
        "time waited",
        QueueFormulas.pollaczekKhinchine(arrivalRate: 0.7, meanService: 1, squaredVariation: 3).wait,
        "line.wait", step: "serve")
    ],
    wrongModel: [takes("{ hyperexponential: { probabilities: [0.8, 0.2], means: [31.5 min, 189 min] } }")])

  /// Uniform service, by Pollaczek and Khinchine.
  static let uniformService = ClosedFormCase(
    name: "F6", file: "f06-uniform-service",
    figures: [
      .row(
        "time waited",
        QueueFormulas.pollaczekKhinchine(arrivalRate: 0.75, meanService: 1, squaredVariation: 1 / 3.0).wait,
        "line.wait", step: "serve")
    ],
    wrongModel: [takes("{ uniform: [0 h, 126 min] }")])

  /// Customers as impatient as service is slow: the number present is Poisson, as with infinitely many servers.
  static let impatient: ClosedFormCase = {
    let (rate, servers) = (4.0, 3)
    let atMost = (0..<servers).map {
      QueueFormulas.infiniteServers(probabilityOfAtMost: $0, arrivalRate: rate, meanService: 1)
    }
    // The mean number idle is the sum of the probabilities of at most 0, 1 and 2 present.
    let waiting = rate - Double(servers) + atMost.reduce(0, +)
    return ClosedFormCase(
      name: "F7", file: "f07-as-patient-as-slow",
      figures: [
        .row("number present", rate, "system.number"),
        .row("share that leaves", waiting / rate, "probability.abandoned", step: "serve"),
      ],
      wrongModel: [
        takes("{ exponential: 63 min }"),
        "products.customer.route.serve.line.patience={ exponential: 63 min }",
      ])
  }()

  /// Four entities that go round between two servers, by the product form.
  static let cycleOfTwo: ClosedFormCase = {
    let weights = (0...4).reduce(into: [Double]()) { list, _ in list.append((list.last ?? 1.5) / 1.5) }
    let first = weights.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element } / weights.reduce(0, +)
    return ClosedFormCase(
      name: "F8", file: "f08-cycle-of-two",
      figures: [
        .row("number at the first", first, "station.number", step: "first"),
        .row("number at the second", 4 - first, "station.number", step: "second"),
      ],
      wrongModel: [takes("{ exponential: 94.5 min }", step: "second")])
  }()

  /// A Poisson stream of which a part goes elsewhere is a thinner Poisson stream.
  static let thinned = ClosedFormCase(
    name: "F9", file: "f09-thinned",
    figures: [
      .row(
        "time waited", QueueFormulas.multiServer(arrivalRate: 0.72, serviceRate: 1).wait, "line.wait",
        step: "serve")
    ],
    wrongModel: [takes("{ exponential: 63 min }")])

  /// Erlang-2 intervals between arrivals (Kendall 1953, DOI 10.1214/aoms/1177728975).
  static let erlangArrivals: ClosedFormCase = {
    // The root below 1 of s = (1.6 / (2.6 - s))², from which the root 1 is divided out.
    let root = (4.2 - (4.2 * 4.2 - 4 * 2.56).squareRoot()) / 2
    return ClosedFormCase(
      name: "F10", file: "f10-erlang-arrivals",
      figures: [.row("time waited", root / (1 - root), "line.wait", step: "serve")],
      wrongModel: [takes("{ exponential: 63 min }")])
  }()

  /// The share of time down depends on mean life and mean repair alone (Barlow and Proschan 1965).
  static let availability: ClosedFormCase = {
    // The mean of a Weibull law of shape 2 is its scale times the square root of pi over 2.
    let life = 100 * Double.pi.squareRoot() / 2
    return ClosedFormCase(
      name: "F11", file: "f11-availability",
      figures: [
        .row(
          "share down", 10 / (life + 10), "resource.down",
          in: [.facility: .name("shop"), .resource: .name("machine")])
      ],
      wrongModel: ["facilities.shop.devices.machine.breaks.mend={ lognormal: { mean: 10.5 h, sd: 15.75 h } }"]
    )
  }()

  /// Two streams with services of their own before one server: a mixture, by Pollaczek and Khinchine.
  static let twoStreams: ClosedFormCase = {
    let rates = (a: 0.3, b: 0.2)
    let load = rates.a + rates.b * 1.5
    let wait = (rates.a + rates.b * 2 * 1.5 * 1.5) / (2 * (1 - load))
    return ClosedFormCase(
      name: "F12", file: "f12-two-streams",
      figures: [
        .row("time waited, a", wait, "line.wait", product: "a", step: "serve"),
        .row("time waited, b", wait, "line.wait", product: "b", step: "serve"),
      ],
      wrongModel: [takes("63 min", product: "a"), takes("{ exponential: 94.5 min }", product: "b")])
  }()

  static let all = [
    hyperexponential, uniformService, impatient, cycleOfTwo, thinned, erlangArrivals, availability,
    twoStreams,
  ]
}
