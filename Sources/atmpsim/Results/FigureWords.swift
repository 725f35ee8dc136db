import Experiments
import PipelineSimulation

/// A figure of a study in words.
enum FigureWords {
  /// `patients treated`, `staff qualified, role operator, year 2030, p50`.
  static func title(of figure: StudyFigure) -> String {
    let name = figure.measure.map { $0 == "." || $0 == "-" ? " " : String($0) }.joined()
    let scope = figure.filter.entries.isEmpty ? figure.commonScope : figure.filter
    let parts = scope.entries.map { "\($0.key.rawValue) \($0.value.text)" }
    let places = figure.scopes.first?[.programme] == nil ? "roles" : "programmes"
    let sum =
      figure.filter.entries.isEmpty && figure.scopes.count > 1
      ? ["\(figure.scopes.count) \(figure.label.isEmpty ? places : figure.label)"] : []
    let statistic =
      [.mean, .probability].contains(figure.statistic) ? [] : [figure.statistic.rawValue]
    return ([name] + sum + parts + statistic).joined(separator: ", ")
  }
}

extension StudyFigure {
  /// What all of its scopes have in common.
  var commonScope: Scope {
    guard let first = scopes.first else { return Scope() }
    let shared = first.entries.filter { entry in scopes.allSatisfy { $0[entry.key] == entry.value } }
    return first.keeping(Set(shared.map(\.key)))
  }
}
