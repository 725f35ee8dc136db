import Quantities

/// People by month of a report: roles, months, and the months that tables show.
struct PeopleMonths {
  /// One role of one facility.
  struct Role: Hashable {
    var facility: String
    var role: String

    /// The scope of the role in a month.
    func scope(_ month: String) -> [String: String] {
      ["facility": facility, "role": role, "month": month]
    }
  }

  let content: ReportContent
  /// Roles in the order of the result, without those of whom nobody is qualified, planned or needed.
  let roles: [Role]
  /// `2026-03` and so on, ascending.
  let months: [String]

  init(_ content: ReportContent) {
    self.content = content
    var (roles, used): ([Role], Set<Role>) = ([], [])
    var months: Set<String> = []
    for measure in ["staff.qualified-by-month", "staff.planned-by-month", "staff.needed-by-month"] {
      for row in content.index.rows(measure, by: ["facility", "role", "month"]) {
        guard let facility = row.scope["facility"], let name = row.scope["role"],
          let month = row.scope["month"]
        else { continue }
        let role = Role(facility: facility, role: name)
        if roles.last != role, !roles.contains(role) { roles.append(role) }
        if (row.mean ?? 0) > 0 { used.insert(role) }
        months.insert(month)
      }
    }
    self.roles = roles.filter(used.contains)
    self.months = months.sorted()
  }

  /// The last month of each year, with the year.
  var yearEnds: [(year: String, month: String)] {
    months.indices.filter { $0 == months.count - 1 || year(months[$0]) != year(months[$0 + 1]) }
      .map { (year(months[$0]), months[$0]) }
  }

  /// The months in which 5, 10 and 15 years of the run are over, as far as it goes, or its last month.
  var milestones: [(words: String, month: String)] {
    let within = [5, 10, 15].filter { 12 * $0 <= months.count }.map {
      ("after \($0) years", months[12 * $0 - 1])
    }
    return within.isEmpty ? months.last.map { [("at the end", $0)] } ?? [] : within
  }

  /// A probability in whole percent, with its interval: `31 % (25 – 38)`. What is not sure never reads as 100 %.
  static func share(_ estimate: ReportEstimate) -> String {
    guard let mean = estimate.mean else { return NumberText.missing }
    let middle = share(mean)
    guard let low = estimate.low, let high = estimate.high, low < high else { return middle }
    return "\(middle) (\(NumberText.range(low * 100, high * 100, decimals: 0)))"
  }

  /// A probability in whole percent.
  static func share(_ probability: Double) -> String {
    probability == 0 || probability == 1
      ? NumberText.percentage(probability, decimals: 0) : MilestoneSection.share(probability)
  }

  func year(_ month: String) -> String { String(month.prefix(4)) }

  /// `Operator, Lund`.
  func words(_ role: Role) -> String { "\(content.name(role.role)), \(content.name(role.facility))" }
}
