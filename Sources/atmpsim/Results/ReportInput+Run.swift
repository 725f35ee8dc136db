import Experiments
import PipelineModel
import PipelineSimulation
import Quantities
import Reporting
import ResultStore

extension ReportInput {
  /// What a report says about a run.
  ///
  /// - Parameters:
  ///   - summary: the run and its estimates
  ///   - loaded: the scenario, for names and provenance
  init(_ summary: RunSummary, of loaded: LoadedScenario) {
    let header = summary.header
    let program = loaded.program
    let scenario = loaded.scenario
    let warmUpTicks = Double(program.warmUp.ticks)
    self.init(
      title: header.title,
      run: ReportRun(
        file: header.file, scenarioHash: header.sha256, version: header.version, seed: header.seed,
        replications: summary.table.replications, start: program.clock.date(at: .zero),
        horizon: program.clock.date(at: program.horizon),
        warmUpDays: warmUpTicks / Double(program.clock.tick.ticksPerSecond) / 86_400, command: header.command,
        outcome: summary.outcome == "horizon reached" ? "" : summary.outcome))
    about = scenario.about
    products = scenario.products.map { ReportName(name: $0.name, label: $0.title) }
    facilities = scenario.facilities.map { ReportName(name: $0.name, label: $0.title) }
    partialYears = summary.table.partialYears
    estimates = summary.table.rows.map(ReportEstimate.init)
    for measure in program.layout.measures { definitions[measure.name] = measure.definition }
    notes = scenario.provenance.map { ReportNote($0, citations: scenario.citations) }
    warnings = summary.warnings
  }
}

extension ReportEstimate {
  /// A row as reports take it.
  init(_ row: EstimateRow) {
    let estimate = row.estimate
    self.init(
      measure: row.measure, statistic: row.statistic.rawValue,
      scope: ReportScope(pairs: row.scope.entries.map { ($0.key.rawValue, $0.value.text) }), unit: row.unit,
      mean: estimate.value, low: estimate.interval?.low, high: estimate.interval?.high,
      level: estimate.interval?.level, method: estimate.interval?.method.rawValue ?? "",
      replications: estimate.replicationsUsed, p10: estimate.p10, p50: estimate.p50, p90: estimate.p90)
  }
}

extension ReportScheduleRow {
  /// A row as reports take it.
  init(_ row: ScheduleRow) {
    self.init(
      who: row.subject.entity, product: row.subject.product, facility: row.subject.facility ?? "",
      slot: row.subject.entity == nil ? row.subject.slot : nil, step: row.subject.step)
    planned = row.planned
    isFixed = row.isFixed
    occurrences = row.occurrences
    kept = row.kept
    never = row.never
    (p10, p50, p90) = (row.p10, row.p50, row.p90)
  }
}

extension ReportNote {
  /// A note of a scenario with its citation written out.
  init(_ note: ProvenanceNote, citations: [Citation]) {
    switch note.kind {
    case .source(let key):
      let text = citations.first { $0.name == key }?.text ?? key
      self.init(path: note.path, kind: .fact, text: text, range: note.range)
    case .assumption(let why): self.init(path: note.path, kind: .assumption, text: why, range: note.range)
    case .unstated: self.init(path: note.path, kind: .unstated, text: "", range: note.range)
    }
  }
}

extension ReportYear {
  /// A figure of a year as reports take it.
  init(_ entry: YearDifference, scenario: Int) {
    self.init(
      scenario: scenario, number: entry.number, year: entry.year, baseline: entry.paired.baseline.value,
      alternative: entry.paired.alternative.value,
      difference: ReportEstimate(
        EstimateRow(
          key: EstimateRow.Key(entry.measure, .mean), unit: entry.unit, estimate: entry.paired.difference)),
      verdict: entry.verdict.rawValue)
  }
}

extension ReportCumulative {
  /// A difference of one facility as reports take it.
  init(_ entry: CumulativeDifference, scenario: Int) {
    let key = EstimateRow.Key(entry.measure, .mean, entry.scopes[0])
    self.init(
      scenario: scenario, measure: entry.measure, facility: entry.scopes[0][.facility]?.text ?? "",
      year: entry.year, baseline: entry.paired.baseline.value, alternative: entry.paired.alternative.value,
      difference: ReportEstimate(
        EstimateRow(key: key, unit: "patients", estimate: entry.paired.difference)),
      verdict: entry.verdict.rawValue)
  }
}
