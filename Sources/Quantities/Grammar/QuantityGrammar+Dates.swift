extension QuantityGrammar {
  /// A date, or a quarter as its first day: `2024-10-01`, `2024-Q3`.
  public static func date(_ text: String) throws(QuantityFault) -> CivilDate {
    var scanner = try QuantityScanner(text, expecting: .date)
    let date = try scanner.takeDate(allowingQuarter: true)
    try scanner.end()
    return date
  }

  /// A date or a length of time: `2034-01-01`, `2034-Q1`, `10 y`.
  public static func dateOrLength(_ text: String) throws(QuantityFault) -> DateOrLength {
    var scanner = try QuantityScanner(text, expecting: .dateOrDuration)
    var probe = scanner
    if probe.takeDigits(4) != nil, probe.take("-") {
      let date = try scanner.takeDate(allowingQuarter: true)
      try scanner.end()
      return .date(date)
    }
    return .length(try scanner.takeTimeLength())
  }

  /// A date and a time of day: `2025-03-01 08:00`, `2025-03-01T08:00`.
  public static func instant(_ text: String) throws(QuantityFault) -> CivilInstant {
    var scanner = try QuantityScanner(text, expecting: .instant)
    let date = try scanner.takeDate(allowingQuarter: false)
    guard scanner.take(" ") || scanner.take("T") else { throw scanner.fault(.malformed) }
    let time = try scanner.takeTimeOfDay()
    try scanner.end()
    return CivilInstant(date, time)
  }

  /// A day of every year: `07-01`.
  public static func monthDay(_ text: String) throws(QuantityFault) -> MonthDay {
    var scanner = try QuantityScanner(text, expecting: .monthDay)
    guard let month = scanner.takeDigits(2), scanner.take("-"), let day = scanner.takeDigits(2) else {
      throw scanner.fault(.malformed)
    }
    try scanner.end()
    guard let monthDay = MonthDay(month: month, day: day) else { throw scanner.fault(.noSuchDate) }
    return monthDay
  }
}

extension QuantityScanner {
  /// Takes a date of the years 0001 to 9999.
  mutating func takeDate(allowingQuarter: Bool) throws(QuantityFault) -> CivilDate {
    guard let year = takeDigits(4), take("-") else { throw fault(.malformed) }
    if allowingQuarter, take("Q") {
      guard let quarter = takeDigits(1) else { throw fault(.malformed) }
      guard year >= 1, 1...4 ~= quarter else { throw fault(.noSuchDate) }
      return CivilDate(valid: year, 3 * quarter - 2, 1)
    }
    guard let month = takeDigits(2), take("-"), let day = takeDigits(2) else { throw fault(.malformed) }
    guard year >= 1, let date = CivilDate(year: year, month: month, day: day) else {
      throw fault(.noSuchDate)
    }
    return date
  }
}
