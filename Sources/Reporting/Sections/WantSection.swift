/// Patients lost for want of people, and starts that training and media fills take from patients.
struct WantSection {
  let content: ReportContent

  var section: ReportSection? {
    ReportSection("want-of-people", "People: what their want costs patients", [lost, starts])
  }

  private var lost: Markup {
    let rows = content.index.rows("patients.lost-for-people", by: ["product", "role"]).filter {
      ($0.mean ?? 0) > 0
    }
    return DataTable(
      caption:
        "Patients lost while they waited for a role first, over the whole period: mean (\(content.level) interval of the mean)",
      columns: [.init("product"), .init("waited for"), .init("patients", isNumber: true)],
      rows: rows.map {
        [content.name($0.scope["product"]), content.name($0.scope["role"]), QuantityText.interval($0)]
      }
    ).markup
  }

  private var starts: Markup {
    let measures = [
      ("slots.lost-to-training", "to training runs"), ("slots.lost-to-media-fills", "to media fills"),
    ].filter { !content.index.rows($0.0, by: ["product"]).isEmpty }
    let products = content.values(
      "product", in: measures.flatMap { content.index.rows($0.0, by: ["product"]) })
    return DataTable(
      caption: "Starts refused to patients only because of what runs have reserved, over the whole period",
      columns: [.init("product")] + measures.map { .init($0.1, isNumber: true) },
      rows: products.map { product in
        [content.name(product)]
          + measures.map { QuantityText.interval(content.index.row($0.0, at: ["product": product])) }
      }
    ).markup
  }
}
