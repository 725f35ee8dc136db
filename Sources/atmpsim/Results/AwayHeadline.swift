import Experiments
import PipelineSimulation
import Reporting

/// The table on the terminal of people who are away, and of the work that others do in their place.
enum AwayHeadline {
  /// Empty where nobody falls ill and nobody stands in for others.
  static func table(_ table: EstimateTable, named name: (Scope) -> String) -> AlignedTable {
    let measures = ["staff.away", "staff.covered"]
    let rows = table.rows.filter {
      measures.contains($0.measure) && $0.statistic == .mean && Set($0.scope.keys) == [.facility, .role]
    }
    let byKey = Dictionary(rows.map { ($0.key, $0.estimate) }) { first, _ in first }
    var scopes: [Scope] = []
    for row in rows where !scopes.contains(row.scope) { scopes.append(row.scope) }
    return AlignedTable(
      title: "People away, and others in their place",
      columns: [
        .init("role"), .init("away at a time", isNumber: true),
        .init("hours that others worked", isNumber: true),
      ],
      rows: scopes.map { scope in
        [name(scope)]
          + measures.map { measure in
            let estimate = byKey[.init(measure, .mean, scope)]
            return NumberText.interval(estimate?.value, estimate?.interval?.low, estimate?.interval?.high)
          }
      })
  }
}
