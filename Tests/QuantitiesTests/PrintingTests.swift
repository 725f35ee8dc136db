import Quantities
import Testing

@Suite struct PrintingTests {
  @Test(
    "Lengths for people show their two largest units",
    arguments: [
      (0, "0 s"), (0.25, "0.25 s"), (1.5, "1.5 s"), (0.0001, "0 s"), (9.9996, "10 s"), (45.4, "45 s"),
      (59.7, "1 min"),
      (90, "1 min 30 s"), (3_599.7, "1 h"), (5_400, "1 h 30 min"), (86_399, "1 d"),
      (86_400 * 3 + 4 * 3_600, "3 d 4 h"),
      (86_400 * 400, "400 d"), (-5_400, "-1 h 30 min"), (-0.0001, "0 s"), (.infinity, "–"), (.nan, "–"),
    ] as [(Double, String)])
  func elapsed(seconds: Double, text: String) {
    #expect(QuantityPrinting.elapsed(seconds: seconds) == text)
  }

  @Test("What is printed for people is never off by more than half of its smaller unit")
  func accuracy() throws {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<3_000 {
      let seconds = Double.random(in: 10...1_000_000, using: &generator)
      let words = QuantityPrinting.elapsed(seconds: seconds).split(separator: " ")
      var total = 0.0
      for index in stride(from: 0, to: words.count, by: 2) {
        let length = try QuantityGrammar.timeLength("\(words[index]) \(words[index + 1])")
        total += try #require(length.seconds)
      }
      let step: Double = seconds < 3_599.5 ? 1 : seconds < 86_370 ? 60 : 3_600
      #expect(abs(total - seconds) <= step / 2 + 1e-6, "\(seconds) as \(words)")
    }
  }

  @Test(
    "Numbers have no needless fraction",
    arguments: [
      (9, "9"), (1.5, "1.5"), (0, "0"), (-0.0, "0"), (1e15, "1000000000000000"), (1e20, "1e+20"),
      (123_456_789, "123456789"), (-2, "-2"),
    ] as [(Double, String)])
  func numbers(value: Double, text: String) {
    #expect(QuantityPrinting.number(value) == text)
  }

  @Test("Dates outside four digits carry a sign")
  func years() {
    #expect(CivilDate(year: 12_345, month: 1, day: 2)?.description == "+12345-01-02")
    #expect(CivilDate(year: -44, month: 3, day: 15)?.description == "-0044-03-15")
    #expect(CivilDate(year: 800, month: 12, day: 25)?.description == "0800-12-25")
  }
}
