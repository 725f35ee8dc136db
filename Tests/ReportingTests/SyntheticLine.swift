import Quantities
import Reporting

/// A made-up result of a ten-year run with four facilities and five products, for looking at pages. Its numbers follow
/// simple formulas; they say nothing about any real facility.
struct SyntheticLine {
  static let years = Array(2022...2032)
  /// Lund's delay in days: the difference between two variants.
  var delay = 0.0

  static let products = [
    ReportName(name: "car-t-cryo", label: "CAR-T, cryopreserved (Leiden)"),
    ReportName(name: "car-t-fresh", label: "CAR-T, fresh (Lund)"),
    ReportName(name: "car-t-external", label: "CAR-T, commercial"),
    ReportName(name: "rag1-scid", label: "RAG1-SCID gene therapy"),
    ReportName(name: "msc", label: "Mesenchymal stromal cells"),
  ]
  static let facilities = [
    ReportName(name: "necstgen", label: "NecstGen, Leiden"),
    ReportName(name: "lumc-ccg", label: "LUMC Center for Cell and Gene Therapy"),
    ReportName(name: "lund-sus", label: "ATMP centre, Skåne University Hospital"),
    ReportName(name: "lund-pre-gmp", label: "Pre-GMP facility, Lund University"),
  ]

  var input: ReportInput {
    let run = ReportRun(
      file: "Scenarios/leiden-lund.yaml", scenarioHash: String(repeating: "1f3a9c20b7", count: 6) + "d41e",
      version: "0.1.0", seed: 1, replications: 200,
      start: CivilDate(year: 2022, month: 6, day: 1) ?? .init(dayNumber: 0),
      horizon: CivilDate(year: 2032, month: 6, day: 1) ?? .init(dayNumber: 1),
      command: "atmpsim run Scenarios/leiden-lund.yaml --replications 200 --seed 1")
    var input = ReportInput(
      title: delay > 0 ? "Leiden–Lund, Lund as opened" : "The joint ATMP line of Leiden and Lund", run: run)
    input.about = "Numbers made up for looking at the page."
    input.products = Self.products
    input.facilities = Self.facilities
    input.labels = ["qp": "Qualified Person", "qc-analyst": "QC analyst", "grade-b": "grade B room"]
    input.partialYears = [2022, 2032]
    input.estimates = patients + times + milestones + utilisation + slotsAndBatches + people
    input.definitions = [
      "patients.treated": "Patients who received their product, counted in the year of infusion.",
      "time.vein-to-vein": "Time from collection to infusion, of patients who are treated.",
    ]
    input.notes = notes
    input.warnings = [
      "Fewer than ten events stand behind patients.lost for RAG1-SCID gene therapy (out of specification).",
      "The resource vector suite, NecstGen is never used in 12 % of the replications.",
    ]
    return input
  }

  private func count(
    _ measure: String, _ scope: ReportScope, _ mean: Double, unit: String = "patients", spread: Double = 1.3
  ) -> ReportEstimate {
    let sd = max(mean, 0).squareRoot()
    let half = 1.96 * sd / 200.squareRoot()
    func whole(_ value: Double) -> Double { unit == "1" ? value : value.rounded() }
    return ReportEstimate(
      measure: measure, scope: scope, unit: unit, mean: mean, low: max(0, mean - half), high: mean + half,
      method: "Student", replications: 200, p10: whole(max(0, mean - spread * sd)), p50: whole(mean),
      p90: whole(mean + spread * sd))
  }

  /// The share of a full year's work in a year: nothing before licence, then a ramp.
  private func ramp(_ product: Int, _ year: Int) -> Double {
    let opened = [2023.0, 2025.3 + delay / 365, 2022.5, 2024.0, 2022.5][product]
    let end = year == 2032 ? 0.42 : year == 2022 ? 0.58 : 1.0
    return min(1, max(0, (Double(year) + 1 - opened) / 2)) * end
  }

