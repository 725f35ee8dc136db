import ArgumentParser
import Quantities

/// What `--schedule` accepts: a length of time such as `8wk`, at most two years.
struct ScheduleWindow: Sendable {
  private let length: TimeLength

  /// Reads a length.
  init(_ text: String) throws {
    guard let length = try? QuantityGrammar.timeLength(text), let seconds = length.seconds, seconds > 0,
      seconds <= 731 * 86_400
    else {
      throw ValidationError(
        "--schedule needs a length of time up to two years, such as '8wk'; found '\(text)'")
    }
    self.length = length
  }

  /// As the canonical command has it: without blanks.
  var written: String { QuantityPrinting.timeLength(length).filter { $0 != " " } }

  /// The length in ticks.
  func span(_ tick: TickLength) -> SimulationSpan? { tick.span(of: length) }
}
