import Quantities

/// `costs: { currency: EUR, exchange: { SEK: 0.088 EUR } }`: in which currency a scenario counts.
public struct CostRules: Hashable, Sendable {
  /// `currency:` of all results; the euro when absent.
  public var currency: Currency = .eur
  /// `exchange:` what one unit of another currency is worth, in the order of `Currency.allCases`; nil where it is not
  /// stated.
  public var exchange: [Money?] = Array(repeating: nil, count: Currency.allCases.count)

  /// The name under which results list what no product caused.
  public static let idle = "idle"

  /// Euros, and no other currency.
  public init() {}

  /// A currency, and what others are worth in it.
  public init(_ currency: Currency, exchange: [Currency: Money] = [:]) {
    self.currency = currency
    self.exchange = Currency.allCases.map { exchange[$0] }
  }

  /// An amount in the scenario's currency; nil where nothing says what its own is worth.
  public func converted(_ money: Money) -> Double? {
    if money.currency == currency { return money.amount }
    guard let place = Currency.allCases.firstIndex(of: money.currency), exchange.indices.contains(place),
      let worth = exchange[place], worth.currency == currency
    else { return nil }
    return money.amount * worth.amount
  }
}

/// `costs:` of a facility as a building.
public struct FacilityCosts: Hashable, Sendable {
  /// `year:` what the building costs in a year, from its opening on, rooms and people apart.
  public var year: Money?

  /// No costs, or those of a year.
  public init(year: Money? = nil) { self.year = year }
}

/// `costs:` of a room, a device or a role; each price is that of one unit, or of one full-time equivalent.
public struct ResourceCosts: Hashable, Sendable {
  /// `year:` from the opening of the facility on, used or not.
  public var year: Money?
  /// `hour:` of work, or of being kept between two steps.
  public var hour: Money?
  /// `use:` each time that a step begins with it.
  public var use: Money?
  /// `changeover:` each cleaning between two batches.
  public var changeover: Money?
  /// `hire:` each person who enters the role.
  public var hire: Money?
  /// `call:` each person who is called, of a role on call.
  public var call: Money?
  /// `overtime hour:` on top, outside the calendars of the role.
  public var overtimeHour: Money?
  /// `night hour:` on top, from 22:00 to 06:00.
  public var nightHour: Money?
  /// `weekend hour:` on top, on Saturdays and Sundays.
  public var weekendHour: Money?

  /// No costs.
  public init() {}

  /// Those of a year, of an hour and of a use.
  public init(year: Money? = nil, hour: Money? = nil, use: Money? = nil) {
    self.year = year
    self.hour = hour
    self.use = use
  }

  /// All prices by the words of the language, in its order.
  public var prices: [(key: String, price: Money?)] {
    [
      ("year", year), ("hour", hour), ("use", use), ("changeover", changeover), ("hire", hire),
      ("call", call), ("overtime hour", overtimeHour), ("night hour", nightHour),
      ("weekend hour", weekendHour),
    ]
  }
}

/// `costs:` of a stock.
public struct StockCosts: Hashable, Sendable {
  /// `unit:` of one unit, when it is issued or expires.
  public var unit: Money?

  /// No costs, or those of a unit.
  public init(unit: Money? = nil) { self.unit = unit }
}

/// `costs:` of a transport link.
public struct LinkCosts: Hashable, Sendable {
  /// `shipment:` of each, when it sets out.
  public var shipment: Money?

  /// No costs, or those of a shipment.
  public init(shipment: Money? = nil) { self.shipment = shipment }
}

/// `costs:` of a training programme.
public struct TrainingCosts: Hashable, Sendable {
  /// `entrant:` each who takes a seat.
  public var entrant: Money?
  /// `student year:` a year of each who is in the programme.
  public var studentYear: Money?

  /// No costs, or those of an entrant and of a year of a student.
  public init(entrant: Money? = nil, studentYear: Money? = nil) {
    self.entrant = entrant
    self.studentYear = studentYear
  }
}

/// One entry of a step's `costs:`, due each time that the step begins.
public struct CostItem: Hashable, Sendable {
  /// What it is for, under which results list it; empty for what the kind of the step says: tests, review, reagents.
  public var name: String
  /// How much.
  public var price: Money

  /// An item.
  public init(_ price: Money, for name: String = "") {
    self.name = name
    self.price = price
  }
}

extension CostItem {
  /// Under which category a step of a kind lists it.
  public func category(in kind: Step.Kind) -> String {
    if !name.isEmpty { return name }
    switch kind {
    case .assay: return "tests"
    case .review, .certify: return "review"
    case .step, .culture, .infuse, .delay: return "reagents"
    }
  }
}
