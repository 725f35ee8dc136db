/// Every note on where a number comes from: facts with their sources, assumptions with their reasons, ranges.
struct RegisterSection {
  let content: ReportContent

  var section: ReportSection? {
    let notes = content.input.notes
    guard !notes.isEmpty else { return nil }
    let counts = ReportNote.Kind.allCases.map { kind in notes.filter { $0.kind == kind }.count }
    let words =
      "\(DateText.counted(counts[0], "fact")) with a source, \(DateText.counted(counts[1], "assumption"))"
      + (counts[2] > 0 ? " and \(DateText.counted(counts[2], "range")) without a reason." : ".")
      + " A note covers every number below its place in the scenario that has no note of its own."
    return ReportSection(
      "register", "Facts and assumptions",
      [
        .paragraph(words), share(counts),
        table(.assumption, "Assumptions"), table(.unstated, "Ranges only"), table(.fact, "Facts"),
      ])
  }

  private func share(_ counts: [Int]) -> Markup {
    let rows = zip(["facts", "assumptions", "ranges only"], counts).filter { $0.1 > 0 }.map { name, count in
      CascadeChart.Row(
        label: name, length: Double(count), text: NumberText.count(count),
        tone: name == "facts" ? .kept : .open)
    }
    let chart = CascadeChart(
      title: "How many notes are facts and how many are assumptions",
      description: rows.map { "\($0.label): \($0.text)" }.joined(separator: ", ") + ".", rows: rows,
      width: 470)
    return .figure("", chart.picture)
  }

  private func table(_ kind: ReportNote.Kind, _ title: String) -> Markup {
    let notes = content.input.notes.filter { $0.kind == kind }
    guard !notes.isEmpty else { return .nothing }
    let table = DataTable(
      caption: "",
      columns: [.init("place in the scenario"), .init(kind == .fact ? "source" : "why"), .init("range")],
      rows: notes.map { [$0.path, $0.text, $0.range.joined(separator: " to ")] })
    return .tag(
      "details", kind == .fact ? [:] : ["open": "open"],
      [.tag("summary", [:], "\(title) (\(notes.count))"), table.markup])
  }
}
