/// Patients treated until the end of each year, at the facilities at which scenarios differ.
struct CumulativeTable {
  let rows: ComparisonRows

  /// The facilities at which a difference is seen in any year, in order of appearance.
  private var facilities: [String] {
    var seen: Set<String> = []
    return rows.input.cumulative.filter {
      !ComparisonRows.isSame($0.verdict) && $0.verdict != ComparisonRows.notSeen
    }.map(\.facility).filter {
      seen.insert($0).inserted
    }
  }

  /// One table for each facility, one row a year.
  var tables: [AlignedTable] {
    facilities.map { facility in
      let mine = rows.input.cumulative.filter { $0.facility == facility }
      let years = Set(mine.map(\.year)).sorted()
      return AlignedTable(
        title: "Patients treated by the end of each year: \(rows.contents.first?.name(facility) ?? facility)",
        columns: rows.columns("by the end of"),
        rows: years.compactMap { year in cells(year, mine.filter { $0.year == year }) })
    }
  }

  private func cells(_ year: Int, _ entries: [ReportCumulative]) -> [String]? {
    guard let first = entries.first,
      entries.contains(where: { ($0.baseline ?? 0) + ($0.alternative ?? 0) > 0 })
    else { return nil }
    let values = [first.baseline] + entries.map(\.alternative)
    var cells = ["\(year)"] + values.map { $0.map(NumberText.value) ?? NumberText.missing }
    for entry in entries {
      cells.append(ComparisonRows.signed(entry.difference))
      cells.append(ComparisonRows.words(entry.verdict, for: entry.measure))
    }
    return cells
  }
}
