import PipelineModel
import Quantities
import Reporting

/// What a description says of people: dated plans, attrition by period, absence.
enum StaffWords {
  /// `7, from 2026-01-01 on 9 full-time equivalents of`.
  static func plan(_ changes: [EquivalentsChange]) -> String {
    let words = changes.map { change in
      let number = QuantityPrinting.number(change.equivalents)
      if case .afterStart(let length) = change.at, length.amount == 0 { return number }
      return "from \(moment(change.at)) on \(number)"
    }
    return "\(words.joined(separator: ", ")) full-time equivalents of"
  }

  /// What stands behind the name of a role.
  static func of(_ resource: Resource) -> String {
    var words: [String] = []
    for period in resource.turnover?.attritionPeriods ?? [] {
      let end = period.until.map { " until \(moment($0))" } ?? ""
      words.append(
        "people leave \(QuantityPrinting.number(period.factor)) times as often from \(moment(period.from))\(end)"
      )
    }
    if let product = resource.turnover?.qualifiedBy {
      words.append("newcomers are qualified by \(product)")
    }
    if let absence = resource.absence {
      words.append(
        "each is away \(SpanWords.share(absence.share)) of the time, in spells of \(SpanWords.of(absence.spells))"
      )
    }
    if let cover = resource.cover {
      let wait = cover.after.amount > 0 ? " after \(QuantityPrinting.timeLength(cover.after))" : ""
      words.append("covered by \(cover.by.joined(separator: ", then "))\(wait)")
    }
    if let role = resource.onCall?.from { words.append("on call, people of \(role)") }
    if let rest = resource.onCall?.rest {
      let call = resource.onCall?.from == nil ? "work outside these hours" : "a call"
      words.append("\(QuantityPrinting.timeLength(rest)) of rest after \(call)")
    }
    if !resource.certificates.isEmpty {
      words.append("certificates: \(CertificateWords.held(resource.certificates))")
    }
    return words.map { "; \($0)" }.joined()
  }

  private static func moment(_ moment: Moment) -> String {
    switch moment {
    case .civil(let instant): QuantityPrinting.instant(instant)
    case .afterStart(let length): "\(QuantityPrinting.timeLength(length)) after the start"
    }
  }
}
