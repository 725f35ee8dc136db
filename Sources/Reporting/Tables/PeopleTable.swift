/// People against what is needed, after 5, 10 and 15 years.
public enum PeopleTable {
  /// For the terminal; nil where people are not counted by month.
  public static func table(_ input: ReportInput) -> AlignedTable? {
    let people = PeopleMonths(ReportContent(input))
    if people.roles.isEmpty { return nil }
    return AlignedTable(
      title: "People: qualified of needed, and the probability that they are enough",
      columns: [.init("role")] + people.milestones.map { .init($0.words, isNumber: true) },
      rows: people.roles.map { role in
        [people.words(role)] + people.milestones.map { cell(people, role.scope($0.month)) }
      })
  }

  private static func cell(_ people: PeopleMonths, _ scope: [String: String]) -> String {
    func mean(_ measure: String) -> Double? { people.content.index.row(measure, at: scope)?.mean }
    guard let qualified = mean("staff.qualified-by-month"), let needed = mean("staff.needed-by-month"),
      let closed = mean("staff.gap-closed")
    else { return NumberText.missing }
    let share = PeopleMonths.share(closed)
    return
      "\(NumberText.fixed(qualified, decimals: 1)) of \(NumberText.fixed(needed, decimals: 1)), \(share)"
  }
}
