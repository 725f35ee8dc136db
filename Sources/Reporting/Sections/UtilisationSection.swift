/// How busy rooms, devices and people are: one heat map for each facility, resources down, years across.
struct UtilisationSection {
  let content: ReportContent

  private static let measures = [
    ("room.utilisation", "room"), ("device.utilisation", "device"), ("staff.utilisation", "staff"),
  ]

  var section: ReportSection? {
    let figures = content.facilities.compactMap(figure)
    guard !figures.isEmpty else { return nil }
    return ReportSection(
      "utilisation", "How busy rooms, devices and people are",
      [
        .paragraph(
          "Share of the open or present time in use, mean over replications. Above about 85 %, small disturbances "
            + "make long queues.")
      ] + figures)
  }

  private func figure(_ facility: String) -> Markup? {
    var columns: Set<Int> = []
    var entries: [(label: String, values: [Int: Double])] = []
    for (measure, kind) in Self.measures {
      for key in ["resource", "role"] {
        let rows = content.index.rows(measure, by: ["facility", key, "year"], where: ["facility": facility])
        columns.formUnion(content.years(rows))
        for resource in content.values(key, in: rows) {
          let mine = rows.filter { $0.scope[key] == resource }
          let pairs = mine.compactMap { row in row.scope.year.flatMap { year in row.mean.map { (year, $0) } }
          }
          guard !pairs.isEmpty else { continue }
          entries.append(("\(content.name(resource)) · \(kind)", Dictionary(pairs) { first, _ in first }))
        }
      }
    }
    guard !entries.isEmpty else { return nil }
    let years = columns.sorted()
    let busiest = entries.max { ($0.values.values.max() ?? 0) < ($1.values.values.max() ?? 0) }?.label ?? ""
    let map = HeatMap(
      title: "\(content.name(facility)): share of time in use",
      description: "Resources by year; every cell says its percentage. The busiest is \(busiest).",
      columns: years.map(content.yearLabel),
      rows: entries.map { entry in HeatMap.Row(label: entry.label, values: years.map { entry.values[$0] }) },
      width: 960)
    return .figure(content.name(facility), map.picture)
  }
}
