/// Figures of several scenarios side by side, with differences and verdicts, ready for a page or a terminal.
struct ComparisonRows {
  let input: ComparisonInput
  let contents: [ReportContent]
  let differences: [EstimateIndex]
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

  /// Columns and rows as they are shown: two scenarios beside one another; more below one another, a line each, so that
  /// any number of them fits a page.
  func arranged(_ first: String, _ lines: [[String]]) -> (columns: [AlignedTable.Column], rows: [[String]]) {
    let count = contents.count
    guard count > 2 else { return (columns(first), lines) }
    let columns: [AlignedTable.Column] = [
      .init(first), .init("in"), .init("value", isNumber: true), .init("beside A", isNumber: true),
      .init("verdict"),
    ]
    let rows = lines.flatMap { line in
      contents.indices.map { place in
        [place == 0 ? line[0] : "", ScenarioLetter.of(place), line[1 + place]]
          + (place == 0 ? ["", ""] : [line[count - 1 + 2 * place], line[count + 2 * place]])
      }
    }
    return (columns, rows)
  }

  /// The rows of one figure over all values of some keys, such as products; without keys, the one for everything.
  func rows(
    _ words: String, _ measure: String, _ statistic: String = "mean", by keys: [String] = [],
    isBrief: Bool = false
  ) -> [[String]] {
    guard let base = contents.first else { return [] }
    return base.index.rows(measure, statistic, by: Set(keys)).compactMap { row in
      let names = keys.map { base.name(row.scope[$0]) }
      return self.row(([words] + names.reversed()).joined(separator: ", "), row, isBrief: isBrief)
    }
  }

  /// The rows in which a difference between a scenario and the first is seen.
  func differing(_ lines: [[String]]) -> [[String]] {
    let count = contents.count
    return lines.filter { line in
      contents.indices.dropFirst().contains { place in
        let verdict = line[count + 2 * place]
        return !Self.isSame(verdict) && verdict != Self.notSeen && verdict != Self.negligible
      }
    }
  }

  /// Whether a verdict says that nothing is different, or nothing can be said.
  static func isSame(_ verdict: String) -> Bool {
    verdict == "the same" || verdict == "not comparable" || verdict == NumberText.missing
  }

  /// The verdict on an interval that contains zero.
  static let notSeen = "no difference seen"

  /// What is said of shares that differ by less than anybody can act on, however sure that is.
  static let negligible = "less than 0.05 points"

  /// A verdict in the words of its measure: times are longer, shares are higher, patients are more.
  static func words(_ verdict: String, for measure: String) -> String {
    let isTime = measure.hasPrefix("time.") || measure.hasSuffix(".wait")
    let isShare =
      measure.hasSuffix("utilisation") || measure.hasSuffix("fill-rate") || measure.hasPrefix("milestone.")
    switch verdict {
    case "more": return isTime ? "longer" : isShare ? "higher" : verdict
    case "fewer" where measure.hasPrefix("cost."): return "less"
    case "fewer": return isTime ? "shorter" : isShare ? "lower" : verdict
    default: return verdict
    }
  }

  /// One row: the first scenario's figure beside the others'; nil where none is defined or all are zero. A brief one
  /// leaves the intervals of the scenarios themselves out.
  func row(_ words: String, _ first: ReportEstimate, isBrief: Bool = false) -> [String]? {
    let scope = Dictionary(first.scope.entries.map { ($0.key, $0.value) }) { one, _ in one }
    let figures = contents.map { $0.index.row(first.measure, first.statistic, at: scope) }
    guard figures.contains(where: { ($0?.mean ?? 0) != 0 }) else { return nil }
    var cells = [words] + figures.map { isBrief ? QuantityText.middle($0) : QuantityText.interval($0) }
    for place in contents.indices.dropFirst() {
      let difference = differences[place].row(first.measure, first.statistic, at: scope)
      cells.append(Self.signed(difference))
      let verdict = verdicts[place][Self.key(first.measure, first.statistic, first.scope)]
      let isSmall =
        QuantityText.reading(of: first) == .percentage && abs(difference?.mean ?? 1) < 0.0005
        && ["more", "fewer"].contains(verdict)
      cells.append(
        isSmall
          ? Self.negligible : verdict.map { Self.words($0, for: first.measure) } ?? NumberText.missing)
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
        estimate.mean.map { $0 * 100 }, estimate.low.map { $0 * 100 }, estimate.high.map { $0 * 100 },
        atMost: 2) + " points"
    }
  }

  private static func key(_ measure: String, _ statistic: String, _ scope: ReportScope) -> Key {
    Key(measure: measure, statistic: statistic, scope: Set(scope.entries))
  }
}
