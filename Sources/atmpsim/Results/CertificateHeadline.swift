import Experiments
import PipelineSimulation
import Reporting

/// The table on the terminal of certificates: how many hold each, and how often one was renewed and lapsed.
enum CertificateHeadline {
  private static let measures = [
    ("staff.certified", "hold it"), ("certificates.renewed", "renewed"),
    ("certificates.failed", "not passed"),
    ("certificates.lapsed", "lapsed"),
  ]

  /// Empty where nobody holds any.
  static func table(_ table: EstimateTable, named name: (Scope) -> String) -> AlignedTable {
    let rows = table.rows.filter { row in
      measures.contains { $0.0 == row.measure } && row.statistic == .mean
        && Set(row.scope.keys) == [.facility, .role, .certificate]
    }
    let byKey = Dictionary(rows.map { ($0.key, $0.estimate) }) { first, _ in first }
    var scopes: [Scope] = []
    for row in rows where !scopes.contains(row.scope) { scopes.append(row.scope) }
    return AlignedTable(
      title: "Certificates of people",
      columns: [.init("role and certificate")] + measures.map { .init($0.1, isNumber: true) },
      rows: scopes.map { scope in
        [name(scope)]
          + measures.map { measure in
            let estimate = byKey[.init(measure.0, .mean, scope)]
            return NumberText.interval(estimate?.value, estimate?.interval?.low, estimate?.interval?.high)
          }
      })
  }
}
