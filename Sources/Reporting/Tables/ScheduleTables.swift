import Quantities

extension CSVTable {
  /// The schedule of the coming weeks, one row for each planned step. The last columns say how the run was made.
  public static func schedule(_ input: ReportInput) -> CSVTable {
    let header = [
      "who", "product", "facility", "slot", "step", "planned", "same plan in all", "plans [per replication]",
      "keeps its date [1]", "p10", "p50", "p90", "not before the end [1]",
    ]
    let rows = input.schedule.map { row -> [Field] in
      [
        .text(row.who ?? ""), .text(row.product), .text(row.facility), date(row.slot), .text(row.step),
        date(row.planned), .text(row.isFixed ? "yes" : "no"), .number(row.occurrences), .number(row.kept),
        date(row.p10), date(row.p50), date(row.p90), .number(row.never),
      ]
    }
    var table = CSVTable(header: header, rows: rows)
    table.append(input.run.columns(command: input.run.command))
    return table
  }

  private static func date(_ date: CivilDate?) -> Field { .text(date?.description ?? "") }
}

/// The schedule as people read it: one line for each step, by date.
public enum ScheduleLines {
  /// The headings.
  public static var columns: [AlignedTable.Column] {
    [
      .init("who"), .init("step"), .init("planned"), .init("keeps its day", isNumber: true),
      .init("8 of 10 begin"), .init("not before the end", isNumber: true),
    ]
  }

  /// The table for the terminal, with at most so many rows.
  public static func table(_ input: ReportInput, atMost most: Int) -> AlignedTable {
    let known = ordered(input.schedule.filter { $0.who != nil })
    let rows = known.isEmpty ? ordered(input.schedule) : known
    var cells = rows.prefix(most).map(Self.cells)
    if rows.count > most || rows.count < input.schedule.count {
      cells.append(["all \(input.schedule.count) rows are in schedule.csv", "", "", "", "", ""])
    }
    return AlignedTable(
      title: "Schedule of the coming weeks: planned, and simulated", columns: columns, rows: cells)
  }

  /// The cells of a row.
  static func cells(_ row: ReportScheduleRow) -> [String] {
    [
      name(row), row.step, row.planned.map { DateText.short($0) + (row.isFixed ? "" : " or so") } ?? "–",
      NumberText.percentage(row.kept, decimals: 0), begins(row),
      row.never > 0 ? NumberText.percentage(row.never, decimals: row.never < 0.01 ? 1 : 0) : "",
    ]
  }

  /// Who it is, or which slot.
  static func name(_ row: ReportScheduleRow) -> String {
    row.who ?? "\(row.product), slot of \(row.slot.map(DateText.short) ?? "–")"
  }

  /// From when to when eight of ten begin.
  static func begins(_ row: ReportScheduleRow) -> String {
    guard let first = row.p10 else { return "later, or never" }
    guard let last = row.p90 else { return "\(DateText.short(first)) or later" }
    return first == last ? DateText.short(first) : "\(DateText.short(first)) – \(DateText.short(last))"
  }

  /// By date, then in the order of the scenario.
  static func ordered(_ rows: [ReportScheduleRow]) -> [ReportScheduleRow] {
    let last = CivilDate(dayNumber: Int(Int32.max))
    return rows.enumerated().sorted { left, right in
      let dates = [left.element, right.element].map { $0.planned ?? $0.p50 ?? last }
      return (dates[0], left.offset) < (dates[1], right.offset)
    }.map(\.element)
  }
}
