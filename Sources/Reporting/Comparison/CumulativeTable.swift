/// Patients treated until the end of each year, at the facilities at which scenarios differ, as tables and as charts.
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
      let (columns, lines) = rows.arranged(
        "by the end of", years.compactMap { year in cells(year, mine.filter { $0.year == year }) })
      return AlignedTable(
        title: "Patients treated by the end of each year: \(name(facility))", columns: columns, rows: lines)
    }
  }

  /// One chart for each facility: how many more or fewer patients than in the first scenario, year by year.
  var charts: [Markup] {
    facilities.map { facility in
      let mine = rows.input.cumulative.filter { $0.facility == facility }
      let years = Set(mine.map(\.year)).sorted()
      let series = rows.contents.indices.dropFirst().map { place in
        LineChart.Series(
          name: "\(ScenarioLetter.of(place)) − A",
          points: years.map { year in
            mine.first { $0.scenario == place && $0.year == year }.flatMap { entry in
              entry.difference.mean.map { LineChart.Point($0, interval: entry.difference.interval) }
            }
          })
      }
      var chart = LineChart(
        title: "\(name(facility)): patients treated by the end of each year, beside A",
        description:
          "The difference to scenario A in the mean number of patients treated so far, with its interval.",
        unit: "patients more (+) or fewer (−) than A", categories: years.map { yearLabel($0) },
        series: series,
        width: 960)
      chart.firstColour = 1
      chart.intervalName = "\(rows.contents.first?.level ?? "95 %") interval"
      return .figure(
        "\(name(facility)): patients treated by the end of each year, more or fewer than in A", chart.picture)
    }
  }

  private func name(_ facility: String) -> String { rows.contents.first?.name(facility) ?? facility }

  private func yearLabel(_ year: Int) -> String { rows.contents.first?.yearLabel(year) ?? "\(year)" }

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
