/// What the measures of this report mean.
struct GlossarySection {
  let content: ReportContent

  var section: ReportSection? {
    let rows = content.index.measures.compactMap { measure in
      content.input.definitions[measure].map { [measure, $0] }
    }
    let table = DataTable(caption: "", columns: [.init("measure"), .init("meaning")], rows: rows)
    return ReportSection(
      "glossary", "What the measures mean",
      rows.isEmpty
        ? [] : [.tag("details", [:], [.tag("summary", [:], "\(rows.count) measures"), table.markup])],
      isForScreen: true)
  }
}