  private var patients: [ReportEstimate] {
    let demand = [40.0, 18, 14, 2, 30]
    var rows: [ReportEstimate] = []
    var sums = [0.0, 0, 0, 0, 0]
    let reasons = [
      ("death", 0.2), ("progression", 0.45), ("ineligible", 0.2), ("manufacturing-failure", 0.15),
    ]
    for (index, product) in Self.products.enumerated() {
      let referred = demand[index] * 10
      let treated = Self.years.reduce(0) { $0 + demand[index] * ramp(index, $1) } * 0.62
      let open = demand[index] * 0.12
      let lost = referred - treated - open
      let numbers = [referred, treated * 1.13, treated, lost, open]
      let names = ["referred", "collected", "treated", "lost", "in-progress"]
      for (place, name) in names.enumerated() {
        rows.append(count("patients.\(name)", ReportScope(["product": product.name]), numbers[place]))
        sums[place] += numbers[place]
      }
      for (reason, share) in reasons {
        rows.append(
          count("patients.lost", ReportScope(["product": product.name, "reason": reason]), lost * share))
      }
      for year in Self.years {
        rows.append(
          count(
            "patients.treated", ReportScope(["product": product.name, "year": "\(year)"]),
            demand[index] * 0.62 * ramp(index, year)))
      }
    }
    for (place, name) in ["referred", "collected", "treated", "lost", "in-progress"].enumerated() {
      rows.append(count("patients.\(name)", ReportScope(), sums[place]))
    }
    for (reason, share) in reasons {
      rows.append(count("patients.lost", ReportScope(["reason": reason]), sums[3] * share))
    }
    rows.append(count("patients.conditioned-without-product", ReportScope(), 2.4))
    return rows
  }

  private func time(_ measure: String, _ statistic: String, _ scope: ReportScope, _ mean: Double)
    -> ReportEstimate
  {
    ReportEstimate(
      measure: measure, statistic: statistic, scope: scope, unit: "d", mean: mean, low: mean * 0.97,
      high: mean * 1.03,
      method: "pooled", replications: 200, p10: mean * 0.9, p50: mean, p90: mean * 1.12)
  }

  private var times: [ReportEstimate] {
    let base = [38.0, 13, 46, 52, 20]
    var rows: [ReportEstimate] = []
    for (measure, factor) in [
      ("time.vein-to-vein", 1.0), ("time.door-to-door", 2.1), ("time.turnaround", 0.8),
    ] {
      for (statistic, shape) in [("mean", 1.1), ("p50", 1.0), ("p90", 1.6)] {
        rows.append(time(measure, statistic, ReportScope(), 36 * factor * shape))
        for (index, product) in Self.products.enumerated() {
          rows.append(
            time(measure, statistic, ReportScope(["product": product.name]), base[index] * factor * shape))
          for year in Self.years where ramp(index, year) > 0 {
            let drift = 1 + 0.04 * Double(year - 2022) - 0.3 * ramp(index, year)
            rows.append(
              time(
                measure, statistic, ReportScope(["product": product.name, "year": "\(year)"]),
                base[index] * factor * shape * drift))
          }
        }
      }
    }
    return rows
  }

  private var milestones: [ReportEstimate] {
    let days: [[Double]] = [
      [0, 187, 260, 330, 520, 1010], [0, 0, 120, 150, 400, 1500],
      [853 + delay, 1036 + delay, 1180 + delay, 1240 + delay, 1500 + delay, 2600 + delay], [853],
    ]
    let names = ["opened", "licensed", "staffed", "first-patient", "tenth-patient", "fiftieth-patient"]
    return Self.facilities.enumerated().flatMap { index, facility in
      days[index].enumerated().map { place, day in
        let spread = Double(place) * 0.06 * (day + 60)
        let late = day + 1.4 * spread
        let probability = late > 3500 ? 0.83 : 1.0
        return ReportEstimate(
          measure: "milestone.\(names[place])", statistic: "probability",
          scope: ReportScope(["facility": facility.name]), unit: "d", mean: probability,
          low: probability - 0.02, high: min(1, probability + 0.02), method: "Wilson", replications: 200,
          p10: max(0, day - spread), p50: day, p90: probability < 1 ? nil : late)
      }
    }
  }

  private var utilisation: [ReportEstimate] {
    let resources = [
      ("room.utilisation", "resource", ["grade-b", "grade-c"]),
      ("device.utilisation", "resource", ["closed-bioreactor", "apheresis-machine"]),
      ("staff.utilisation", "role", ["operator", "qc-analyst", "qp"]),
    ]
    var rows: [ReportEstimate] = []
    for (index, facility) in Self.facilities.dropLast().enumerated() {
      for (measure, key, names) in resources {
        for (place, name) in names.enumerated() {
          let top = 0.97 - 0.09 * Double((place + 2 * index) % 8)
          for year in Self.years {
            let load = min(0.995, top * (0.35 + 0.65 * ramp(index == 2 ? 1 : 0, min(year, 2031))))
            rows.append(
              ReportEstimate(
                measure: measure,
                scope: ReportScope(["facility": facility.name, key: name, "year": "\(year)"]),
                unit: "1", mean: year < 2025 && index == 2 ? nil : load, low: load - 0.01, high: load + 0.01))
          }
          rows.append(
            count(
              "resource.shortage", ReportScope(["facility": facility.name, key: name]), top * top * 1.4 - 0.4,
              unit: "1", spread: 0.4))
        }
      }
    }
    return rows
  }

