/// Why patients are lost: all reasons, and reasons by product.
struct LossSection {
  let content: ReportContent

  var section: ReportSection? {
    ReportSection("losses", "Why patients are lost", [chart, table])
  }

  private var chart: Markup {
    let rows = content.index.rows("patients.lost", by: ["reason"]).filter { ($0.mean ?? 0) > 0 }
      .enumerated().sorted { ($0.element.mean ?? 0, -$0.offset) > ($1.element.mean ?? 0, -$1.offset) }.map(
        \.element)
    guard !rows.isEmpty else { return .nothing }
    let bars = rows.map { row in
      CascadeChart.Row(
        label: content.name(row.scope["reason"]), length: row.mean ?? 0, spread: row.spread,
        text: QuantityText.interval(row), tone: .lost)
    }
    let chart = CascadeChart(
      title: "Patients lost by reason",
      description: bars.map { "\($0.label): \($0.text)" }.joined(separator: "; ") + ".",
      rows: bars, width: 960)
    return .figure(
      "", chart.picture,
      remark:
        "Mean number of patients (\(content.level) interval of the mean); the thin line covers 8 of 10 futures."
    )
  }

  private var table: Markup {
    let rows = content.index.rows("patients.lost", by: ["product", "reason"])
    let reasons = content.values("reason", in: rows.filter { ($0.mean ?? 0) > 0 })
    let lines = content.products.compactMap { product -> [String]? in
      let mine = rows.filter { $0.scope["product"] == product }
      guard mine.contains(where: { ($0.mean ?? 0) > 0 }) else { return nil }
      return [content.name(product)]
        + reasons.map { reason in QuantityText.middle(mine.first { $0.scope["reason"] == reason }) }
    }
    return DataTable(
      caption: "Patients lost over the whole period: mean",
      columns: [.init("product")] + reasons.map { .init(content.name($0), isNumber: true) }, rows: lines
    ).markup
  }
}
