import PipelineSimulation

/// One figure that a study looks at: a measure, what it is about, and which of its statistics.
///
/// Where a scenario does not report a measure for exactly what is asked, counts, amounts and numbers of persons are
/// added over the narrowest scopes that it reports and that agree with it: `staff.qualified` of the operators is the sum
/// over all facilities. Other figures have to be asked for as they are reported.
public struct StudyFigure: Hashable, Sendable {
  /// The name of the measure.
  public var measure: String
  /// What was asked for, such as `{role: operator, year: 2030}`; everything when empty.
  public var filter: Scope
  /// Which figure of the measure.
  public var statistic: Statistic
  /// The reported scopes that are added; one where it is reported as asked.
  public var scopes: [Scope]
  /// The unit as printed.
  public var unit: String
  /// What people call the scopes that are added, such as `roles that training feeds`; may be empty.
  public var label = ""

  /// The figure of a measure.
  ///
  /// - Parameters:
  ///   - measure: the name of a measure
  ///   - filter: what it is about
  ///   - statistic: which of its figures; the mean, or the probability of a milestone, when nil
  ///   - layout: what the scenario reports
  /// - Throws: ``StudyFigureFault`` where the scenario does not report it.
  public init(
    _ measure: String, of filter: Scope = Scope(), statistic: Statistic? = nil, in layout: RecordLayout
  ) throws(StudyFigureFault) {
    let mine = ReportedCell.all(of: layout).filter { layout.measures[$0.measure].name == measure }
    guard let first = mine.first else {
      let known = Set(layout.slots.map { layout.measures[$0.measure].name })
      throw .noSuchMeasure(measure, known: layout.measures.map(\.name).filter(known.contains))
    }
    let kind = layout.measures[first.measure]
    let wanted = statistic ?? (kind.combination == .milestone ? .probability : .mean)
    guard kind.combination.comparable.contains(wanted) else {
      throw .noSuchStatistic(measure, wanted, known: kind.combination.comparable)
    }
    self.measure = measure
    self.filter = filter
    self.statistic = wanted
    unit = wanted == .count || wanted == .probability ? "1" : kind.unit
    scopes = Self.scopes(of: filter, among: mine.map(\.scope), of: kind)
    guard scopes.isEmpty else { return }
    for entry in filter.entries {
      let values = Set(mine.compactMap { $0.scope[entry.key] })
      if !values.contains(entry.value) {
        throw .noSuchValue(measure, entry.key, known: values.sorted())
      }
    }
    throw .noSuchScope(measure, groupings: Set(mine.map { $0.scope.keys }).sorted { $0.count < $1.count })
  }

  /// A number of persons or a count in several scopes together.
  ///
  /// - Returns: nil where one of them is not reported.
  public init?(sumOf measure: String, over scopes: [Scope], in layout: RecordLayout) {
    let mine = ReportedCell.all(of: layout).filter { layout.measures[$0.measure].name == measure }
    guard let first = mine.first, !scopes.isEmpty, layout.measures[first.measure].isAdditive,
      scopes.allSatisfy({ scope in mine.contains { $0.scope == scope } })
    else { return nil }
    self.measure = measure
    filter = Scope()
    statistic = .mean
    self.scopes = scopes
    unit = layout.measures[first.measure].unit
  }

  private static func scopes(of filter: Scope, among scopes: [Scope], of measure: Measure) -> [Scope] {
    // A level of a facility as a whole is a mean over its roles; the number of persons is their sum.
    let isLevel = measure.isLevelOfPersons
    if !isLevel, scopes.contains(filter) { return [filter] }
    guard measure.isAdditive else { return [] }
    let keys = Set(filter.keys)
    let fitting = scopes.filter { scope in
      filter.entries.allSatisfy { scope[$0.key] == $0.value }
        && keys.contains(.year) == scope.keys.contains(.year)
        && (!isLevel || scope.keys.contains(.role) || scope.keys.contains(.programme))
    }
    guard let fewest = fitting.map(\.keys.count).min() else { return [] }
    let narrowest = fitting.filter { $0.keys.count == fewest }
    // Scopes of one kind only: others would count the same persons again.
    return narrowest.filter { $0.keys == narrowest[0].keys }
  }
}

/// Why a scenario has no such figure.
public enum StudyFigureFault: Error, Hashable {
  /// It reports no measure of that name.
  case noSuchMeasure(String, known: [String])
  /// The measure has no such statistic that can be compared.
  case noSuchStatistic(String, Statistic, known: [Statistic])
  /// A key of the scope has not that value anywhere.
  case noSuchValue(String, Scope.Key, known: [Scope.Value])
  /// The measure is not reported for such scopes, and cannot be added.
  case noSuchScope(String, groupings: [[Scope.Key]])
}

extension Measure {
  /// Whether it is a mean number of persons.
  var isLevelOfPersons: Bool {
    combination == .ratio(isProbability: false) && unit == "persons"
  }

  /// Whether figures of scopes that do not overlap can be added.
  var isAdditive: Bool {
    switch combination {
    case .count, .standing, .amount: true
    case .ratio, .samples, .milestone: isLevelOfPersons
    }
  }
}

extension Measure.Combination {
  /// The statistics of which two scenarios can be compared replication by replication.
  var comparable: [Statistic] {
    switch self {
    case .count, .standing, .amount, .ratio: [.mean]
    case .samples: [.mean, .count, .min, .p10, .p50, .p90, .max]
    case .milestone: [.probability]
    }
  }
}
