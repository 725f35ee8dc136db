import Experiments
import PipelineSimulation
import Reporting
import ResultStore

/// What the terminal shows of a run: the answer first, a page or two, never all rows.
struct HeadlineText {
  private let byKey: [EstimateRow.Key: EstimateRow]
  private let table: EstimateTable
  private let names: [String: String]

  /// The headline of a run; `size` adds how large a replication was.
  static func of(_ summary: RunSummary, size: RunSize?, names: [ReportName]) -> String {
    let headline = HeadlineText(summary.table, names)
    var text = head(of: summary, size)
    for table in headline.tables where !table.rows.isEmpty { text += "\n" + table.text(width: 110) }
    return text
  }

  private init(_ table: EstimateTable, _ names: [ReportName]) {
    self.table = table
    byKey = Dictionary(table.rows.map { ($0.key, $0) }) { first, _ in first }
    self.names = Dictionary(names.map { ($0.name, $0.label) }) { first, _ in first }
  }

  private static func head(of summary: RunSummary, _ size: RunSize?) -> String {
    let header = summary.header
    var text =
      "\(header.title)\n\(header.start) to \(header.horizon), \(summary.table.replications) replications, "
    text += "seed \(header.seed), scenario \(header.sha256.prefix(8)), atmpsim \(header.version)\n"
    if let size, summary.table.replications > 0 {
      func each(_ number: Double) -> String { NumberText.value(number / Double(summary.table.replications)) }
      text +=
        "In one replication: \(each(Double(size.events))) events, \(each(Double(size.patients))) patients, "
      text += "\(each(Double(size.batches))) batches\n"
    }
    if summary.outcome != "horizon reached" { text += "Outcome: \(summary.outcome)\n" }
    return text + "Means with the 95 % interval of the mean; '8 of 10' is where 8 of 10 futures lie.\n"
  }

  private var tables: [AlignedTable] {
    let byProduct = values(of: "patients.referred", by: [.product])
    return [
      counts(
        "Patients", ["referred", "treated", "lost", "in-progress"].map { ("patients.\($0)", $0) }, byProduct),
      reasons, durations(byProduct),
      counts(
        "Slots", ["offered", "booked", "used", "backfilled", "wasted"].map { ("slots.\($0)", $0) }, byProduct),
      counts(
        "Batches",
        ["started", "failed", "out-of-specification", "released"].map { ("batches.\($0)", $0) }, byProduct),
      milestones, utilisation, stations,
    ]
  }

  // MARK: Tables

  private func counts(_ title: String, _ columns: [(measure: String, words: String)], _ scopes: [Scope])
    -> AlignedTable
  {
    let scopes = scopes.count == 1 ? scopes : scopes + [Scope()]
    let shown = scopes.filter { scope in columns.contains { (mean($0.measure, scope) ?? 0) != 0 } }
    return AlignedTable(
      title: title, columns: [.init("product")] + columns.map { .init($0.words, isNumber: true) },
      rows: shown.map { scope in [name(scope)] + columns.map { interval($0.measure, .mean, scope) } })
  }

  private var reasons: AlignedTable {
    let scopes = values(of: "patients.lost", by: [.reason]).filter { (mean("patients.lost", $0) ?? 0) != 0 }
    return AlignedTable(
      title: "Patients lost, by reason",
      columns: [.init("reason"), .init("lost", isNumber: true), .init("8 of 10", isNumber: true)],
      rows: scopes.map { [name($0), interval("patients.lost", .mean, $0), spread("patients.lost", $0)] })
  }

  private func durations(_ products: [Scope]) -> AlignedTable {
    let measures = ["time.vein-to-vein", "time.door-to-door", "time.turnaround", "time.in-system"]
    let rows = measures.flatMap { measure in
      products.filter { mean(measure, $0) != nil }.map { scope in
        [
          measure, name(scope), interval(measure, .mean, scope), interval(measure, .p50, scope),
          interval(measure, .p90, scope), unit(measure, scope),
        ]
      }
    }
    return AlignedTable(
      title: "Times",
      columns: [
        .init("measure"), .init("product"), .init("mean", isNumber: true), .init("median", isNumber: true),
        .init("9 of 10 below", isNumber: true), .init("unit"),
      ], rows: rows)
  }

