import Foundation
import OutputAnalysis

/// The experiments whose coverage is measured: each kind of estimate, also with few events.
public enum CoverageCases {
  /// All of them, in the order of their names.
  public static let all: [CoverageCase] = (means + ratios + quantiles + proportions).enumerated().map {
    place, one in
    var one = one
    one.place = place
    return one
  }

  /// The cases of these names; all when there are none.
  public static func named(_ names: [String]) -> [CoverageCase] {
    all.filter { names.isEmpty || names.contains($0.name) }
  }

  /// The names of all cases, each once.
  public static var names: [String] {
    all.map(\.name).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private static let means: [CoverageCase] = {
    // Who came at u is treated by T with probability 1 - exp(-(T - u) / 60 d); integrated over u.
    let treated = 0.1 * (365 - 60 * (1 - exp(-365.0 / 60)))
    let batches = 3 * QueueFormulas.rework(failureProbability: 0.5).attempts
    return [
      CoverageCase(
        name: "C1", file: "c01-treated", kind: .mean,
        figure: .row("patients treated", treated, "patients.treated", product: "graft")),
      CoverageCase(
        name: "C2", file: "c02-remade", kind: .mean,
        figure: .row("batches begun", batches, "batches.started", product: "cells"), isSkewed: true),
      CoverageCase(
        name: "C3", file: "c03-few-lost", kind: .rareEvents,
        figure: .row("patients lost", 10 * 0.004, "patients.lost", product: "cells")),
      CoverageCase(
        name: "C4", file: "c04-some-lost", kind: .rareEvents,
        figure: .row("patients lost", 10 * 0.025, "patients.lost", product: "cells")),
    ]
  }()

  private static let ratios: [CoverageCase] = {
    let impatience = QueueFormulas.erlangA(
      arrivalRate: 1, serviceRate: 1, servers: 1, abandonmentRate: 0.5)
    let balking = QueueFormulas.finiteRoom(arrivalRate: 0.9, serviceRate: 1, capacity: 5)
    let single = QueueFormulas.multiServer(arrivalRate: 0.5, serviceRate: 1)
    return [
      CoverageCase(
        name: "C5", file: "c05-impatient", kind: .ratio,
        figure: .row("number waiting", impatience.numberInLine, "line.length", step: "serve")),
      CoverageCase(
        name: "C6", file: "c06-turned-away", kind: .ratio,
        figure: .row("share turned away", balking.probabilityOfLoss, "probability.blocked", step: "serve")),
      CoverageCase(
        name: "C7", file: "c07-time-in-system", kind: .ratio,
        figure: .row("time in system", single.timeInSystem, "time.in-system"), isSkewed: true),
    ]
  }()

  private static let quantiles: [CoverageCase] = {
    let p90 = QueueFormulas.singleServerTimeInSystem(quantile: 0.9, arrivalRate: 0.5, serviceRate: 1)
    let normal90 = 1.281_551_565_544_600_4
    return [
      CoverageCase(
        name: "C7", file: "c07-time-in-system", kind: .quantile,
        figure: .row("time in system, p90", p90, "time.in-system", "p90")),
      CoverageCase(
        name: "C8", file: "c08-vein-to-vein", kind: .quantile,
        figure: .row("vein to vein, median", 20, "time.vein-to-vein", "p50", product: "cells")),
      CoverageCase(
        name: "C8", file: "c08-vein-to-vein", kind: .quantile,
        figure: .row(
          "vein to vein, p90", 20 * exp(0.5 * normal90), "time.vein-to-vein", "p90", product: "cells")),
    ]
  }()

  private static let proportions: [CoverageCase] = {
    let lost = QueueFormulas.erlangB(servers: 4, offeredLoad: 0.36)
    // The first is through in time when he comes ten days before the end.
    let first = [1.2, 0.12].map { 1 - exp(-$0 * 110 / 365.25) }
    return [
      CoverageCase(
        name: "C9", file: "c09-few-turned-away", kind: .proportion,
        figure: .row("share turned away", lost, "probability.blocked", step: "serve"))
    ]
      + zip(first, [("C10", "c10-first-patient"), ("C11", "c11-unlikely-patient")]).map { theory, one in
        CoverageCase(
          name: one.0, file: one.1, kind: .proportion,
          figure: .row(
            "first patient is through", theory, "milestone.first-patient", "probability",
            in: [.facility: .name("hospital")]))
      }
  }()
}