  private var slotsAndBatches: [ReportEstimate] {
    var rows: [ReportEstimate] = []
    for (index, product) in Self.products.enumerated().prefix(4) {
      let offered = [420.0, 190, 0, 20][index]
      for (name, share) in [
        ("offered", 1.0), ("booked", 0.86), ("used", 0.78), ("backfilled", 0.05), ("wasted", 0.09),
      ] {
        rows.append(
          count("slots.\(name)", ReportScope(["product": product.name]), offered * share, unit: "slots"))
        for year in Self.years where index == 0 {
          rows.append(
            count(
              "slots.\(name)", ReportScope(["year": "\(year)"]), 70 * share * ramp(0, year), unit: "slots"))
        }
      }
      for (name, share) in [
        ("started", 1.0), ("failed", 0.06), ("out-of-specification", 0.1), ("released", 0.84),
      ] {
        rows.append(
          count(
            "batches.\(name)", ReportScope(["product": product.name]), (offered + 60) * 0.8 * share,
            unit: "batches"))
      }
    }
    for (stock, fill) in [("vector-dose", 0.964), ("msc-dose", 0.991)] {
      let scope = ReportScope(["stock": stock])
      rows.append(count("stock.on-hand", scope, 61.5, unit: "doses"))
      rows.append(count("stock.stock-outs", scope, 1.35, unit: "1"))
      rows.append(
        ReportEstimate(
          measure: "stock.fill-rate", scope: scope, unit: "1", mean: fill, low: fill - 0.004,
          high: min(1, fill + 0.004)))
    }
    return rows
  }

  private var people: [ReportEstimate] {
    var rows: [ReportEstimate] = []
    for (index, facility) in Self.facilities.dropLast().enumerated() {
      for (place, role) in ["operator", "qc-analyst", "qp"].enumerated() {
        for year in Self.years {
          let want = [9.0, 4, 1.5][place] * (index == 2 ? min(1, Double(max(0, year - 2023)) / 4) : 0.9)
          rows.append(
            count(
              "staff.qualified", ReportScope(["facility": facility.name, "role": role, "year": "\(year)"]),
              want,
              unit: "people", spread: 0.5))
        }
      }
    }
    for (programme, size) in [("joint-doctorate", 30.0), ("master-block", 60)] {
      for (name, share) in [("entered", 1.0), ("completed", 0.8), ("dropped", 0.14), ("in-role", 0.22)] {
        rows.append(
          count("training.\(name)", ReportScope(["programme": programme]), size * share, unit: "people"))
      }
      for year in Self.years {
        let now = size / 2 * max(0, 1 - abs(Double(year) - 2027) / 5)
        rows.append(
          count(
            "training.students", ReportScope(["programme": programme, "year": "\(year)"]), now, unit: "people"
          ))
      }
    }
    return rows
  }

  private var notes: [ReportNote] {
    [
      ReportNote(
        path: "facilities/lund-sus/rooms/grade-b", kind: .fact,
        text: "Region Skåne, description of the ATMP centre's clean rooms"),
      ReportNote(
        path: "facilities/necstgen/opens", kind: .fact,
        text: "NecstGen, announcement of the opening, 1 June 2022"),
      ReportNote(
        path: "facilities/lund-sus/licensed", kind: .assumption,
        text: "as long as NecstGen took; Lund's date is not published", range: ["3 mo", "12 mo"]),
      ReportNote(
        path: "facilities/lund-sus/devices/closed-bioreactor", kind: .assumption,
        text: "one for each grade-B room", range: ["2", "5"]),
      ReportNote(
        path: "products/car-t-fresh/route/expand/fails", kind: .assumption, text: "insufficient expansion",
        range: ["0.01", "0.08"]),
      ReportNote(path: "facilities/lund-sus/people/operator", kind: .unstated, text: "", range: ["5", "10"]),
    ]
  }
}
