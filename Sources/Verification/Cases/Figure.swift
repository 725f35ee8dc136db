import OutputAnalysis
import PipelineSimulation

/// One number that theory gives, and how a run estimates it.
public struct Figure: Sendable {
  /// How the runs' numbers become the estimate.
  public enum Source: Sendable {
    /// A row of the estimates.
    case row(measure: String, statistic: String, scope: Scope)
    /// A number computed from each replication's record; Student's interval over replications.
    case each(@Sendable (RecordLayout, ReplicationRecord) -> Double)
    /// A sum over a sum, both computed from each replication's record.
    case quotient(@Sendable (RecordLayout, ReplicationRecord) -> Ratio)
    /// The variance between replications of a number computed from each; Student's interval over thirty groups.
    case variance(@Sendable (RecordLayout, ReplicationRecord) -> Double)
  }

  /// What it is, in words.
  public var name: String
  /// What theory says.
  public var theory: Double
  /// How a run estimates it.
  public var source: Source
  /// Whether the wrong model shifts this figure, so that the test has to reject it.
  public var noticesWrongModel = true

  /// Whether the figure is computed from each replication, and not among the printed estimates.
  public var isOwn: Bool {
    if case .row = source { false } else { true }
  }

  /// A row of the estimates of one product, at one of its steps where one is named.
  static func row(
    _ name: String, _ theory: Double, _ measure: String, _ statistic: String = "mean",
    product: String = "customer", step: String? = nil
  ) -> Figure {
    var scope: [Scope.Key: Scope.Value] = [.product: .name(product)]
    if let step { scope[.step] = .name(step) }
    return Figure(
      name: name, theory: theory,
      source: .row(measure: measure, statistic: statistic, scope: Scope(scope)))
  }

  /// A row of the estimates in any scope.
  static func row(
    _ name: String, _ theory: Double, _ measure: String, _ statistic: String = "mean",
    in scope: [Scope.Key: Scope.Value]
  ) -> Figure {
    Figure(
      name: name, theory: theory, source: .row(measure: measure, statistic: statistic, scope: Scope(scope)))
  }
}

extension ReplicationRecord {
  /// The sum of a measure's first numbers over all slots that a scope covers.
  func sum(_ measure: String, _ layout: RecordLayout, _ scope: [Scope.Key: Scope.Value] = [:]) -> Double {
    places(measure, layout, scope).reduce(0) { $0 + values[$1] }
  }

  /// A ratio measure's numerator over its denominator in one slot.
  func ratio(_ measure: String, _ layout: RecordLayout, _ scope: [Scope.Key: Scope.Value]) -> Double {
    places(measure, layout, scope).first.map { values[$0] / values[$0 + 1] } ?? .nan
  }

  private func places(
    _ measure: String, _ layout: RecordLayout, _ scope: [Scope.Key: Scope.Value]
  ) -> [Int] {
    layout.slots.filter { slot in
      layout.measures[slot.measure].name == measure && scope.allSatisfy { slot.scope[$0.key] == $0.value }
    }
    .map(\.offset)
  }
}
