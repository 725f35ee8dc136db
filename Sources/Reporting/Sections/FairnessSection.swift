/// Who is on time, and how the wait and the chance of an infusion depend on how sick somebody is.
struct FairnessSection {
  let content: ReportContent

  var section: ReportSection? {
    let parts = [onTime, classes, benefit]
    let remark = parts.allSatisfy(\.isEmpty) ? Markup.nothing : .paragraph(explained)
    return ReportSection("fairness", "On time, and fair", [remark] + parts)
  }

  private var explained: String {
    "The class of a patient is that of the referral. What the worst off wait is told by nine of ten of the "
      + "sickest class."
  }

  private var onTime: Markup {
    let rows = content.products.compactMap { product -> [String]? in
      let row = content.index.row("patients.on-time", at: ["product": product])
      return row?.mean == nil ? nil : [content.name(product), QuantityText.interval(row)]
    }
    return DataTable(
      caption: "Share of the infusions within the product's target (\(content.level) interval)",
      columns: [.init("product"), .init("on time", isNumber: true)], rows: rows
    ).markup
  }

  private var classes: Markup {
    var rows: [[String]] = []
    for product in content.products {
      let own = content.index.rows("fairness.wait", by: ["product", "severity"], where: ["product": product])
      for (index, row) in own.enumerated() {
        let scope = ["product": product, "severity": row.scope["severity"] ?? ""]
        rows.append([
          index == 0 ? content.name(product) : "", scope["severity"] ?? "", QuantityText.interval(row),
          QuantityText.interval(content.index.row("fairness.wait", "p90", at: scope)),
          QuantityText.interval(content.index.row("fairness.infused", at: scope)),
        ])
      }
    }
    return DataTable(
      caption: "By severity at the referral (\(content.level) interval)",
      columns: [
        .init("product"), .init("severity"), .init("days to the infusion, mean", isNumber: true),
        .init("nine of ten below", isNumber: true), .init("infused, of those who left", isNumber: true),
      ], rows: rows
    ).markup
  }

  private var benefit: Markup {
    TotalsTable(content: content, measures: [("patients.benefit", "benefit of all infusions")]).markup(
      caption: "Benefit over the whole period: mean (\(content.level) interval of the mean)")
  }
}
