import PipelineModel
import Quantities

/// What a description says of how sick patients are, and of hazards that change.
enum SeverityWords {
  /// What stands behind the hazard of a clock.
  static func course(of clock: PatientClock) -> String {
    var words = clock.changes.map { change in
      "\(QuantityPrinting.number(change.factor)) times that after \(QuantityPrinting.timeLength(change.after))"
    }
    if let step = clock.doublesWithSeverity {
      words.append("doubles with every \(QuantityPrinting.number(step)) of severity")
    }
    return words.map { ", \($0)" }.joined()
  }

  /// What the severity of patients does to them and to their order.
  static func of(_ demand: Demand) -> [String] {
    var words: [String] = []
    if let rate = demand.worsens { words.append("  severity grows by \(QuantityPrinting.rate(rate))") }
    if let benefit = demand.benefit {
      let points = benefit.bySeverity.map {
        "\(QuantityPrinting.number($0.benefit)) at \(QuantityPrinting.number($0.severity))"
      }
      words.append("  benefit by severity: \(points.joined(separator: ", "))")
    }
    if words.isEmpty { return [] }
    return words + ["  order: \(demand.order.rawValue)"]
  }
}
