import Experiments
import PipelineSimulation

/// Sentences that a reader has to see before trusting a number.
enum RunWarnings {
  static func of(_ columns: ResultColumns, _ table: EstimateTable) -> [String] {
    var warnings: [String] = []
    if columns.stopped.total > 0 {
      warnings.append(
        "\(columns.stopped.total) of \(columns.replications) replications stopped before the horizon; "
          + "estimates mix whole and broken futures")
    }
    if columns.replications == 1 {
      warnings.append(
        "one replication cannot say how uncertain an estimate is; there are no intervals over replications")
    } else if columns.replications > 1, columns.replications < 10 {
      warnings.append("\(columns.replications) replications are few; intervals rest on Student's law alone")
    }
    let runs = table.rows(of: "runs.begun").reduce(0) { $0 + ($1.estimate.value ?? 0) }
    if columns.replications > 0, columns.totalSize.patients == 0, runs == 0 {
      warnings.append("no patient or job ever arrived")
    }
    // Who waits to the end is in the length of his line, and not among the waits of those who were served.
    let waits = table.rows(of: "line.wait", .max) + table.rows(of: "line.length")
    if !waits.isEmpty, waits.allSatisfy({ ($0.estimate.value ?? 0) == 0 }) {
      warnings.append("nothing ever waited in a line")
    }
    let unused = ["room.utilisation", "device.utilisation", "staff.utilisation"].flatMap { measure in
      table.rows(of: measure).filter(isUnused)
    }
    let names = unused.map { row in row.scope.entries.map { "\($0.value.text)" }.joined(separator: "/") }
    if !names.isEmpty { warnings.append("never used: \(names.joined(separator: ", "))") }
    return warnings
  }

  /// Whether a row says that one resource of one facility was never used.
  private static func isUnused(_ row: EstimateRow) -> Bool {
    let isOne = row.scope[.facility] != nil && (row.scope[.resource] != nil || row.scope[.role] != nil)
    return isOne && row.scope[.year] == nil && row.estimate.value == 0
  }
}

extension Scope.Value {
  /// The value as printed.
  var text: String {
    switch self {
    case .name(let name): name
    case .number(let number): String(number)
    }
  }
}
