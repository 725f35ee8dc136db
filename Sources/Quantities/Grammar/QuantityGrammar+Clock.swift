extension QuantityGrammar {
  /// A time of day with two digits each: `07:30`, `07:30:15`, `24:00`.
  public static func timeOfDay(_ text: String) throws(QuantityFault) -> TimeOfDay {
    var scanner = try QuantityScanner(text, expecting: .timeOfDay)
    let time = try scanner.takeTimeOfDay()
    try scanner.end()
    return time
  }

  /// A stretch of the day: `07:00-17:30`, or past midnight `22:00-06:00`.
  public static func timeOfDayRange(_ text: String) throws(QuantityFault) -> TimeOfDayRange {
    var scanner = try QuantityScanner(text, expecting: .timeOfDayRange)
    let start = try scanner.takeTimeOfDay()
    scanner.skipSpaces()
    guard scanner.take("-") else { throw scanner.fault(.malformed) }
    scanner.skipSpaces()
    let end = try scanner.takeTimeOfDay()
    try scanner.end()
    if start == end { throw scanner.fault(.emptyRange) }
    guard let range = TimeOfDayRange(from: start, to: end) else { throw scanner.fault(.noSuchTime) }
    return range
  }

  /// A weekday by its first three letters: `mon`.
  public static func weekday(_ text: String) throws(QuantityFault) -> Weekday {
    var scanner = try QuantityScanner(text, expecting: .weekday)
    let weekday = try scanner.takeWeekday()
    try scanner.end()
    return weekday
  }

  /// Weekdays and ranges of them, none twice: `mon-fri`, `mon, wed, fri`, `sat-mon`.
  public static func weekdays(_ text: String) throws(QuantityFault) -> WeekdaySet {
    var scanner = try QuantityScanner(text, expecting: .weekdays)
    var set = WeekdaySet()
    repeat {
      scanner.skipSpaces()
      let first = try scanner.takeWeekday()
      var last = first
      scanner.skipSpaces()
      if scanner.take("-") {
        scanner.skipSpaces()
        last = try scanner.takeWeekday()
        if first == last { throw scanner.fault(.emptyRange) }
      }
      for weekday in WeekdaySet(from: first, through: last).weekdays {
        if set.contains(weekday) { throw scanner.fault(.repeated(weekday.symbol)) }
        set.insert(weekday)
      }
      scanner.skipSpaces()
    } while scanner.take(",")
    try scanner.end()
    return set
  }
}

extension QuantityScanner {
  /// Takes a time of day.
  mutating func takeTimeOfDay() throws(QuantityFault) -> TimeOfDay {
    guard let hour = takeDigits(2), take(":"), let minute = takeDigits(2) else { throw fault(.malformed) }
    var second = 0
    if take(":") {
      guard let digits = takeDigits(2) else { throw fault(.malformed) }
      second = digits
    }
    guard let time = TimeOfDay(hour: hour, minute: minute, second: second) else { throw fault(.noSuchTime) }
    return time
  }

  /// Takes a weekday.
  mutating func takeWeekday() throws(QuantityFault) -> Weekday {
    let word = takeLetters()
    if word.isEmpty { throw fault(.malformed) }
    guard let weekday = Weekday.allCases.first(where: { $0.symbol == word }) else {
      throw fault(.unknownWeekday(word, near: Weekday.near(word)?.symbol))
    }
    return weekday
  }
}
