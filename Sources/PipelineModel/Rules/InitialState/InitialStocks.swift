import Quantities

/// What lies on the shelves at the start belongs to a stock, and lives at least until then.
enum InitialStocks: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    let scenario = view.scenario
    let stocks = Dictionary(scenario.stocks.map { ($0.name, $0) }) { first, _ in first }
    return scenario.initialState.stocks.flatMap { shelf -> [Finding] in
      let path = "initial state/stocks/\(shelf.stock)"
      guard let stock = stocks[shelf.stock] else {
        return [Finding(path, .unknownName(.stock, name: shelf.stock, known: scenario.stocks.map(\.name)))]
      }
      return shelf.lots.enumerated().flatMap { index, lot in
        findings(of: lot, stock, "\(path)/\(index + 1)", start: scenario.start)
      }
    }
  }

  private static func findings(
    of lot: InitialUnits, _ stock: Stock, _ path: String, start: CivilInstant
  ) -> [Finding] {
    let range = 1...ScenarioLimits.count
    if !range.contains(lot.units) {
      return [Finding("\(path)/units", .countOutOfRange(lot.units, range))]
    }
    guard let expires = lot.expires else { return [] }
    guard let life = stock.shelfLife else {
      return [Finding("\(path)/expires", .neverExpires(stock: stock.name))]
    }
    if expires <= start { return [Finding("\(path)/expires", .hasExpired)] }
    guard let last = start.date.adding(life), expires.date > last else { return [] }
    return [Finding("\(path)/expires", .outlivesShelfLife(life))]
  }
}
