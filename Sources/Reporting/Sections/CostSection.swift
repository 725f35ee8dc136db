/// What it costs: by product, by what the money is spent for, and by facility, with the cost of a dose and of a patient.
struct CostSection {
  let content: ReportContent
  /// The name under which results list what no product caused.
  static let idle = "idle"

  var section: ReportSection? {
    guard content.index.row("cost.total")?.mean != nil else { return nil }
    return ReportSection("costs", "What it costs", [rule, chart, byProduct, byCategory, byFacility])
  }

  private var currency: String { content.index.row("cost.total")?.unit ?? "" }
  private var unit: String { MoneyText.unit(currency) }

  private var rule: Markup {
    .paragraph(
      "Every cost is charged to the product that causes it, in the year in which it does; batches that fail or are given up "
        + "stay with their product. What is paid by the year, such as rooms and salaries, is shared among the products by the "
        + "time in which they use it. Lots for the shelf stand with the product that makes them. What nobody uses stands under “idle”: it is paid all the same, by no product, "
        + "so that the cost of a patient of one product is lower than its share of all that is paid.")
  }

  // MARK: What the money is spent for

  private var categories: [ReportEstimate] {
    content.index.rows("cost.total", by: ["category"]).filter { ($0.mean ?? 0) > 0 }.enumerated()
      .sorted { ($0.element.mean ?? 0, -$0.offset) > ($1.element.mean ?? 0, -$1.offset) }.map(\.element)
  }

  private var chart: Markup {
    let bars = categories.map { row in
      CascadeChart.Row(
        label: content.name(row.scope["category"]), length: (row.mean ?? 0) / 1000,
        spread: row.spread.map { ($0.lowerBound / 1000)...($0.upperBound / 1000) }, text: text(row),
        tone: .whole)
    }
    guard !bars.isEmpty else { return .nothing }
    let picture = CascadeChart(
      title: "Where the money goes",
      description: bars.map { "\($0.label): \($0.text)" }.joined(separator: "; ") + ", in \(unit).",
      rows: bars, width: 960
    ).picture
    return .figure(
      "Where the money goes, in \(unit) over the whole period", picture,
      remark: "Mean (\(content.level) interval of the mean); the thin line covers 8 of 10 futures.")
  }

  private var byCategory: Markup {
    let rows = categories.map { row -> [String] in
      let name = row.scope["category"] ?? ""
      let unused = content.index.row("cost.total", at: ["product": Self.idle, "category": name])
      return [content.name(name), text(row), text(unused)]
    }
    return DataTable(
      caption: "By what it is spent for, in \(unit): mean (\(content.level) interval of the mean)",
      columns: [.init("for"), .init("in all", isNumber: true), .init("of it idle", isNumber: true)],
      rows: rows
    ).markup
  }

  // MARK: Who causes it

  private var byProduct: Markup {
    let products = content.products.filter { $0 != Self.idle }
    var rows = (products + [Self.idle]).compactMap { product -> [String]? in
      let scope = ["product": product]
      guard let total = content.index.row("cost.total", at: scope), (total.mean ?? 0) > 0 else { return nil }
      return [product == Self.idle ? "idle" : content.name(product), text(total)]
        + ["cost.failed", "cost.per-dose-released", "cost.per-patient-treated"].map {
          text(content.index.row($0, at: scope))
        }
    }
    rows.append(
      ["all", text(content.index.row("cost.total")), text(content.index.row("cost.failed"))]
        + [NumberText.missing, text(content.index.row("cost.per-patient-treated"))])
    return DataTable(
      caption: "By product, in \(unit) over the whole period: mean (\(content.level) interval of the mean)",
      columns: [
        .init("product"), .init("in all", isNumber: true), .init("of it on failed batches", isNumber: true),
        .init("for each dose released", isNumber: true), .init("for each patient treated", isNumber: true),
      ], rows: rows
    ).markup
  }

  private var byFacility: Markup {
    let rows = content.facilities.compactMap { facility -> [String]? in
      let scope = ["facility": facility]
      guard let total = content.index.row("cost.total", at: scope), (total.mean ?? 0) > 0 else { return nil }
      let unused = content.index.row("cost.total", at: ["product": Self.idle, "facility": facility])
      return [
        content.name(facility), text(total), text(unused),
        text(content.index.row("cost.per-patient-treated", at: scope)),
      ]
    }
    if rows.count < 2 { return .nothing }
    return DataTable(
      caption: "By facility, in \(unit): what its products cause, and what is idle there",
      columns: [
        .init("facility"), .init("in all", isNumber: true), .init("of it idle", isNumber: true),
        .init("for each patient treated", isNumber: true),
      ], rows: rows
    ).markup
  }

  private func text(_ row: ReportEstimate?) -> String {
    MoneyText.interval(row?.mean, row?.low, row?.high)
  }
}
