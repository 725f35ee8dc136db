/// Stocks: how much is on hand, how often they run out, and which share of the demand they fill at once.
struct StockSection {
  let content: ReportContent

  var section: ReportSection? {
    let all = ["stock.on-hand", "stock.stock-outs", "stock.fill-rate"].flatMap {
      content.index.rows($0, by: ["stock"])
    }
    let rows = content.values("stock", in: all).map { stock in
      [content.name(stock)]
        + ["stock.on-hand", "stock.stock-outs", "stock.fill-rate"].map {
          QuantityText.interval(content.index.row($0, at: ["stock": stock]))
        }
    }
    let table = DataTable(
      caption: "Stocks over the whole period: mean (\(content.level) interval of the mean)",
      columns: [
        .init("stock"), .init("on hand", isNumber: true), .init("times out of stock", isNumber: true),
        .init("demand filled at once", isNumber: true),
      ], rows: rows)
    return ReportSection("stocks", "Stocks", [table.markup])
  }
}
