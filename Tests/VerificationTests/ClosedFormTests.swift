import Foundation
import OutputAnalysis
import Testing
import Verification

@Suite(
  "Models with known answers", .serialized, .enabled(if: Gate.isRelease, "statistics run in release builds"))
struct ClosedFormTests {
  @Test(
    "The run agrees with theory, closely enough to notice and to reject the wrong model",
    arguments: ClosedFormCase.all)
  func agrees(_ one: ClosedFormCase) throws {
    let run = try Judgement(of: one)
    // A quarter of the length has to be enough to reject what is wrong, and spares time.
    let wrong = try Judgement(of: one, overrides: one.wrongModel, isShort: !Gate.isLong)
    for (index, figure) in one.figures.enumerated() {
      let estimate = try #require(run.estimates[index].value)
      let interval = try #require(run.estimates[index].interval)
      let wrongEstimate = try #require(wrong.estimates[index].value)
      let wrongInterval = try #require(wrong.estimates[index].interval)
      let shift = abs(wrongEstimate - estimate)
      let isRejected = !wrongInterval.contains(figure.theory)
      let line = Self.line(
        one, figure, estimate, interval, wrong: figure.noticesWrongModel ? isRejected : nil, shift: shift)
      FileHandle.standardOutput.write(Data("\(line)\n".utf8))
      #expect(interval.contains(figure.theory), "\(figure.name): \(figure.theory) not in \(interval)")
      #expect(interval.halfWidth <= 0.02 * figure.theory, "\(figure.name): the interval is wider than 2 %")
      guard figure.noticesWrongModel else { continue }
      #expect(
        interval.halfWidth <= shift / 2, "\(figure.name): the interval is too wide to notice the wrong model")
      #expect(isRejected, "\(figure.name): the wrong model passes with \(wrongEstimate)")
    }
  }

  /// Case, figure, theory, estimate, interval, distance in standard errors, half-width in per cent, wrong model.
  private static func line(
    _ one: ClosedFormCase, _ figure: Figure, _ estimate: Double, _ interval: Interval, wrong: Bool?,
    shift: Double
  ) -> String {
    let critical = CriticalValue.student(
      level: interval.level, degreesOfFreedom: Double(min(one.replications, 30) - 1))
    let distance = abs(estimate - figure.theory) / (interval.halfWidth / critical)
    let width = String(format: "%.2f %%", 100 * interval.halfWidth / figure.theory)
    let needed = String(format: "shift/2 %.2f %%", 50 * shift / figure.theory)
    func number(_ value: Double) -> String { String(format: "%11.6f", value) }
    func padded(_ text: String, _ width: Int) -> String {
      text.padding(toLength: max(width, text.count), withPad: " ", startingAt: 0)
    }
    let verdict = wrong.map { $0 ? "wrong model rejected" : "WRONG MODEL PASSES" } ?? "-"
    return [
      padded(one.name, 4), padded(one.file, 26), padded(figure.name, 24), number(figure.theory),
      number(estimate),
      "[\(number(interval.low)), \(number(interval.high))]", String(format: "|z| %5.2f", distance), width,
      needed,
      interval.contains(figure.theory) ? "ok" : "MISSED", verdict,
    ].joined(separator: "  ")
  }
}
