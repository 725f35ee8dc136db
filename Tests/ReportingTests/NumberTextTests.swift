import Reporting
import Testing

@Suite struct NumberTextTests {
  @Test(
    "Three significant digits, whole numbers kept whole",
    arguments: [
      (0.0, "0"), (12.34, "12.3"), (1.234, "1.23"), (0.012345, "0.0123"), (99.96, "100"), (123.4, "123"),
      (1234.4, "1,234"), (1_234_567, "1,234,567"), (7, "7"), (-12.34, "−12.3"), (9.999, "10.0"),
    ])
  func values(_ value: Double, _ text: String) { #expect(NumberText.value(value) == text) }

  @Test("An interval shows the same decimals at all three places, and enough of them to see its width")
  func intervals() {
    #expect(NumberText.interval(12.34, 11.91, 12.81) == "12.3 (11.9 – 12.8)")
    #expect(NumberText.interval(500, 499.7, 500.3) == "500.0 (499.7 – 500.3)")
    #expect(NumberText.interval(12.34, nil, nil) == "12.3")
    #expect(NumberText.interval(nil, 1, 2) == "–")
    #expect(NumberText.interval(0, 0, 0) == "0")
    #expect(NumberText.percentageInterval(0.8532, 0.8411, 0.8644) == "85.3 % (84.1 – 86.4)")
    #expect(NumberText.signedInterval(3.21, 1.14, 5.28) == "+3.2 (+1.1 to +5.3)")
    #expect(NumberText.signedInterval(-0.4, -1.2, 0.4) == "−0.40 (−1.20 to +0.40)")
    #expect(NumberText.signedInterval(0.0142, 0.0119, 0.0166, atMost: 2) == "+0.01 (+0.01 to +0.02)")
    #expect(
      NumberText.interval(0.035, 0.0093, 0.0607) == "0.035 (0.009 – 0.061)", "no digit that nobody knows")
    #expect(NumberText.range(4, 11) == "4 – 11" && NumberText.range(5.5, 14) == "5.5 – 14.0")
    #expect(NumberText.interval(0, 0, 0.01844) == "0 (up to 0.018)")
    #expect(NumberText.percentageInterval(0, 0, 0.0188) == "0 % (up to 1.9)")
  }

  @Test("A number that rounds to zero has no sign, and no number is a dash")
  func edges() {
    #expect(NumberText.fixed(-0.001, decimals: 1) == "0.0")
    #expect(NumberText.signed(0.0) == "0")
    #expect(NumberText.fixed(.nan, decimals: 2) == "–")
    #expect(NumberText.fixed(-.infinity, decimals: 2) == "–")
    #expect(NumberText.fixed(0.05, decimals: 3) == "0.050")
    #expect(NumberText.spoken(57.6) == "58" && NumberText.spoken(0.917) == "0.92")
    #expect(NumberText.count(-1_234) == "−1,234")
  }
}
