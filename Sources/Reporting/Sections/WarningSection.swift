/// What a reader has to know before trusting a number.
struct WarningSection {
  let content: ReportContent

  var section: ReportSection? {
    let warnings = content.input.warnings
    return ReportSection(
      "warnings", "Warnings",
      warnings.isEmpty ? [] : [.tag("ul", ["class": "warnings"], warnings.map { .tag("li", [:], $0) })])
  }
}
