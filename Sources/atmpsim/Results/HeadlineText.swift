import Experiments
import PipelineSimulation
import Reporting
import ResultStore

/// What the terminal shows of a run: the answer first, a page or two, never all rows.
struct HeadlineText {
  private let byKey: [EstimateRow.Key: EstimateRow]
  private let table: EstimateTable
  private let names: [String: String]
  private let milestones: AlignedTable?
  private let trials: AlignedTable?
  private let people: AlignedTable?
  private static let width = 100

  /// The headline of a run; `size` adds how large a replication was.
  ///
  /// - Parameter input: the run as reports take it, where its scenario can be read; it has names and dates
  static func of(_ summary: RunSummary, size: RunSize?, input: ReportInput?) -> String {
    let headline = HeadlineText(summary.table, input)
    var text = head(of: summary, size)
    for table in headline.tables where !table.rows.isEmpty { text += "\n" + table.text(width: width) }
    if let input, !input.schedule.isEmpty {
      text += "\n" + ScheduleLines.table(input, atMost: 60).text(width: width)
    }
    return text
  }

  private init(_ table: EstimateTable, _ input: ReportInput?) {
    self.table = table
    byKey = Dictionary(table.rows.map { ($0.key, $0) }) { first, _ in first }
    let names = (input?.products ?? []) + (input?.facilities ?? [])
    self.names = Dictionary(names.map { ($0.name, $0.label) }) { first, _ in first }
    milestones = input.flatMap(MilestoneDates.table)
    trials = input.flatMap(TrialTable.table)
    people = input.flatMap(PeopleTable.table)
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
    let level = NumberText.percentage(
      summary.table.rows.lazy.compactMap { $0.estimate.interval?.level }.first ?? 0.95, decimals: 0)
    return text + "Means with the \(level) interval of the mean; '8 of 10' is where 8 of 10 futures lie.\n"
  }

  private var tables: [AlignedTable] {
    let byProduct = values(of: "patients.referred", by: [.product])
    let atStart = values(of: "patients.at-start", by: [.product]).isEmpty ? [] : ["at-start"]
    return [
      counts(
        "Patients",
        (atStart + ["referred", "treated", "lost", "in-progress"]).map { ("patients.\($0)", $0) }, byProduct),
      reasons, durations(byProduct), FairnessHeadline.onTime(table, named: name),
      FairnessHeadline.classes(table, named: name),
      counts(
        "Runs that are no patients",
        ["begun", "completed", "failed", "in-progress"].map { ("runs.\($0)", $0) },
        values(of: "runs.begun", by: [.product])),
      counts(
        "Slots", ["offered", "booked", "used", "backfilled", "wasted"].map { ("slots.\($0)", $0) }, byProduct),
      counts(
        "Batches",
        ["started", "failed", "out-of-specification", "released"].map { ("batches.\($0)", $0) },
        byProduct + values(of: "batches.started", by: [.product]).filter { !byProduct.contains($0) }),
      counts(
        "Chain of identity",
        [
          ("identity.errors", "mixed up"), ("identity.found", "found"),
          ("identity.missed", "infused all the same"),
          ("identity.infused", "share of infusions"),
        ], values(of: "identity.errors", by: [.product]), isShownEmpty: true),
      trials ?? AlignedTable(title: "", columns: [], rows: []), CostHeadline.table(table, named: name),
      milestones ?? AlignedTable(title: "", columns: [], rows: []),
      people ?? AlignedTable(title: "", columns: [], rows: []), utilisation,
      AwayHeadline.table(table, named: name), CertificateHeadline.table(table, named: name), bottlenecks,
      stations,
    ]
  }

  // MARK: Tables

  private func counts(
    _ title: String, _ columns: [(measure: String, words: String)], _ scopes: [Scope],
    isShownEmpty: Bool = false
  ) -> AlignedTable {
    let scopes = scopes.count < 2 ? scopes : scopes + [Scope()]
    let shown = scopes.filter { scope in
      isShownEmpty || columns.contains { (mean($0.measure, scope) ?? 0) != 0 }
    }
    func table(_ cell: (String, Statistic, Scope) -> String) -> AlignedTable {
      AlignedTable(
        title: title, columns: [.init("product")] + columns.map { .init($0.words, isNumber: true) },
        rows: shown.map { scope in [name(scope)] + columns.map { cell($0.measure, .mean, scope) } })
    }
    return fitting(table)
  }

  /// A table with intervals, or without them where it would be too wide: they are in the files, too.
  private func fitting(_ table: ((String, Statistic, Scope) -> String) -> AlignedTable) -> AlignedTable {
    let whole = table(interval)
    let isTooWide = whole.text(width: Self.width).split(separator: "\n").contains { $0.count > Self.width }
    return isTooWide ? table(value) : whole
  }

