/// Amounts of money as people plan with them: in thousands.
public enum MoneyText {
  /// The unit of tables: `thousand EUR`.
  public static func unit(_ currency: String) -> String { "thousand \(currency)" }

  /// An amount with its interval, in thousands: `1,235 (1,190 – 1,281)`.
  public static func interval(_ mean: Double?, _ low: Double?, _ high: Double?) -> String {
    NumberText.interval(mean.map { $0 / 1000 }, low.map { $0 / 1000 }, high.map { $0 / 1000 })
  }
}
