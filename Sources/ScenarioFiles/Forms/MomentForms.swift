import PipelineModel
import Quantities

extension Form where Value == CivilInstant {
  /// A date, a quarter, or a date with a time of day.
  static let instant = Form.scalar(
    .instant,
    { text in
      if let date = try? QuantityGrammar.date(text) { return .success(CivilInstant(date)) }
      do throws(QuantityFault) {
        return .success(try QuantityGrammar.instant(text))
      } catch {
        return .failure(MomentProblem.of(error, in: text, expected: ScalarKind.instant.expectation))
      }
    }, write: MomentText.text)
}

extension Form where Value == Moment {
  /// A date, a quarter, a date with a time of day, or a length of time after the start.
  static let moment = Form.scalar(
    .moment,
    { text in
      if let date = try? QuantityGrammar.date(text) { return .success(.civil(CivilInstant(date))) }
      if let instant = try? QuantityGrammar.instant(text) { return .success(.civil(instant)) }
      do throws(QuantityFault) {
        switch try QuantityGrammar.dateOrLength(text) {
        case .date(let date): return .success(.civil(CivilInstant(date)))
        case .length(let length) where length.unit == .wd:
          return .failure(.expected(what: ScalarKind.moment.expectation, found: "'\(text)'"))
        case .length(let length): return .success(.afterStart(length))
        }
      } catch {
        return .failure(MomentProblem.of(error, in: text, expected: ScalarKind.moment.expectation))
      }
    },
    write: { moment in
      switch moment {
      case .civil(let instant): MomentText.text(instant)
      case .afterStart(let length): QuantityPrinting.timeLength(length)
      }
    })
}

private enum MomentText {
  /// The date alone where the time of day is midnight.
  @Sendable static func text(_ instant: CivilInstant) -> String {
    instant.time == .midnight ? "\(instant.date)" : "\(instant)"
  }
}

private enum MomentProblem {
  /// A fault that says more than that the form is wrong is passed on; else all the forms are named.
  static func of(_ fault: QuantityFault, in text: String, expected: String) -> Problem {
    switch fault.kind {
    case .noSuchDate, .noSuchTime, .negative, .notFinite, .missingUnit, .unknownUnit: .quantity(fault)
    default: .expected(what: expected, found: "'\(text)'")
    }
  }
}
