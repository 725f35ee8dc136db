import PipelineModel
import Quantities

/// `costs:`.
enum CostsText {
  static let rules = MapForm<CostRules>(
    "cost rules", "the cost rules", "In which currency results are, and what others are worth in it.",
    [
      Field("currency", \.currency, currency, "The currency of all results.", absent: "EUR", example: "SEK"),
      Field(
        "exchange", \.exchange, exchange.form(over: CostRules().exchange),
        "What one unit of another currency is worth.", absent: "no other currency",
        example: "{ SEK: 0.088 EUR, assumption: as in 2026 }"),
    ])

  private static let currency = Form<Currency>.words([
    "EUR": .eur, "SEK": .sek, "DKK": .dkk, "NOK": .nok, "GBP": .gbp, "CHF": .chf, "USD": .usd,
  ])

  private static let exchange = MapForm<[Money?]>(
    "exchange rates", "the exchange rates", "What one unit of a currency is worth in that of the scenario.",
    Currency.allCases.indices.map { index in
      Field<[Money?]>(
        Currency.allCases[index].code, \.[index], .money, "What one is worth.", absent: "not used",
        example: "0.088 EUR")
    })

  static let facility = MapForm<FacilityCosts>(
    "costs of a facility", "the costs of a facility", "What a building costs, rooms and people apart.",
    [
      Field(
        "year", \.year, .money, "What it costs in a year, from its opening on.", absent: "nothing",
        example: "300k EUR")
    ])

  private static let year = Field<ResourceCosts>(
    "year", \.year, .money, "One of them for a year, used or not, from the opening of the facility on.",
    absent: "nothing", example: "450k EUR")
  private static let use = Field<ResourceCosts>(
    "use", \.use, .money, "One of them each time that a step begins with it.", absent: "nothing",
    example: "150 EUR")

  static let units = MapForm<ResourceCosts>(
    "costs of a unit", "the costs of a unit", "What one room or device costs.",
    [
      year,
      Field(
        "hour", \.hour, .money, "One of them for an hour of work, or of being kept between two steps.",
        absent: "nothing", example: "40 EUR"),
      use,
      Field(
        "changeover", \.changeover, .money, "One of them each time that it is cleaned between two batches.",
        absent: "nothing", example: "400 EUR"),
    ])

  static let people = MapForm<ResourceCosts>(
    "costs of a role", "the costs of a role", "What one person, or one full-time equivalent, costs.",
    [
      year,
      Field(
        "hour", \.hour, .money, "One of them for an hour of work.", absent: "nothing", example: "70 EUR"),
      use,
      Field(
        "call", \.call, .money, "Each person who is called, of a role on call.", absent: "nothing",
        example: "250 EUR"),
      Field(
        "overtime hour", \.overtimeHour, .money, "On top, for an hour of work outside the calendars.",
        absent: "nothing", example: "30 EUR"),
      Field(
        "night hour", \.nightHour, .money, "On top, for an hour of work from 22:00 to 06:00.",
        absent: "nothing", example: "20 EUR"),
      Field(
        "weekend hour", \.weekendHour, .money, "On top, for an hour of work on a Saturday or Sunday.",
        absent: "nothing", example: "40 EUR"),
      Field(
        "hire", \.hire, .money, "Each person who enters the role.", absent: "nothing", example: "8k EUR"),
    ])

  static let stock = MapForm<StockCosts>(
    "costs of a stock", "the costs of a stock", "What its units cost.",
    [
      Field(
        "unit", \.unit, .money, "One unit that is bought; due when it is issued, or expires.",
        absent: "nothing", example: "18k EUR")
    ])

  static let link = MapForm<LinkCosts>(
    "costs of a link", "the costs of a link", "What transport costs.",
    [
      Field(
        "shipment", \.shipment, .money, "One shipment; due when it sets out.", absent: "nothing",
        example: "3k EUR")
    ])

  static let training = MapForm<TrainingCosts>(
    "costs of a programme", "the costs of a programme", "What training costs.",
    [
      Field(
        "entrant", \.entrant, .money, "Each who takes a seat.", absent: "nothing", example: "15k EUR"),
      Field(
        "student year", \.studentYear, .money, "A year of each who is in the programme.", absent: "nothing",
        example: "55k EUR"),
    ])

  /// `costs: 400 EUR`, or a map from what it is for to how much.
  static let items = Form<[CostItem]>.either(
    text: Form<Money>.money.map(
      { [CostItem($0)] }, back: { $0.first?.price ?? Money(0, .eur) }),
    map: .named("a price", .money, make: { CostItem($1, for: $0) }, parts: { ($0.name, $0.price) }),
    writesText: { $0.count == 1 && $0[0].name.isEmpty })

  /// `costs:` of a room or a device.
  static let ofUnits = field(units)
  /// `costs:` of a role.
  static let ofPeople = field(people)

  private static func field(_ map: MapForm<ResourceCosts>) -> Field<Resource> {
    Field(
      "costs", \.costs, map.form(over: ResourceCosts()), "What it costs.", absent: "nothing",
      example: "{ year: 60k EUR, assumption: a guess }")
  }
}

extension Form where Value == Money {
  /// An amount of money with its currency.
  static let money = Form.quantity(
    .money, QuantityGrammar.money, where: { $0.amount <= 1e12 }, write: QuantityPrinting.money)
}

extension ScalarKind {
  static let money = ScalarKind(
    "amount of money", .money, unit: Currency.allCases.map(\.code).joined(separator: ", "),
    range: "0 to 1000000M",
    schema: pattern(
      "\\+?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?\\s*[kM]?\\s*(\(Currency.allCases.map(\.code).joined(separator: "|")))"
    ))
}
