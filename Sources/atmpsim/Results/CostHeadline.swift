import Experiments
import PipelineSimulation
import Reporting

/// The table of costs on the terminal: in thousands, by product, with what is idle and what all cost.
enum CostHeadline {
  /// Empty where the scenario has no prices.
  static func table(_ table: EstimateTable, named name: (Scope) -> String) -> AlignedTable {
    let rows = Dictionary(
      table.rows.filter { $0.measure.hasPrefix("cost.") }.map { ($0.key, $0) }
    ) { first, _ in first }
    guard let whole = rows[.init("cost.total", .mean)], (whole.estimate.value ?? 0) > 0 else {
      return AlignedTable(title: "", columns: [], rows: [])
    }
    func cell(_ measure: String, _ scope: Scope) -> String {
      let estimate = rows[.init(measure, .mean, scope)]?.estimate
      return MoneyText.interval(estimate?.value, estimate?.interval?.low, estimate?.interval?.high)
    }
    let products = table.rows.filter {
      $0.measure == "cost.total" && $0.scope.keys == [.product] && ($0.estimate.value ?? 0) > 0
    }.map(\.scope)
    let measures = ["cost.total", "cost.failed", "cost.per-dose-released", "cost.per-patient-treated"]
    return AlignedTable(
      title: "Costs, in \(MoneyText.unit(whole.unit))",
      columns: [
        .init("product"), .init("in all", isNumber: true), .init("on failed batches", isNumber: true),
        .init("a dose released", isNumber: true), .init("a patient treated", isNumber: true),
      ],
      rows: (products + [Scope()]).map { scope in [name(scope)] + measures.map { cell($0, scope) } })
  }
}
