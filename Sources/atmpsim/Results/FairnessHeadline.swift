import Experiments
import PipelineSimulation
import Reporting
import ResultStore

/// What the terminal shows of who is on time, and how patients fare by how sick they are.
enum FairnessHeadline {
  /// The share of infusions within the target of each product that has one.
  static func onTime(_ table: EstimateTable, named name: (Scope) -> String) -> AlignedTable {
    AlignedTable(
      title: "Infused within the target", columns: [.init("product"), .init("share", isNumber: true)],
      rows: rows(table, "patients.on-time", .mean, [.product]).map { [name($0.key.scope), share($0)] })
  }

  /// Waits and shares by class of severity.
  static func classes(_ table: EstimateTable, named name: (Scope) -> String) -> AlignedTable {
    let waits = rows(table, "fairness.wait", .mean, [.product, .severity])
    let late = rows(table, "fairness.wait", .p90, [.product, .severity])
    let infused = rows(table, "fairness.infused", .mean, [.product, .severity])
    func text(_ row: EstimateRow?) -> String {
      NumberText.interval(
        row?.estimate.value, row?.estimate.interval?.low, row?.estimate.interval?.high)
    }
    return AlignedTable(
      title: "By severity at the referral: days to the infusion",
      columns: [
        .init("product"), .init("severity"), .init("mean", isNumber: true),
        .init("9 of 10 below", isNumber: true), .init("infused, of those who left", isNumber: true),
      ],
      rows: waits.map { row in
        let scope = row.key.scope
        return [
          name(Scope([.product: scope[.product] ?? .name("")])), scope[.severity]?.text ?? "", text(row),
          text(late.first { $0.key.scope == scope }),
          infused.first { $0.key.scope == scope }.map(share) ?? "",
        ]
      })
  }

  private static func rows(
    _ table: EstimateTable, _ measure: String, _ statistic: Statistic, _ keys: [Scope.Key]
  ) -> [EstimateRow] {
    table.rows.filter {
      $0.key.measure == measure && $0.key.statistic == statistic && $0.key.scope.keys == keys
    }
  }

  private static func share(_ row: EstimateRow) -> String {
    NumberText.percentageInterval(
      row.estimate.value, row.estimate.interval?.low, row.estimate.interval?.high)
  }
}
