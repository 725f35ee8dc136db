import Foundation
import OutputAnalysis
import PipelineSimulation

/// Networks, batches, stocks, populations: T8–T10, T13–T16, T18, T20.
enum NetworkCases {
  static let tandem: ClosedFormCase = {
    let stations = [(2, 1.6), (3, 2.4), (2, 1.6), (4, 3.2), (2, 1.6)]
    let theory = stations.reduce(0) { sum, station in
      sum
        + QueueFormulas.multiServer(arrivalRate: 1, serviceRate: 1 / station.1, servers: station.0)
        .timeInSystem
    }
    return ClosedFormCase(
      name: "T8", file: "t08-tandem",
      figures: [.row("time in system", theory, "time.in-system")],
      wrongModel: stations.enumerated().map { number, station in
        takes("{ exponential: \(String(format: "%.1f", station.1 * 63)) min }", step: "station \(number + 1)")
      })
  }()

  static let rework: ClosedFormCase = {
    let rate = 0.8 * QueueFormulas.rework(failureProbability: 0.2).attempts
    let a = QueueFormulas.multiServer(arrivalRate: rate, serviceRate: 2)
    let qc = QueueFormulas.multiServer(arrivalRate: rate, serviceRate: 1.5)
    return ClosedFormCase(
      name: "T9", file: "t09-rework",
      figures: [
        .row("number at A", a.numberInSystem, "station.number", step: "A"),
        .row("number at QC", qc.numberInSystem, "station.number", step: "QC"),
        .row("time in system", (a.numberInSystem + qc.numberInSystem) / 0.8, "time.in-system"),
      ],
      wrongModel: [
        takes("{ exponential: 31.5 min }", step: "A"), takes("{ exponential: 42 min }", step: "QC"),
      ])
  }()

  static let repair: [ClosedFormCase] = [1, 2].map { repairers in
    let theory = QueueFormulas.machineRepair(
      machines: 5, failureRate: 0.1, repairRate: 0.5, repairers: repairers)
    return ClosedFormCase(
      name: "T10", file: "t10-repair-\(repairers)",
      figures: [
        .row(
          "mean number down", theory, "resource.down",
          in: [.facility: .name("shop"), .resource: .name("machine")])
      ],
      wrongModel: ["facilities.shop.devices.machine.breaks.mend={ exponential: 2.1 h }"])
  }

  static let batches = ClosedFormCase(
    name: "T13", file: "t13-batch-former",
    figures: [
      .row(
        "wait until formed", QueueFormulas.batchFormingWait(batchSize: 4, arrivalRate: 2), "line.wait",
        step: "four")
    ],
    wrongModel: ["products.customer.route.four.of=5"])

  static let infiniteServers: ClosedFormCase = {
    let few = QueueFormulas.infiniteServers(probabilityOfAtMost: 6, arrivalRate: 5, meanService: 2)
    let mean = QueueFormulas.renewalStock(inflow: 5, departureRate: 1 / 2, time: .infinity)
    @Sendable func share(_ number: Int, _ layout: RecordLayout, _ record: ReplicationRecord) -> Double {
      record.ratio("number.distribution", layout, [.product: .name("customer"), .number: .number(number)])
    }
    // Above 30 the distribution has one class, which a Poisson number of mean 10 reaches once in ten million.
    let variance = Figure(
      name: "variance", theory: mean,
      source: .each { layout, record in
        let shares = (0...30).map { share($0, layout, record) }
        return shares.indices.reduce(0) { $0 + shares[$1] * (Double($1) - mean) * (Double($1) - mean) }
      }, noticesWrongModel: false)
    let atMostSix = Figure(
      name: "P(N <= 6)", theory: few,
      source: .each { layout, record in (0...6).reduce(0) { $0 + share($1, layout, record) } },
      noticesWrongModel: false)
    return ClosedFormCase(
      name: "T14", file: "t14-infinite-servers",
      figures: [.row("mean number", mean, "system.number"), variance, atMostSix],
      wrongModel: [takes("{ lognormal: { mean: 2.1 h, sd: 1.575 h } }", step: "stay")])
  }()

