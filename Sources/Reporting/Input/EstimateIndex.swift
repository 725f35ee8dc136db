/// Finds estimates by measure, statistic and the keys of their scope; keeps the order of the result.
package struct EstimateIndex: Sendable {
  private struct Place: Hashable {
    var measure: String
    var statistic: String
    var keys: Set<String>
  }

  /// The estimates, whose storage the input shares; and the places of each in it, which take little room beside them.
  private let estimates: [ReportEstimate]
  private var places: [Place: [Int32]] = [:]
  private var exact: [String: Int32] = [:]
  /// All measures that occur, in order of first appearance.
  package private(set) var measures: [String] = []

  /// Sorts the estimates into place; linear in their number.
  package init(_ estimates: [ReportEstimate]) {
    self.estimates = estimates
    var seen: Set<String> = []
    for (number, estimate) in estimates.enumerated() {
      if seen.insert(estimate.measure).inserted { measures.append(estimate.measure) }
      let place = Place(
        measure: estimate.measure, statistic: estimate.statistic, keys: estimate.scope.keys)
      places[place, default: []].append(Int32(number))
      let key = Self.key(
        estimate.measure, estimate.statistic, estimate.scope.entries.lazy.map { ($0.key, $0.value) })
      if exact[key] == nil { exact[key] = Int32(number) }
    }
  }

  /// The estimates whose scope has exactly these keys.
  package func rows(_ measure: String, _ statistic: String = "mean", by keys: Set<String>) -> [ReportEstimate]
  {
    (places[Place(measure: measure, statistic: statistic, keys: keys)] ?? []).map { estimates[Int($0)] }
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
    exact[Self.key(measure, statistic, values.lazy.map { ($0.key, $0.value) })].map { estimates[Int($0)] }
  }

  /// A measure, a statistic and a scope in one text, in which no name can look like two.
  private static func key(
    _ measure: String, _ statistic: String, _ scope: some Collection<(String, String)>
  ) -> String {
    let words = scope.map { "\($0.0)\u{1F}\($0.1)" }.sorted()
    return ([measure, statistic] + words).joined(separator: "\u{1E}")
  }
}
