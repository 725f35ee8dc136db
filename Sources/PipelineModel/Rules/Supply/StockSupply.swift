/// Stocks are filled as fast as they must be: somebody supplies them, and an order brings something.
enum StockSupply: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    let consumed = Set(view.claimSites.filter { $0.use == .consumes }.map(\.name))
    var storedBy: [String: Set<String>] = [:]
    for product in view.products {
      for part in product.parts {
        if case .store(let storing) = part.part {
          storedBy[storing.stock, default: []].insert(product.product.name)
        }
      }
    }
    let products = Set(view.scenario.products.map(\.name))
    return view.scenario.stocks.flatMap { stock -> [Finding] in
      let path = "stocks/\(stock.name)"
      guard let reorder = stock.reorder else {
        guard consumed.contains(stock.name), storedBy[stock.name] == nil else { return [] }
        return [Finding(path, .runsOut(stock: stock.name, initial: stock.initial))]
      }
      var findings: [Finding] = []
      if let upTo = reorder.upTo, upTo <= reorder.at {
        findings.append(Finding("\(path)/reorder/up to", .orderNotAbove(upTo: upTo, at: reorder.at)))
      } else if reorder.upTo == nil, (reorder.quantity ?? 0) <= 0 {
        findings.append(Finding("\(path)/reorder/quantity", .orderWithoutQuantity))
      }
      if let brings = reorder.lotBrings {
        var isMade = false
        if case .product = reorder.supply { isMade = true }
        if brings <= 0 || reorder.upTo == nil || !isMade {
          findings.append(Finding("\(path)/reorder/a lot brings", .lotBringsNothing))
        }
      }
      if case .product(let name) = reorder.supply, products.contains(name),
        storedBy[stock.name]?.contains(name) != true
      {
        findings.append(Finding("\(path)/reorder/made by", .notStored(product: name, stock: stock.name)))
      }
      return findings
    }
  }
}
