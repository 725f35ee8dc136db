import ArgumentParser
import Experiments
import PipelineModel
import PipelineSimulation

/// What `--measure` asks for: `staff.qualified,role=operator,year=2030`.
struct FigureRequest {
  let measure: String
  let filter: Scope
  let statistic: Statistic?

  /// Reads the option.
  ///
  /// - Throws: `ValidationError` where it is not written so.
  init(_ text: String) throws {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { Self.trimmed($0) }
    guard let name = parts.first, !name.isEmpty, !name.contains("=") else {
      throw ValidationError(
        "--measure needs a name, such as --measure patients.treated,year=2030; found '\(text)'")
    }
    measure = name
    var values: [Scope.Key: Scope.Value] = [:]
    var statistic: Statistic?
    for part in parts.dropFirst() {
      let sides = part.split(separator: "=", maxSplits: 1).map { Self.trimmed($0) }
      guard sides.count == 2 else {
        throw ValidationError("--measure needs key=value behind the name; found '\(part)'")
      }
      if sides[0] == "statistic" {
        guard let known = Statistic(rawValue: sides[1]) else {
          throw ValidationError(
            "there is no statistic '\(sides[1])'; there are "
              + Statistic.allCases.map(\.rawValue).joined(separator: ", "))
        }
        statistic = known
        continue
      }
      guard let key = Scope.Key(rawValue: sides[0]) else {
        throw ValidationError(
          "a scope has no key '\(sides[0])'; there are "
            + Scope.Key.allCases.map(\.rawValue).joined(separator: ", "))
      }
      let isNumber = [.year, .hour, .number].contains(key)
      if isNumber, Int(sides[1]) == nil {
        throw ValidationError("'\(sides[0])' needs a whole number; found '\(sides[1])'")
      }
      values[key] = isNumber ? Int(sides[1]).map { .number($0) } : .name(sides[1])
    }
    filter = Scope(values)
    self.statistic = statistic
  }

  /// The figure of a scenario.
  ///
  /// - Throws: `StudyFigureFault` where the scenario does not report it.
  func figure(in layout: RecordLayout) throws -> StudyFigure {
    try StudyFigure(measure, of: filter, statistic: statistic, in: layout)
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

/// What a study looks at unless told otherwise.
enum DefaultFigures {
  /// Patients treated in all; and where there is training, the people who work independently in the roles that it feeds,
  /// in the last whole year.
  static func of(_ loaded: LoadedScenario) -> [StudyFigure] {
    let layout = loaded.program.layout
    var figures: [StudyFigure] = []
    if let treated = try? StudyFigure("patients.treated", in: layout) { figures.append(treated) }
    if let staff = staff(of: loaded) { figures.append(staff) }
    return figures
  }

  private static func staff(of loaded: LoadedScenario) -> StudyFigure? {
    let fed = Set(loaded.scenario.training.flatMap { $0.becomes.map(\.role) })
    let layout = loaded.program.layout
    let partial = layout.partialYears
    let scopes = layout.slots.compactMap { slot -> Scope? in
      guard layout.measures[slot.measure].name == "staff.qualified",
        case .name(let facility) = slot.scope[.facility],
        case .name(let role) = slot.scope[.role], fed.contains("\(facility)/\(role)"),
        case .number(let year) = slot.scope[.year], !partial.contains(year)
      else { return nil }
      return slot.scope
    }
    let year = scopes.compactMap { $0[.year] }.max()
    let last = scopes.filter { $0[.year] == year }.sorted()
    guard var figure = StudyFigure(sumOf: "staff.qualified", over: last, in: layout) else { return nil }
    figure.label = "roles that training feeds"
    return figure
  }
}
