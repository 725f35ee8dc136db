/// What a reader has to know before trusting a number.
struct WarningSection {
  let content: ReportContent

  var section: ReportSection? {
    // How the run ended comes first: it may be that no number below can be trusted.
    let outcome = content.input.run.outcome
    let items =
      (outcome.isEmpty ? [] : [Markup.tag("li", [:], [.tag("strong", [:], outcome)])])
      + content.input.warnings.map { .tag("li", [:], $0) }
    return ReportSection(
      "warnings", "Warnings", items.isEmpty ? [] : [.tag("ul", ["class": "warnings"], items)])
  }
}
