import Quantities

extension FindingWording {
  /// Findings about money.
  static func moneySentence(for problem: Finding.Problem) -> String {
    switch problem {
    case .noExchange(let code, let into):
      "nothing says what one \(code.code) is worth: add 'costs: { exchange: { \(code.code): … \(into.code) } }' at the top, or write the price in \(into.code)"
    case .exchangeInto(let found, let code, let currency) where code == currency:
      "results are in \(currency.code), so one \(code.code) is one \(code.code): leave out the exchange into \(found.code)"
    case .exchangeInto(let found, let code, let currency):
      "results are in \(currency.code), so say what one \(code.code) is worth in \(currency.code), not in \(found.code)"
    case .priceOfOwnLots(let stock, let product):
      "'\(stock)' is made by '\(product)', and what its lots cost is counted there: leave out the price, or let 'reorder:' buy the units with 'after:'"
    case .nameOfIdleCosts:
      "results list what no product caused under 'idle': give the product another name"
    case .changeoverNeverCharged(let resource):
      "the price is never charged, because '\(resource)' has no 'changeover:'; say how long one takes, or leave out the price"
    default: stateSentence(for: problem)
    }
  }
}
