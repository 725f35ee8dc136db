/// People, patients and money in some years of the run, of all scenarios beside the first, in one table.
struct YearTable {
  let rows: ComparisonRows

  /// The table; nil where no year is compared.
  var table: AlignedTable? {
    var lines: [[String]] = []
    var seen: Set<String> = []
    for entry in rows.input.years where seen.insert(key(entry)).inserted {
      let mine = rows.input.years.filter { key($0) == key(entry) }
      if mine.contains(where: { ($0.baseline ?? 0) != 0 || ($0.alternative ?? 0) != 0 }) {
        lines.append(cells(mine))
      }
    }
    if lines.isEmpty { return nil }
    let (columns, arranged) = rows.arranged("figure", lines)
    return AlignedTable(title: title, columns: columns, rows: arranged)
  }

  private var title: String {
    let numbers = Set(rows.input.years.map(\.number)).sorted().map { "\($0)" }
    let words =
      numbers.count < 2
      ? numbers.joined() : numbers.dropLast().joined(separator: ", ") + " and " + numbers[numbers.count - 1]
    return "In \(numbers.count < 2 ? "year" : "years") \(words) of the run: people, patients and money"
  }

  private func key(_ entry: ReportYear) -> String { "\(entry.number) \(entry.difference.measure)" }

  private func cells(_ entries: [ReportYear]) -> [String] {
    guard let first = entries.first else { return [] }
    let isMoney = first.difference.measure.hasPrefix("cost.")
    let scale = isMoney ? 0.001 : 1
    let year = rows.contents.first?.yearLabel(first.year) ?? "\(first.year)"
    var cells = ["\(year), \(words(first.difference))"]
    let others = rows.contents.indices.dropFirst().map { place in entries.first { $0.scenario == place } }
    cells += ([first.baseline] + others.map { $0?.alternative }).map {
      $0.map { NumberText.value($0 * scale) } ?? NumberText.missing
    }
    for entry in others {
      // A scenario that ends before, or does not report the figure.
      guard let entry else {
        cells += [NumberText.missing, ""]
        continue
      }
      let difference = entry.difference
      cells.append(
        NumberText.signedInterval(
          difference.mean.map { $0 * scale }, difference.low.map { $0 * scale },
          difference.high.map { $0 * scale }))
      cells.append(ComparisonRows.words(entry.verdict, for: difference.measure))
    }
    return cells
  }

  private func words(_ estimate: ReportEstimate) -> String {
    switch estimate.measure {
    case "staff.qualified": "people qualified"
    case "patients.treated": "patients treated"
    case "patients.lost": "patients lost"
    default: "\(MoneyText.unit(estimate.unit)) spent"
    }
  }
}
