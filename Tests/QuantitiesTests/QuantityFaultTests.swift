import Quantities
import Testing

@Suite struct QuantityFaultTests {
  typealias Kind = QuantityFault.Kind

  @Test(
    "A length that cannot be read says why",
    arguments: [
      ("", .empty), ("4", .missingUnit), ("-4 h", .negative), ("inf h", .notFinite), (".nan", .notFinite),
      ("1e400 h", .notFinite), ("1e308 y", .notFinite), ("h", .notANumber),
      ("4 hr", .unknownUnit("hr", near: "h")),
      ("4 H", .unknownUnit("H", near: "h")), ("9 days", .unknownUnit("days", near: "d")),
      ("2 weeks", .unknownUnit("weeks", near: "wk")),
      ("2 working days", .unknownUnit("working days", near: "wd")),
      ("5 µs", .unknownUnit("µs", near: "us")), ("5 furlongs", .unknownUnit("furlongs", near: nil)),
      ("1 h 30 min", .unknownUnit("h 30 min", near: nil)), ("3 m", .unknownUnit("m", near: "min")),
    ] as [(String, Kind)])
  func lengths(text: String, kind: Kind) {
    let fault = #expect(throws: QuantityFault.self) { try QuantityGrammar.timeLength(text) }
    #expect(fault == QuantityFault(kind, in: text, expected: .duration))
  }

  @Test(
    "A rate that cannot be read says why",
    arguments: [
      ("18", .missingUnit), ("18 /", .missingUnit), ("18 per y", .unexpected("per y")), ("-1 / y", .negative),
      ("18 / 0 y", .zero), ("18 / wd", .unitNotAllowed("wd")), ("18 / year", .unknownUnit("year", near: "y")),
      ("18 / -1 y", .negative), ("4 % / 30", .missingUnit), ("1 / 1e-320 us", .zero),
      ("1e308 / 1 us", .notFinite),
    ] as [(String, Kind)])
  func rates(text: String, kind: Kind) {
    let fault = #expect(throws: QuantityFault.self) { try QuantityGrammar.rate(text) }
    #expect(fault?.kind == kind)
  }

  @Test("Probabilities, counts and money say why")
  func others() {
    func kind(_ parse: () throws -> some Any) -> Kind? {
      do { _ = try parse() } catch let fault as QuantityFault { return fault.kind } catch {}
      return nil
    }
    #expect(kind { try QuantityGrammar.probability("1.01") } == .outOfRange("from 0 to 1"))
    #expect(kind { try QuantityGrammar.probability("101 %") } == .outOfRange("from 0 to 100 %"))
    #expect(kind { try QuantityGrammar.probability("-4 %") } == .negative)
    #expect(kind { try QuantityGrammar.percentage("4") } == .missingUnit)
    #expect(kind { try QuantityGrammar.percentage("4 percent") } == .unknownUnit("percent", near: "%"))
    #expect(kind { try QuantityGrammar.count("1.5") } == .notWhole)
    #expect(kind { try QuantityGrammar.count("1e3") } == .notWhole)
    #expect(kind { try QuantityGrammar.count("-1") } == .negative)
    #expect(
      kind { try QuantityGrammar.count("9223372036854775808") } == .outOfRange("at most 9223372036854775807"))
    #expect(kind { try QuantityGrammar.countedThings("40") } == .missingUnit)
    #expect(kind { try QuantityGrammar.money("5") } == .missingUnit)
    #expect(kind { try QuantityGrammar.money("5 euro") } == .unknownUnit("euro", near: "EUR"))
    #expect(kind { try QuantityGrammar.date("2023-02-29") } == .noSuchDate)
    #expect(kind { try QuantityGrammar.date("2024-1-1") } == .malformed)
    #expect(kind { try QuantityGrammar.date("2024-Q5") } == .noSuchDate)
    #expect(kind { try QuantityGrammar.date("2024-01-01x") } == .unexpected("x"))
    #expect(kind { try QuantityGrammar.timeOfDay("7:30") } == .malformed)
    #expect(kind { try QuantityGrammar.timeOfDay("25:00") } == .noSuchTime)
    #expect(kind { try QuantityGrammar.weekdays("monday") } == .unknownWeekday("monday", near: "mon"))
    #expect(kind { try QuantityGrammar.weekdays("mon-wed, tue") } == .repeated("tue"))
    #expect(kind { try QuantityGrammar.weekdays("mon-mon") } == .emptyRange)
    #expect(kind { try QuantityGrammar.timeOfDayRange("07:00-07:00") } == .emptyRange)
    #expect(kind { try QuantityGrammar.timeLength("4 h") } == nil)
  }

  @Test("Faults are worded as one sentence")
  func sentences() {
    let faults: [(QuantityFault, String)] = [
      (
        QuantityFault(.missingUnit, in: "4", expected: .duration),
        "expected a duration with a unit, such as '4 h' or '9 d', but found '4'"
      ),
      (
        QuantityFault(.unknownUnit("hr", near: "h"), in: "4 hr", expected: .duration),
        "expected a duration with a unit, such as '4 h' or '9 d', but found '4 hr': there is no unit 'hr'; did you mean 'h'?"
      ),
      (
        QuantityFault(.empty, in: "", expected: .weekdays),
        "expected weekdays, such as 'mon-fri' or 'mon, wed, fri', but found nothing"
      ),
      (
        QuantityFault(.negative, in: "-1", expected: .count),
        "expected a whole number, such as '0' or '12', but found '-1': it must not be negative"
      ),
    ]
    for (fault, sentence) in faults { #expect(fault.sentence == sentence) }
  }

  @Test("A long or broken text is quoted in short, on one line")
  func longText() {
    let fault = QuantityFault(.notANumber, in: String(repeating: "a\n", count: 500), expected: .number)
    #expect(fault.sentence.count < 200)
    #expect(!fault.sentence.contains("\n"))
  }

  @Test(
    "The examples that a sentence gives are accepted by the parser it speaks for",
    arguments: QuantityForm.allCases)
  func examples(form: QuantityForm) throws {
    let examples = form.examples.split(separator: "'").map(String.init).filter { $0 != " or " }
    #expect(!examples.isEmpty)
    for example in examples { _ = try AnyQuantity(form, example) }
  }
}
