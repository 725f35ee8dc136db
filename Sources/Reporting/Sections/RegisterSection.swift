/// Every note on where a number comes from: facts with their sources, assumptions with their reasons, ranges. Notes that
/// say the same stand together, so that a long register stays short enough to print.
struct RegisterSection {
  let content: ReportContent

  var section: ReportSection? {
    let notes = content.input.notes
    guard !notes.isEmpty else { return nil }
    let counts = ReportNote.Kind.allCases.map { kind in notes.filter { $0.kind == kind }.count }
    let words =
      "\(DateText.counted(counts[0], "fact")) with a source, \(DateText.counted(counts[1], "assumption"))"
      + (counts[2] > 0 ? " and \(DateText.counted(counts[2], "range")) without a reason." : ".")
      + " A note covers every number below its place in the scenario file that has no note of its own; in brackets the "
      + "range in which the number may lie."
    return ReportSection(
      "register", "Facts and assumptions",
      [
        .paragraph(words), share(counts),
        list(.assumption, "Assumptions: why, and for what"), list(.unstated, "Ranges only: for what"),
        list(.fact, "Facts: the source, and for what"),
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

  /// The notes of a kind, one entry for each different text, in order of first appearance.
  private func list(_ kind: ReportNote.Kind, _ title: String) -> Markup {
    let notes = content.input.notes.filter { $0.kind == kind }
    guard !notes.isEmpty else { return .nothing }
    var places: [String: [String]] = [:]
    var order: [String] = []
    for note in notes {
      if places[note.text] == nil { order.append(note.text) }
      let range = note.range.isEmpty ? "" : " [\(note.range.joined(separator: " to "))]"
      places[note.text, default: []].append(note.path + range)
    }
    let entries = order.map { text in
      Markup.tag(
        "li", [:],
        [
          text.isEmpty ? .nothing : .tag("strong", [:], text + ": "),
          .tag("span", ["class": "places"], (places[text] ?? []).joined(separator: "; ")),
        ])
    }
    return .tag(
      "details", [:],
      [.tag("summary", [:], "\(title) (\(notes.count))"), .tag("ul", ["class": "register"], entries)])
  }
}
