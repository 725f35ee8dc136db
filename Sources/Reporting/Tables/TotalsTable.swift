/// A table of counts over the whole period: one row for each product, or each facility where products are not told
/// apart, and one for the total.
struct TotalsTable {
  let content: ReportContent
  /// Measures with their headings.
  let measures: [(name: String, words: String)]

  init(content: ReportContent, measures: [(String, String)]) {
    self.content = content
    self.measures = measures.map { (name: $0.0, words: $0.1) }
  }

  /// The table by product, and the table by facility, each where there is one.
  func markup(caption: String) -> Markup {
    let byProduct = rows(by: "product", content.products)
    let byFacility = rows(by: "facility", content.facilities)
    // Where each facility has one product the numbers would stand there twice.
    let isTwice = Set(byProduct.map { $0.dropFirst() }) == Set(byFacility.map { $0.dropFirst() })
    let tables = [
      table("product", byProduct, caption),
      isTwice ? .nothing : table("facility", byFacility, caption + ", by facility"),
    ].filter { !$0.isEmpty }
    if !tables.isEmpty { return .group(tables) }
    let totals = measures.map { content.index.row($0.name) }
    guard totals.contains(where: { $0?.mean != nil }) else { return .nothing }
    return table("", [["all"] + totals.map(QuantityText.interval)], caption)
  }

  /// The rows by a key, with the total below; empty where nothing is counted by it.
  func rows(by key: String, _ values: [String]) -> [[String]] {
    var rows = values.compactMap { value -> [String]? in
      let cells = measures.map { content.index.row($0.name, at: [key: value]) }
      guard cells.contains(where: { ($0?.mean ?? 0) != 0 }) else { return nil }
      return [content.name(value)] + cells.map(QuantityText.interval)
    }
    let totals = measures.map { content.index.row($0.name) }
    if rows.count > 1, totals.contains(where: { $0?.mean != nil }) {
      rows.append(["all"] + totals.map(QuantityText.interval))
    }
    return rows
  }

  private func table(_ key: String, _ rows: [[String]], _ caption: String) -> Markup {
    DataTable(
      caption: caption, columns: [.init(key)] + measures.map { .init($0.words, isNumber: true) }, rows: rows
    ).markup
  }
}
