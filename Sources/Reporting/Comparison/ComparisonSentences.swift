/// What a comparison found, in sentences that can be read aloud.
struct ComparisonSentences {
  let rows: ComparisonRows

  /// What is said of one scenario beside the first.
  struct Group: Hashable {
    /// Which scenario is compared with which.
    var title: String
    /// What opens when, what it had cost by the end of the last whole year, and which headline figures differ.
    var sentences: [String]
  }

  /// One group for each scenario but the first.
  var groups: [Group] { rows.contents.indices.dropFirst().map(group) }

  /// The same as lines for the terminal.
  var all: [String] { groups.flatMap { ["\($0.title):"] + $0.sentences } }

  private var level: String { rows.contents.first?.level ?? "95 %" }

  private func group(of place: Int) -> Group {
    let (contents, letter) = (rows.contents, ScenarioLetter.of(place))
    let found = Self.headlines.compactMap { headline(of: place, $0.0, $0.1, $0.2) }
    let whole =
      found.isEmpty
      ? "No difference is seen in the headline figures of all facilities together."
      : "Over all facilities and the whole time: \(Self.list(found))."
    return Group(
      title: "\(letter) (\(contents[place].input.title)) against A (\(contents[0].input.title))",
      sentences: MilestoneComparison(rows: rows).sentences(of: place) + costs(of: place) + [whole])
  }

  /// What had changed by the end of the last year that is whole in every scenario.
  private func costs(of place: Int) -> [String] {
    let partial = rows.contents.reduce(into: Set<Int>()) { $0.formUnion($1.input.partialYears) }
    let mine = rows.input.cumulative.filter { $0.scenario == place && !partial.contains($0.year) }
    guard let year = mine.map(\.year).max() else { return [] }
    return mine.filter { $0.year == year }.compactMap { entry in
      guard let mean = entry.difference.mean, let low = entry.difference.low,
        let high = entry.difference.high,
        low > 0 || high < 0, let before = entry.baseline, let after = entry.alternative
      else { return nil }
      return
        "By the end of \(year), \(NumberText.spoken(abs(mean))) \(mean > 0 ? "more" : "fewer") patients are "
        + "treated at \(rows.contents[0].name(entry.facility)) (\(level) interval \(Self.range(low, high)); "
        + "\(NumberText.value(after)) instead of \(NumberText.value(before)))."
    }
  }

  private func headline(of place: Int, _ measure: String, _ statistic: String, _ words: String) -> String? {
    guard let difference = rows.differences[place].row(measure, statistic), let mean = difference.mean,
      let low = difference.low, let high = difference.high, low > 0 || high < 0,
      statistic == "mean" || abs(mean) >= 0.1
    else { return nil }
    let isMoney = measure.hasPrefix("cost.")
    return
      "\(NumberText.spoken(abs(mean))) \(mean > 0 ? "more" : isMoney ? "less" : "fewer") \(words.replacing("¤", with: difference.unit)) (\(Self.range(low, high)))"
  }

  /// The interval of a difference without its sign.
  private static func range(_ low: Double, _ high: Double) -> String {
    [min(abs(low), abs(high)), max(abs(low), abs(high))].map(NumberText.spoken).joined(separator: " to ")
  }

  private static let headlines = [
    ("patients.treated", "mean", "patients treated"), ("patients.lost", "mean", "patients lost"),
    ("cost.total", "mean", "¤ spent"), ("cost.per-patient-treated", "mean", "¤ for each patient treated"),
    ("time.vein-to-vein", "p50", "days until half of the patients are infused after collection"),
    ("time.vein-to-vein", "p90", "days until 9 of 10 patients are infused after collection"),
  ]

  private static func list(_ parts: [String]) -> String {
    parts.count < 2 ? parts.joined() : parts.dropLast().joined(separator: ", ") + " and " + (parts.last ?? "")
  }
}
