/// Measures of roles side by side, over the whole period: a row for each role of which one of them is known.
struct RoleTable {
  let content: ReportContent
  /// Measures with the heads of their columns.
  let measures: [(name: String, head: String)]
  let caption: String

  /// The table; nil where no role has any of the measures.
  var markup: Markup? {
    let shown = measures.filter { !content.index.rows($0.name, by: ["facility", "role"]).isEmpty }
    let rows = content.facilities.flatMap { facility in
      let all = measures.flatMap {
        content.index.rows($0.name, by: ["facility", "role"], where: ["facility": facility])
      }
      return content.values("role", in: all).map { role in
        [content.name(role), content.name(facility)]
          + shown.map {
            QuantityText.interval(content.index.row($0.name, at: ["facility": facility, "role": role]))
          }
      }
    }
    if rows.isEmpty { return nil }
    return DataTable(
      caption: "\(caption): mean (\(content.level) interval of the mean)",
      columns: [.init("role"), .init("facility")] + shown.map { .init($0.head, isNumber: true) }, rows: rows
    ).markup
  }
}
