import Quantities
import Testing

@Suite struct GrammarPropertyTests {
  private static func amount(_ generator: inout SeededGenerator) -> Double {
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: Double(Int.random(in: 0...10_000, using: &generator))
    case 1: Double(Int.random(in: 0...100_000, using: &generator)) / 1_000
    case 2: Double.random(in: 0...1, using: &generator)
    default: Double.random(in: 1...10, using: &generator) * 1e19
    }
  }

  @Test("Printed lengths, rates and money read back as the same values")
  func roundTrip() throws {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<3_000 {
      let amount = Self.amount(&generator)
      let unit = try #require(TimeUnit.allCases.randomElement(using: &generator))
      let length = TimeLength(amount, unit)
      #expect(try QuantityGrammar.timeLength(length.description) == length)
      #expect(try QuantityGrammar.number(QuantityPrinting.number(-amount)) == -amount)
      let currency = try #require(Currency.allCases.randomElement(using: &generator))
      let money = Money(amount, currency)
      #expect(try QuantityGrammar.money(money.description) == money)
      let per = TimeLength(Self.amount(&generator), unit)
      guard Rate.allows(per: per) else { continue }
      let rates = [Rate(count: amount, per: per), Rate(percent: amount, per: per)]
      for rate in rates { #expect(try QuantityGrammar.rate(rate.description) == rate) }
      #expect(try QuantityGrammar.hazard(rates[1].description) == rates[1])
    }
  }

  @Test("Printed dates and instants read back as the same values")
  func dates() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<3_000 {
      let date = CivilDate(dayNumber: Int.random(in: -700_000...2_900_000, using: &generator))
      let time = try #require(
        TimeOfDay(secondsSinceMidnight: Int.random(in: 0...86_400, using: &generator)))
      let instant = CivilInstant(date, time)
      #expect(try QuantityGrammar.date(date.description) == date)
      #expect(try QuantityGrammar.instant(instant.description) == instant)
      #expect(try QuantityGrammar.monthDay(date.monthDay.description) == date.monthDay)
    }
  }

  @Test(
    "Spoilt texts are refused or read as something that prints and reads back",
    arguments: QuantityForm.allCases)
  func mutations(form: QuantityForm) throws {
    var generator = SeededGenerator(seed: UInt64(form.examples.utf8.count))
    let seeds = form.examples.split(separator: "'").map(String.init).filter { $0 != " or " }
    let alphabet = Array("0123456789+-.eE%/: ,TQkMdhwymosunafri_x\t\nµ😀\u{301}\u{0}")
    var accepted = 0
    for _ in 0..<3_000 {
      var text = Array(seeds.randomElement(using: &generator) ?? "")
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: 0...text.count, using: &generator)
        let character = alphabet.randomElement(using: &generator) ?? " "
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: text.insert(character, at: place)
        case 1 where place < text.count: text[place] = character
        case 2 where place < text.count: text.remove(at: place)
        default: break
        }
      }
      do throws(QuantityFault) {
        let quantity = try AnyQuantity(form, String(text))
        accepted += 1
        let again = try? AnyQuantity(form, quantity.printed)
        if again == nil || (form != .percentage && again != quantity) {
          Issue.record("'\(String(text))' printed as '\(quantity.printed)' reads as something else")
        }
      } catch {
        #expect(error.sentence.hasPrefix("expected \(form.phrase)"))
      }
    }
    #expect(accepted > 0 && accepted < 3_000)
  }

  @Test("Bytes at random never crash a parser")
  func noise() {
    var generator = SeededGenerator(seed: 5)
    var refused = 0
    for _ in 0..<2_000 {
      let length = Int.random(in: 0...24, using: &generator)
      let bytes = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      let text = String(decoding: bytes, as: UTF8.self)
      for form in QuantityForm.allCases where (try? AnyQuantity(form, text)) == nil { refused += 1 }
    }
    #expect(refused > 2_000 * (QuantityForm.allCases.count - 3))
  }
}