  static let baseStock: [ClosedFormCase] = [("fixed", "4.2 h"), ("exponential", "{ exponential: 4.2 h }")]
    .map { law, wrong in
      let theory = QueueFormulas.baseStock(level: 6, demandRate: 1, meanLeadTime: 4)
      return ClosedFormCase(
        name: "T15", file: "t15-base-stock-\(law)",
        figures: [
          .row("fill rate", theory.fillRate, "stock.fill-rate", in: [.stock: .name("item")]),
          .row("mean backorders", theory.backorders, "stock.backorders", in: [.stock: .name("item")]),
        ],
        wrongModel: ["stocks.item.reorder.after=\(wrong)"])
    }

  static let varyingArrivals: ClosedFormCase = {
    let wave = QueueFormulas.sinusoidalInfiniteServers(
      meanArrivalRate: 10, amplitude: 5, period: 24, meanService: 6)
    return ClosedFormCase(
      name: "T16", file: "t16-varying-arrivals",
      figures: (0..<24).map { hour in
        // The mean over the hour, by Simpson's rule on ten pieces.
        let values = (0...20).map { wave.value(at: Double(hour) + Double($0) / 20, period: 24) }
        let sum = values.indices.reduce(0.0) { sum, index in
          sum + values[index] * (index == 0 || index == 20 ? 1 : index % 2 == 1 ? 4 : 2)
        }
        return .row(
          "mean number, hour \(hour)", sum / 60, "number.by-hour",
          in: [.product: .name("customer"), .hour: .number(hour)])
      },
      wrongModel: [takes("{ exponential: 6.3 h }", step: "stay")])
  }()

  static let reworkWithLimits: [ClosedFormCase] = [("unlimited", nil as Int?), ("twice", 2)].map {
    file, limit in
    let theory = QueueFormulas.rework(failureProbability: 0.1, attempts: limit)
    var figures: [Figure] = [.row("passes", theory.attempts, "station.passes", step: "test")]
    if limit != nil {
      figures.append(
        Figure(
          name: "yield", theory: theory.yield,
          source: .quotient { layout, record in
            let treated = record.sum("patients.treated", layout)
            return Ratio(numerator: treated, denominator: treated + record.sum("patients.lost", layout))
          }))
    }
    return ClosedFormCase(
      name: "T18", file: "t18-rework-\(file)", figures: figures,
      wrongModel: ["products.customer.route.test.fails.probability=0.12"])
  }

  static let staff: ClosedFormCase = {
    // The last hour of the run is counted; its mean head count is the one at its middle.
    let years = (26_298 - 0.5) / (24 * 365.25)
    let theory = QueueFormulas.renewalStock(inflow: 12, departureRate: 0.5, time: years)
    let scope: [Scope.Key: Scope.Value] = [.facility: .name("shop"), .role: .name("person")]
    let variance = Figure(
      name: "variance", theory: theory,
      source: .variance { layout, record in record.ratio("staff.headcount", layout, scope) },
      noticesWrongModel: false)
    // The whole law, not its mean and variance only: the last hour's mean is a whole number but where somebody comes or goes in it.
    let atMost18 = Figure(
      name: "P(N <= 18)",
      theory: QueueFormulas.infiniteServers(probabilityOfAtMost: 18, arrivalRate: theory, meanService: 1),
      source: .each { layout, record in record.ratio("staff.headcount", layout, scope) < 18.5 ? 1 : 0 })
    return ClosedFormCase(
      name: "T20", file: "t20-renewal-staff",
      figures: [.row("mean head count", theory, "staff.headcount", in: scope), variance, atMost18],
      wrongModel: ["facilities.shop.people.person.attrition=47.61904761904762 % / y"], replications: 60_000)
  }()

  static let all =
    [tandem, rework] + repair + [batches, infiniteServers] + baseStock + [varyingArrivals] + reworkWithLimits
    + [staff]
}
