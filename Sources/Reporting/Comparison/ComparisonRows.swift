/// Figures of several scenarios side by side, with differences and verdicts, ready for a page or a terminal.
struct ComparisonRows {
  let input: ComparisonInput
  let contents: [ReportContent]
  private let differences: [EstimateIndex]
  private let verdicts: [[Key: String]]

  private struct Key: Hashable {
    var measure: String
    var statistic: String
    var scope: Set<ReportScope.Entry>
  }

  init(_ input: ComparisonInput) {
    self.input = input
    contents = input.scenarios.map { ReportContent($0) }
    let each = input.scenarios.indices.map { place in input.differences.filter { $0.scenario == place } }
    differences = each.map { EstimateIndex($0.map(\.estimate)) }
    verdicts = each.map { differences in
      Dictionary(
        differences.map {
          (Self.key($0.estimate.measure, $0.estimate.statistic, $0.estimate.scope), $0.verdict)
        }
      ) { first, _ in first }
    }
  }

  /// The headings: what, each scenario, and for each after the first a difference and a verdict.
  func columns(_ first: String) -> [AlignedTable.Column] {
    let letters = contents.indices.map { ScenarioLetter.of($0) }
    var columns = [AlignedTable.Column(first)] + letters.map { .init($0, isNumber: true) }
    for letter in letters.dropFirst() {
      columns += [
        .init("\(letter) − A", isNumber: true), .init(letters.count > 2 ? "\(letter) against A" : "verdict"),
      ]
    }
    return columns
  }

  /// The rows of one figure over all values of a key, such as products; without a key, the one for everything.
  func rows(_ words: String, _ measure: String, _ statistic: String = "mean", by key: String? = nil)
    -> [[String]]
  {
    guard let base = contents.first else { return [] }
    let rows = base.index.rows(measure, statistic, by: key.map { [$0] } ?? [])
    return rows.compactMap { row in
      let name = key.map { "\(words), \(base.name(row.scope[$0]))" } ?? words
      return self.row(name, row)
    }
  }

  /// One row: the first scenario's figure beside the others'; nil where none is defined or all are zero.
  func row(_ words: String, _ first: ReportEstimate) -> [String]? {
    let scope = Dictionary(first.scope.entries.map { ($0.key, $0.value) }) { one, _ in one }
    let figures = contents.map { $0.index.row(first.measure, first.statistic, at: scope) }
    guard figures.contains(where: { ($0?.mean ?? 0) != 0 }) else { return nil }
    var cells = [words] + figures.map(QuantityText.interval)
    for place in contents.indices.dropFirst() {
      let difference = differences[place].row(first.measure, first.statistic, at: scope)
      cells.append(Self.signed(difference))
      cells.append(
        verdicts[place][Self.key(first.measure, first.statistic, first.scope)] ?? NumberText.missing)
    }
    return cells
  }

  /// A difference with its sign; shares as percentage points.
  static func signed(_ estimate: ReportEstimate?) -> String {
    guard let estimate else { return NumberText.missing }
    switch QuantityText.reading(of: estimate) {
    case .plain: return NumberText.signedInterval(estimate.mean, estimate.low, estimate.high)
    case .percentage:
      return NumberText.signedInterval(
        estimate.mean.map { $0 * 100 }, estimate.low.map { $0 * 100 }, estimate.high.map { $0 * 100 })
        + " points"
    }
  }

  /// The sentences that answer "what is the difference": the headline figures whose interval excludes zero.
  func sentences() -> [String] {
    contents.indices.dropFirst().map { place in
      let letter = ScenarioLetter.of(place)
      let found = Self.headlines.compactMap { measure, statistic, words -> String? in
        guard let difference = differences[place].row(measure, statistic), let mean = difference.mean,
          let low = difference.low, let high = difference.high, low > 0 || high < 0
        else { return nil }
        let direction = mean > 0 ? "more" : "fewer"
        return "\(NumberText.spoken(abs(mean))) \(direction) \(words) "
          + "(\(NumberText.range(min(abs(low), abs(high)), max(abs(low), abs(high)))))"
      }
      let title = "\(letter) (\(contents[place].input.title)) against A (\(contents[0].input.title))"
      return found.isEmpty
        ? "\(title): no difference is seen in the headline figures." : "\(title): \(Self.list(found))."
    }
  }

  private static let headlines = [
    ("patients.treated", "mean", "patients treated"), ("patients.lost", "mean", "patients lost"),
    ("time.vein-to-vein", "p50", "days from collection to infusion at the median"),
    ("time.vein-to-vein", "p90", "days at the ninetieth percentile"),
  ]

  private static func list(_ parts: [String]) -> String {
    parts.count < 2 ? parts.joined() : parts.dropLast().joined(separator: ", ") + " and " + (parts.last ?? "")
  }

  private static func key(_ measure: String, _ statistic: String, _ scope: ReportScope) -> Key {
    Key(measure: measure, statistic: statistic, scope: Set(scope.entries))
  }
}