  private var milestones: AlignedTable {
    let measures = orderedMeasures.filter { $0.hasPrefix("milestone.") }
    let rows = measures.flatMap { measure in
      values(of: measure, by: [.facility], .probability).compactMap { scope -> [String]? in
        guard let row = byKey[.init(measure, .probability, scope)], row.estimate.value != nil else {
          return nil
        }
        return [
          String(measure.dropFirst("milestone.".count)), name(scope),
          NumberText.percentage(row.estimate.value),
          row.estimate.p50.map(NumberText.value) ?? "not reached",
        ]
      }
    }
    let isPlain = rows.allSatisfy { $0[3] == "0" || $0[2] == "0.0 %" }
    return AlignedTable(
      title: "Milestones",
      columns: [
        .init("milestone"), .init("facility"), .init("reached", isNumber: true),
        .init("median, days after the start", isNumber: true),
      ], rows: isPlain ? [] : rows)
  }

  private var utilisation: AlignedTable {
    let measures = [
      ("room.utilisation", Scope.Key.resource), ("device.utilisation", .resource),
      ("staff.utilisation", .role),
    ]
    let rows = measures.flatMap { measure, key in
      values(of: measure, by: [.facility, key]).filter { mean(measure, $0) != nil }.map { scope -> [String] in
        let estimate = byKey[.init(measure, .mean, scope)]?.estimate
        let shortage = key == .resource ? interval("resource.shortage", .mean, scope) : NumberText.missing
        return [
          name(scope),
          NumberText.percentageInterval(estimate?.value, estimate?.interval?.low, estimate?.interval?.high),
          shortage,
        ]
      }
    }
    return AlignedTable(
      title: "Use of rooms, devices and people",
      columns: [
        .init("resource"), .init("in use", isNumber: true), .init("claims waiting for it", isNumber: true),
      ],
      rows: rows)
  }

  private var stations: AlignedTable {
    let columns: [(String, Statistic, String)] = [
      ("line.length", .mean, "waiting"), ("line.wait", .mean, "wait [h]"),
      ("line.wait", .p90, "9 of 10 below [h]"), ("line.probability-of-waiting", .mean, "P(wait)"),
      ("station.number", .mean, "there"), ("station.sojourn", .mean, "sojourn [h]"),
    ]
    var scopes = values(of: "line.length", by: [.product, .step])
    let limit = 12
    let isCut = scopes.count > limit
    if isCut {
      scopes = Array(
        scopes.sorted { (mean("line.length", $0) ?? 0) > (mean("line.length", $1) ?? 0) }.prefix(limit))
    }
    return AlignedTable(
      title: isCut ? "Steps with the longest lines" : "Lines and stations",
      columns: [.init("step")] + columns.map { .init($0.2, isNumber: true) },
      rows: scopes.map { scope in
        [name(scope)] + columns.map { isCut ? value($0.0, $0.1, scope) : interval($0.0, $0.1, scope) }
      })
  }

  // MARK: Cells

  private var orderedMeasures: [String] {
    var seen: Set<String> = []
    return table.rows.compactMap { seen.insert($0.measure).inserted ? $0.measure : nil }
  }

  private func values(of measure: String, by keys: [Scope.Key], _ statistic: Statistic = .mean) -> [Scope] {
    let wanted = Set(keys)
    return table.rows.filter {
      $0.measure == measure && $0.statistic == statistic && Set($0.scope.keys) == wanted
    }
    .map(\.scope)
  }

  private func mean(_ measure: String, _ scope: Scope) -> Double? {
    byKey[.init(measure, .mean, scope)]?.estimate.value
  }

  private func unit(_ measure: String, _ scope: Scope) -> String {
    byKey[.init(measure, .mean, scope)]?.unit ?? ""
  }

  private func interval(_ measure: String, _ statistic: Statistic, _ scope: Scope) -> String {
    let estimate = byKey[.init(measure, statistic, scope)]?.estimate
    return NumberText.interval(estimate?.value, estimate?.interval?.low, estimate?.interval?.high)
  }

  private func value(_ measure: String, _ statistic: Statistic, _ scope: Scope) -> String {
    byKey[.init(measure, statistic, scope)]?.estimate.value.map(NumberText.value) ?? NumberText.missing
  }

  private func spread(_ measure: String, _ scope: Scope) -> String {
    let estimate = byKey[.init(measure, .mean, scope)]?.estimate
    return NumberText.range(estimate?.p10, estimate?.p90)
  }

  private func name(_ scope: Scope) -> String {
    if scope.entries.isEmpty { return "all" }
    return scope.entries.map { names[$0.value.text] ?? $0.value.text }.joined(separator: " · ")
  }
}
