/// A set of days of the week: `mon-fri`.
public struct WeekdaySet: Hashable, Sendable, BitwiseCopyable {
  /// One bit a weekday, Monday the lowest.
  private var bits: UInt8 = 0

  /// No day at all.
  public init() {}

  /// The given weekdays.
  public init(_ weekdays: some Sequence<Weekday>) {
    for weekday in weekdays { insert(weekday) }
  }

  /// From one weekday to another, both included, past Sunday where the second comes before the first.
  public init(from first: Weekday, through last: Weekday) {
    var weekday = first
    insert(weekday)
    while weekday != last {
      weekday = weekday.next
      insert(weekday)
    }
  }

  /// Monday to Friday.
  public static let mondayToFriday = WeekdaySet(from: .mon, through: .fri)
  /// All seven days.
  public static let everyDay = WeekdaySet(from: .mon, through: .sun)

  /// Whether a weekday is in the set.
  public func contains(_ weekday: Weekday) -> Bool { bits & (1 << UInt8(weekday.rawValue)) != 0 }
  /// Adds a weekday.
  public mutating func insert(_ weekday: Weekday) { bits |= 1 << UInt8(weekday.rawValue) }
  /// Takes a weekday out.
  public mutating func remove(_ weekday: Weekday) { bits &= ~(1 << UInt8(weekday.rawValue)) }

  /// How many days are in the set.
  public var count: Int { bits.nonzeroBitCount }
  /// Whether there is no day in the set.
  public var isEmpty: Bool { bits == 0 }
  /// The days in order from Monday.
  public var weekdays: [Weekday] { Weekday.allCases.filter(contains) }
  /// The days in either set.
  public func union(_ other: WeekdaySet) -> WeekdaySet { WeekdaySet(weekdays + other.weekdays) }
  /// The days in both sets.
  public func intersection(_ other: WeekdaySet) -> WeekdaySet { WeekdaySet(weekdays.filter(other.contains)) }
}

extension WeekdaySet: ExpressibleByArrayLiteral {
  /// The weekdays listed.
  public init(arrayLiteral weekdays: Weekday...) { self.init(weekdays) }
}

extension WeekdaySet: LosslessStringConvertible {
  /// The set that a text such as `mon-fri` or `mon, wed` names, or nil.
  public init?(_ text: String) {
    guard let set = try? QuantityGrammar.weekdays(text) else { return nil }
    self = set
  }

  /// As a scenario writes it: `mon-fri`, `mon, wed, fri`, `sat-mon`; empty for the empty set.
  public var description: String { QuantityPrinting.weekdays(self) }
}
