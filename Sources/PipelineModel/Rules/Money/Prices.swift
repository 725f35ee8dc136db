import Quantities

/// Prices can be added up: each is in the scenario's currency or in one of which it says what it is worth, and none is
/// charged twice or never.
enum Prices: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    let scenario = view.scenario
    let prices = scenario.prices
    if prices.isEmpty && scenario.costs == CostRules() { return [] }
    return rates(of: scenario.costs) + currencies(prices, scenario.costs) + ownLots(of: scenario)
      + changeovers(of: view)
      + scenario.products.filter { $0.name == CostRules.idle }.map {
        Finding("products/\($0.name)", .nameOfIdleCosts)
      }
  }

  private static func rates(of costs: CostRules) -> [Finding] {
    zip(Currency.allCases, costs.exchange).compactMap { currency, worth in
      let path = "costs/exchange/\(currency.code)"
      guard let worth else { return nil }
      if worth.currency != costs.currency || currency == costs.currency {
        return Finding(path, .exchangeInto(worth.currency, of: currency, currency: costs.currency))
      }
      return worth.amount > 0 ? nil : Finding(path, .notPositive(worth.amount))
    }
  }

  private static func currencies(_ prices: [PlacedPrice], _ costs: CostRules) -> [Finding] {
    prices.compactMap { place in
      let code = place.price.currency
      let isStated = zip(Currency.allCases, costs.exchange).contains { $0 == code && $1 != nil }
      if code == costs.currency || isStated { return nil }
      return Finding(place.path, .noExchange(of: code, into: costs.currency))
    }
  }

  private static func ownLots(of scenario: Scenario) -> [Finding] {
    scenario.stocks.compactMap { stock in
      guard stock.costs.unit != nil, case .product(let product)? = stock.reorder?.supply else { return nil }
      return Finding("stocks/\(stock.name)/costs/unit", .priceOfOwnLots(stock: stock.name, product: product))
    }
  }

  private static func changeovers(of view: ScenarioView) -> [Finding] {
    view.resources.compactMap { place in
      guard place.resource.costs.changeover != nil, place.resource.changeover == nil else { return nil }
      return Finding(
        "\(place.path)/costs/changeover", .changeoverNeverCharged(resource: place.resource.name))
    }
  }
}
