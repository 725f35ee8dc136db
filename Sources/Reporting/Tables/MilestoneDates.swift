import Quantities

/// The dates at which facilities reach their milestones, for the terminal.
public enum MilestoneDates {
  /// Facilities down, milestones across: the median date in ISO 8601, with the share of futures where it is below one;
  /// nil where every milestone is reached at the start or never.
  public static func table(_ input: ReportInput) -> AlignedTable? {
    let content = ReportContent(input)
    let shown = MilestoneSection.order.filter { measure, _ in
      content.facilities.contains { (probability(measure, $0, content) ?? 0) > 0 }
    }
    let rows = content.facilities.filter { facility in
      shown.contains { probability($0.0, facility, content) != nil }
    }
    let isPlain = rows.allSatisfy { facility in
      shown.allSatisfy { measure, _ in
        (probability(measure, facility, content) ?? 0) == 0 || day(measure, facility, content) == 0
      }
    }
    if isPlain { return nil }
    return AlignedTable(
      title: "Milestones: median dates, with the share of futures that reach them where it is not all",
      columns: [.init("facility")]
        + shown.map { .init($0.1.replacing(" treated", with: ""), isNumber: false) },
      rows: rows.map { facility in
        let meaningful = MilestoneSection.order(for: facility, in: [content]).map(\.0)
        return [content.name(facility)]
          + shown.map { meaningful.contains($0.0) ? text($0.0, facility, content) : NumberText.missing }
      })
  }

  private static func probability(_ measure: String, _ facility: String, _ content: ReportContent) -> Double?
  {
    content.index.row(measure, "probability", at: ["facility": facility])?.mean
  }

  private static func day(_ measure: String, _ facility: String, _ content: ReportContent) -> Int? {
    let row = content.index.row(measure, "probability", at: ["facility": facility])
    return content.days(row?.p50, unit: row?.unit ?? "").map { Int($0) }
  }

  private static func text(_ measure: String, _ facility: String, _ content: ReportContent) -> String {
    guard let probability = probability(measure, facility, content) else { return NumberText.missing }
    guard probability > 0 else { return "not reached" }
    let share = probability > 0.9995 ? "" : MilestoneSection.share(probability)
    let date = day(measure, facility, content).map { content.input.run.start.adding(days: $0).description }
    return [date, share].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
