import PipelineModel
import Quantities

/// What a scenario asks for, and what its training costs, in words.
enum AskedWords {
  /// `Also measured: people by month, careers.`; nil where nothing is asked for.
  static func measures(_ scenario: Scenario) -> String? {
    if scenario.alsoMeasures.isEmpty { return nil }
    return "Also measured: \(scenario.alsoMeasures.map(\.rawValue).joined(separator: ", "))."
  }

  /// `costs 15k EUR an entrant, 55k EUR a year of a student`; nothing where it costs nothing.
  static func costs(_ costs: TrainingCosts) -> [String] {
    let parts = [
      costs.entrant.map { "\(QuantityPrinting.money($0)) an entrant" },
      costs.studentYear.map { "\(QuantityPrinting.money($0)) a year of a student" },
    ].compactMap { $0 }
    return parts.isEmpty ? [] : ["costs \(parts.joined(separator: ", "))"]
  }
}
