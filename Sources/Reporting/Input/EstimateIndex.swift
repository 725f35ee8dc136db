/// Finds estimates by measure, statistic and the keys of their scope; keeps the order of the result.
package struct EstimateIndex: Sendable {
  private struct Place: Hashable {
    var measure: String
    var statistic: String
    var keys: Set<String>
  }

  private struct Exact: Hashable {
    var measure: String
    var statistic: String
    var scope: [String: String]
  }

  private var places: [Place: [ReportEstimate]] = [:]
  private var exact: [Exact: ReportEstimate] = [:]
  /// All measures that occur, in order of first appearance.
  package private(set) var measures: [String] = []

  /// Sorts the estimates into place; linear in their number.
  package init(_ estimates: [ReportEstimate]) {
    var seen: Set<String> = []
    for estimate in estimates {
      if seen.insert(estimate.measure).inserted { measures.append(estimate.measure) }
      let place = Place(
        measure: estimate.measure, statistic: estimate.statistic, keys: estimate.scope.keys)
      places[place, default: []].append(estimate)
      let scope = Dictionary(estimate.scope.entries.map { ($0.key, $0.value) }) { first, _ in first }
      let key = Exact(measure: estimate.measure, statistic: estimate.statistic, scope: scope)
      if exact[key] == nil { exact[key] = estimate }
    }
  }

  /// The estimates whose scope has exactly these keys.
  package func rows(_ measure: String, _ statistic: String = "mean", by keys: Set<String>) -> [ReportEstimate]
  {
    places[Place(measure: measure, statistic: statistic, keys: keys)] ?? []
  }

  /// The estimates whose scope has exactly these keys and, under some of them, these values.
  package func rows(
    _ measure: String, _ statistic: String = "mean", by keys: Set<String>, where values: [String: String]
  ) -> [ReportEstimate] {
    rows(measure, statistic, by: keys).filter { row in values.allSatisfy { row.scope[$0.key] == $0.value } }
  }

  /// The estimate at exactly this scope, the first where there are several, or nil; constant time.
  package func row(
    _ measure: String, _ statistic: String = "mean", at values: [String: String] = [:]
  ) -> ReportEstimate? {
    exact[Exact(measure: measure, statistic: statistic, scope: values)]
  }
}
