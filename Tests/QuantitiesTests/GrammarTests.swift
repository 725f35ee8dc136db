import Quantities
import Testing

@Suite struct GrammarTests {
  @Test(
    "Numbers are plain decimals",
    arguments: [
      ("12", 12), ("-0.5", -0.5), ("+3", 3), ("3e-4", 3e-4), ("1E+3", 1_000), ("010", 10), (" 7 ", 7),
      ("0.1", 0.1),
      ("1e-400", 0), ("0e999999999999999999999", 0),
      ("123456789012345678901234567890", 1.2345678901234568e29),
    ] as [(String, Double)])
  func numbers(text: String, value: Double) throws {
    #expect(try QuantityGrammar.number(text) == value)
  }

  @Test(
    "What YAML would take for a number is none here",
    arguments: [
      "1_000", "1:30", "12:30:45", "0x1F", "0o17", "0b101", "1,000", ".5", "5.", "1e", "e5", "+", "-", "--1",
      "1.2.3",
      "٣", "½", "yes", "~", "1 000",
    ])
  func yamlNumbers(text: String) {
    #expect(throws: QuantityFault.self) { try QuantityGrammar.number(text) }
    #expect(throws: QuantityFault.self) { try QuantityGrammar.count(text) }
    #expect(throws: QuantityFault.self) { try QuantityGrammar.timeLength(text) }
  }

  @Test("Counts are whole and not negative")
  func counts() throws {
    #expect(try QuantityGrammar.count("0") == 0)
    #expect(try QuantityGrammar.count("9223372036854775807") == .max)
    #expect(try QuantityGrammar.countedThings("40 doses") == CountedThings(40, "doses"))
    #expect(try QuantityGrammar.countedThings("3 QC-samples").description == "3 QC-samples")
  }

  @Test("Percentages are exactly the fractions that they say")
  func percentages() throws {
    #expect(try QuantityGrammar.probability("4 %") == 0.04)
    #expect(try QuantityGrammar.probability("2.4%") == 0.024)
    #expect(try QuantityGrammar.probability("0.04") == 0.04)
    #expect(try QuantityGrammar.probability("100 %") == 1)
    #expect(try QuantityGrammar.probability("1") == 1)
    #expect(try QuantityGrammar.percentage("120 %") == 1.2)
    for tenth in 0...1_000 {
      let text = "\(tenth / 10).\(tenth % 10) %"
      #expect(try QuantityGrammar.probability(text) == Double(tenth) / 1_000)
    }
  }

  @Test("Lengths keep their amount and unit, with or without the space")
  func lengths() throws {
    #expect(try QuantityGrammar.timeLength("9 d") == .days(9))
    #expect(try QuantityGrammar.timeLength("9d") == .days(9))
    #expect(try QuantityGrammar.timeLength("36 h") == .hours(36))
    #expect(try QuantityGrammar.timeLength("1 wd") == .workingDays(1))
    #expect(try QuantityGrammar.timeLength("1e-3 s") == .seconds(0.001))
    #expect(try QuantityGrammar.timeLength("24 h") != QuantityGrammar.timeLength("1 d"))
    #expect(TimeLength.hours(24).seconds == TimeLength.days(1).seconds)
    #expect(TimeLength.workingDays(1).seconds == nil)
    #expect(TimeLength.hours(1.5).description == "1.5 h")
    #expect(TimeLength.days(9).description == "9 d")
    #expect(try QuantityGrammar.tick("1 us") == .microsecond)
    #expect(try QuantityGrammar.tick("1 ms") == .millisecond)
    #expect(throws: QuantityFault.self) { try QuantityGrammar.tick("2 ms") }
  }

  @Test("Rates and hazards are constant rates per length")
  func rates() throws {
    let arrivals = try QuantityGrammar.rate("18 / y")
    #expect(arrivals == .perYear(18))
    let perSecond: Double = 18 / 31_557_600
    #expect(arrivals.perSecond == perSecond)
    let hazard = try QuantityGrammar.hazard("2.4 % / 30 d")
    #expect(hazard.description == "2.4 % / 30 d")
    #expect(hazard.count == 0.024)
    let hazardPerSecond: Double = 0.024 / 2_592_000
    #expect(hazard.perSecond == hazardPerSecond)
    #expect(try QuantityGrammar.rate("0.9/h") == .perHour(0.9))
    #expect(try QuantityGrammar.rate("8 % / y").count == 0.08)
    #expect(throws: QuantityFault.self) { try QuantityGrammar.hazard("4 / 30 d") }
  }

  @Test("Money has a currency, and k and M are exact")
  func money() throws {
    #expect(try QuantityGrammar.money("25000 EUR") == .euros(25_000))
    #expect(try QuantityGrammar.money("25k EUR") == .euros(25_000))
    #expect(try QuantityGrammar.money("1.1M SEK") == .swedishCrowns(1_100_000))
    #expect(try QuantityGrammar.money("25EUR").description == "25 EUR")
  }

  @Test("Instants take a space or a T, and 24:00 is the next day")
  func instants() throws {
    let spaced = try QuantityGrammar.instant("2025-03-01 08:00")
    #expect(try QuantityGrammar.instant("2025-03-01T08:00") == spaced)
    #expect(try QuantityGrammar.instant("2024-02-28 24:00").description == "2024-02-29 00:00")
    #expect(try QuantityGrammar.dateOrLength("2034-Q1") == .date(QuantityGrammar.date("2034-01-01")))
    #expect(try QuantityGrammar.dateOrLength("10 y") == .length(.years(10)))
    #expect(try QuantityGrammar.dateOrLength("2034 d") == .length(.days(2_034)))
  }

  @Test("Values are made from their text where no reason is wanted")
  func fromText() {
    #expect(TimeLength("9 d") == .days(9))
    #expect(TimeLength("9") == nil)
    #expect(Rate("18 / y") == .perYear(18))
    #expect(Rate("18") == nil)
    #expect(Money("25k EUR") == .euros(25_000))
    #expect(Money("25k") == nil)
    #expect(CountedThings("40 doses") == CountedThings(40, "doses"))
    #expect(CountedThings("40") == nil)
  }
}