  private var reasons: AlignedTable {
    let scopes = values(of: "patients.lost", by: [.reason]).filter { (mean("patients.lost", $0) ?? 0) != 0 }
    return AlignedTable(
      title: "Patients lost, by reason",
      columns: [.init("reason"), .init("lost", isNumber: true), .init("8 of 10", isNumber: true)],
      rows: scopes.map { [name($0), interval("patients.lost", .mean, $0), spread("patients.lost", $0)] })
  }

  private func durations(_ products: [Scope]) -> AlignedTable {
    let measures = [
      ("time.vein-to-vein", "collection to infusion"), ("time.door-to-door", "referral to infusion"),
      ("time.turnaround", "collection to release"),
    ]
    let domain = measures.filter { measure, _ in products.contains { mean(measure, $0) != nil } }
    let shown = domain.isEmpty ? [("time.in-system", "in the system")] : domain
    let rows = shown.flatMap { measure, words in
      products.filter { mean(measure, $0) != nil }.enumerated().map { index, scope in
        [
          index == 0 ? words : "", name(scope), interval(measure, .mean, scope),
          interval(measure, .p50, scope), interval(measure, .p90, scope),
        ]
      }
    }
    return AlignedTable(
      title: domain.isEmpty ? "Times, in hours" : "Times, in days",
      columns: [
        .init("from – to"), .init("product"), .init("mean", isNumber: true), .init("median", isNumber: true),
        .init("9 of 10 below", isNumber: true),
      ], rows: rows)
  }

  /// The one thing that keeps most jobs of each product waiting, where anything does.
  private var bottlenecks: AlignedTable {
    let scopes =
      values(of: "product.shortage", by: [.product, .facility, .resource])
      + values(of: "product.shortage", by: [.product, .stock])
    var worst: [(product: String, cells: [String])] = []
    for product in values(of: "product.shortage", by: [.product, .facility, .resource]).compactMap({
      $0[.product]
    })
    where !worst.contains(where: { $0.product == product.text }) {
      let own = scopes.filter { $0[.product] == product && (mean("product.shortage", $0) ?? 0) >= 0.005 }
      guard let most = own.max(by: { mean("product.shortage", $0) ?? 0 < mean("product.shortage", $1) ?? 0 }),
        let what = most[.resource] ?? most[.stock]
      else { continue }
      worst.append(
        (
          product.text,
          [
            name(Scope([.product: product])), what.text,
            most[.facility].map { name(Scope([.facility: $0])) } ?? "",
            interval("product.shortage", .mean, most),
          ]
        ))
    }
    return AlignedTable(
      title: "What each product waits for most",
      columns: [
        .init("product"), .init("waits for"), .init("of"), .init("jobs waiting", isNumber: true),
      ], rows: worst.map(\.cells))
  }

  private var utilisation: AlignedTable {
    let measures = [
      ("room.utilisation", Scope.Key.resource), ("device.utilisation", .resource),
      ("staff.utilisation", .role),
    ]
    var lines: [(facility: String, cells: [String])] = []
    for (measure, key) in measures {
      for scope in values(of: measure, by: [.facility, key]) {
        guard let facility = scope[.facility], let resource = scope[key] else { continue }
        // Shortages of people stand under their role's name, as those of rooms and devices.
        let place = Scope([.facility: facility, .resource: resource])
        let estimate = byKey[.init(measure, .mean, scope)]?.estimate
        let shortage = mean("resource.shortage", place)
        guard (estimate?.value ?? 0) > 0 || (shortage ?? 0) > 0 else { continue }
        lines.append(
          (
            name(Scope([.facility: facility])),
            [
              resource.text,
              NumberText.percentageInterval(
                estimate?.value, estimate?.interval?.low, estimate?.interval?.high),
              shortage.map { $0 > 0 && $0 < 0.005 ? "below 0.005" : NumberText.value($0) }
                ?? NumberText.missing,
            ]
          ))
      }
    }
    var seen: [String] = []
    for line in lines where !seen.contains(line.facility) { seen.append(line.facility) }
    let rows = seen.flatMap { facility in
      lines.filter { $0.facility == facility }.enumerated().map { index, line in
        [index == 0 ? facility : ""] + line.cells
      }
    }
    return AlignedTable(
      title: "Use of rooms, devices and people",
      columns: [
        .init("facility"), .init("what"), .init("in use", isNumber: true),
        .init("claims waiting for it", isNumber: true),
      ], rows: rows)
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
    return fitting { cell in
      AlignedTable(
        title: isCut ? "Steps with the longest lines" : "Lines and stations",
        columns: [.init("step")] + columns.map { .init($0.2, isNumber: true) },
        rows: scopes.map { scope in [name(scope)] + columns.map { cell($0.0, $0.1, scope) } })
    }
  }

  // MARK: Cells

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
