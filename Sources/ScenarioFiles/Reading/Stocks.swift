import PipelineModel
import Quantities

/// `stocks:`.
enum StocksText {
  static let stock = MapForm<Stock>(
    "stock", "a stock", "Units on a shelf that steps consume. A claim that finds too few waits.",
    [
      Field(
        "initial", \.spelledInitial, counted, "Units at the start, with or without their word.", absent: "0",
        example: "40 doses"),
      Field(
        "unit", \.unitName, .text, "The word for its units.", absent: "the word of `initial`, or `unit`",
        example: "doses"),
      Field(
        "facility", \.facility, .name, "Where it is kept, for reports.", absent: "none", example: "lund-sus"),
      Field(
        "shelf life", \.shelfLife, .positiveDuration, "Of each lot, from its arrival.", absent: "no limit",
        example: "3 y"),
      Field(
        "reorder", \.reorder, reorder.form(over: Reorder(at: 0, supply: .leadTime(Placeholder.law))),
        "When and how it is replenished.", absent: "never",
        example: "{ at: 40, up to: 120, after: { triangular: [8 wk, 12 wk, 16 wk] } }"),
      Field(
        "costs", \.costs, CostsText.stock.form(over: StockCosts()), "What a unit costs that is bought.",
        absent: "nothing", example: "{ unit: 18k EUR, assumption: a guess }"),
    ])

  static let stocks = stock.named({ Stock(name: $0) }, name: \.name)

  private static let reorder = MapForm<Reorder>(
    "reorder rule", "a reorder rule",
    "When and how a stock is replenished. Looked at after every issue; the position is what is on hand and on order, "
      + "less what is owed.", exactlyOne: [["up to", "quantity"], ["after", "made by"]],
    [
      Field("at", \.at, number, "Ordered when the position is at or below this.", example: "40 doses"),
      Field(
        "up to", \.upTo, number, "Orders the difference to this level.", absent: "with `quantity`",
        example: "120 doses"),
      Field(
        "quantity", \.quantity, number,
        "A fixed order; with `made by`, what one lot counts for until it is stored.", absent: "with `up to`",
        example: "80"),
      Field(
        "after", \.spelledAfter, .law, "The lead time; the whole order arrives.", absent: "with `made by`",
        example: "{ triangular: [8 wk, 12 wk, 16 wk] }"),
      Field(
        "made by", \.spelledMadeBy, .name, "The product of which each order starts one lot.",
        absent: "with `after`", example: "lentiviral-vector"),
      Field(
        "a lot brings", \.lotBrings, number,
        "With `up to` and `made by`: what one lot counts for until it is stored, so that as many are started as reach the level.",
        absent: "one lot for the whole order", example: "7 bags"),
      Field(
        "fails", \.fails, .probability, "The probability that an order brings nothing and is placed again.",
        absent: "0", example: "0.1"),
    ])

  static let counted = Form<CountedThings>.scalar(
    .countedThings,
    { text in
      if let count = try? QuantityGrammar.count(text) { return .success(CountedThings(count, "")) }
      do throws(QuantityFault) {
        return .success(try QuantityGrammar.countedThings(text))
      } catch {
        return .failure(.quantity(error))
      }
    }, write: { $0.noun.isEmpty ? "\($0.count)" : "\($0)" })

  static let number = counted.map(\.count, back: { CountedThings($0, "") })
}

extension Stock {
  /// `initial: 40 doses`.
  var spelledInitial: CountedThings {
    get { CountedThings(initial, "") }
    set {
      initial = newValue.count
      if !newValue.noun.isEmpty { unitName = newValue.noun }
    }
  }
}

extension Reorder {
  /// `after:`.
  var spelledAfter: SpanLaw? {
    get { if case .leadTime(let law) = supply { law } else { nil } }
    set { if let newValue { supply = .leadTime(newValue) } }
  }
  /// `made by:`.
  var spelledMadeBy: String? {
    get { if case .product(let name) = supply { name } else { nil } }
    set { if let newValue { supply = .product(newValue) } }
  }
}
