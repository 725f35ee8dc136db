extension TimeUnit {
  /// The unit that someone who wrote `text` most likely meant, or nil.
  ///
  /// Other spellings are never accepted, only suggested: `hr` is near `h`, `days` near `d`, `weeks` near `wk`.
  public static func near(_ text: String) -> TimeUnit? {
    let word = text.lowercased()
    return allCases.first { $0.symbol == word || $0.otherSpellings.contains(word) }
  }

  private var otherSpellings: [String] {
    switch self {
    case .us: ["µs", "μs", "usec", "usecs", "microsecond", "microseconds"]
    case .ms: ["msec", "msecs", "millisecond", "milliseconds"]
    case .s: ["sec", "secs", "second", "seconds"]
    case .min: ["m", "mins", "minute", "minutes"]
    case .h: ["hr", "hrs", "hour", "hours", "u", "uur"]
    case .d: ["day", "days", "dag", "dagen"]
    case .wk: ["w", "wks", "week", "weeks"]
    case .mo: ["mth", "mths", "mon", "mos", "month", "months"]
    case .y: ["a", "yr", "yrs", "year", "years"]
    case .wd: ["wds", "bd", "workday", "workdays", "working day", "working days", "business days"]
    }
  }
}

extension Weekday {
  /// The weekday that someone who wrote `text` most likely meant, by its first three letters, or nil.
  public static func near(_ text: String) -> Weekday? {
    let word = text.lowercased()
    return allCases.first { word.hasPrefix($0.symbol) }
  }
}

extension Currency {
  /// The currency that someone who wrote `text` most likely meant, or nil.
  public static func near(_ text: String) -> Currency? {
    let word = text.lowercased()
    return allCases.first { $0.code.lowercased() == word || $0.otherSpellings.contains(word) }
  }

  private var otherSpellings: [String] {
    switch self {
    case .eur: ["€", "euro", "euros"]
    case .sek: ["kr", "kronor", "krona"]
    case .dkk: ["kroner"]
    case .nok: []
    case .gbp: ["£", "pound", "pounds"]
    case .chf: ["fr", "francs"]
    case .usd: ["$", "dollar", "dollars"]
    }
  }
}
