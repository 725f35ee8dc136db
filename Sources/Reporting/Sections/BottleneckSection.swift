/// Which resource or role kept most work waiting.
struct BottleneckSection {
  let content: ReportContent

  /// Resources by how much work waited because of them, most first; ties keep the order of the result.
  var ranked: [ReportEstimate] {
    let rows =
      content.index.rows("resource.shortage", by: ["facility", "resource"])
      + content.index.rows("resource.shortage", by: ["resource"])
      + content.index.rows("resource.shortage", by: ["facility", "role"])
    return rows.enumerated().filter { ($0.element.mean ?? 0) > 0 }
      .sorted { ($0.element.mean ?? 0, -$0.offset) > ($1.element.mean ?? 0, -$1.offset) }.map(\.element)
  }

  var section: ReportSection? {
    let shown = ranked.prefix(12)
    guard !shown.isEmpty else { return nil }
    let rows = shown.map { estimate in
      CascadeChart.Row(
        label: label(estimate), length: estimate.mean ?? 0, spread: estimate.spread,
        text: QuantityText.interval(estimate), tone: .lost)
    }
    let chart = CascadeChart(
      title: "What work waits for",
      description: rows.map { "\($0.label): \($0.text)" }.joined(separator: "; ") + ".", rows: rows,
      width: 960)
    return ReportSection(
      "bottlenecks", "Bottlenecks: what work waits for",
      [
        .figure(
          "", chart.picture,
          remark:
            "Mean number of jobs that wait at any time because of this resource (\(content.level) interval of the "
            + "mean); the thin line covers 8 of 10 futures. 1 means that one job waits for it at all times, 0.1 that one "
            + "waits a tenth of the time. A job that lacks several counts for the first."),
        byProduct.markup,
      ])
  }

  /// What each product waits for: the two things that keep most of its jobs waiting.
  private var byProduct: DataTable {
    let rows =
      content.index.rows("product.shortage", by: ["product", "facility", "resource"])
      + content.index.rows("product.shortage", by: ["product", "stock"])
    var products: [String] = []
    for row in rows {
      if let product = row.scope["product"], !products.contains(product) { products.append(product) }
    }
    return DataTable(
      caption:
        "What each product waits for: mean number of its jobs waiting (\(content.level) interval of the mean)",
      columns: [.init("product"), .init("waits for"), .init("jobs waiting", isNumber: true)],
      rows: products.flatMap { product in
        rows.filter { $0.scope["product"] == product && ($0.mean ?? 0) >= 0.005 }
          .sorted { ($0.mean ?? 0) > ($1.mean ?? 0) }.prefix(2).enumerated().map { place, row in
            [place == 0 ? content.name(product) : "", label(row), QuantityText.interval(row)]
          }
      })
  }

  private func label(_ estimate: ReportEstimate) -> String {
    let resource = content.name(
      estimate.scope["resource"] ?? estimate.scope["role"] ?? estimate.scope["stock"])
    return estimate.scope["facility"].map { "\(resource), \(content.name($0))" } ?? resource
  }
}
