/// How the numbers of a comparison are to be read, and what they rest on.
struct ComparisonMeaning {
  let rows: ComparisonRows

  var section: ReportSection? {
    guard let level = rows.contents.first?.level else { return nil }
    let points: [(String, String)] = [
      (
        "Paired futures.",
        "Every scenario meets the same patients with the same luck, so that differences come from the scenarios, not from "
          + "chance."
      ),
      (
        "Intervals.",
        "“66.7 (65.4 – 68.0)” is a mean and its \(level) interval: how well the average is known. “−2.6 (−3.2 to −2.0)” is "
          + "a difference to A and its interval. \(level) is the confidence level: with other seeds, about that share of "
          + "such intervals would contain what endless simulation gives."
      ),
      (
        "Verdicts.",
        "“More”, “fewer”, “longer”, “shorter”, “higher” and “lower” mean that the whole interval of the difference lies on "
          + "one side of zero. “No difference seen” does not mean that there is none. Shares that differ by less than 0.05 "
          + "percentage points are left out, however sure that is."
      ),
      (
        "Medians and dates.",
        "A difference of medians or of dates is the mean of the differences in each pair of futures, so that it has an "
          + "interval; it need not be the difference of the two figures beside it. Dates are compared in those futures in "
          + "which both scenarios come to them."
      ),
      (
        "Many rows.",
        "Each interval holds for its own row. Among twenty rows without any difference, about one is expected to say that "
          + "there is one."
      ),
      (
        "Neither covers a wrong assumption.",
        "What all scenarios assume wrongly is wrong in all. " + rests
      ),
    ]
    return ReportSection(
      "meaning", "How to read the numbers",
      [.tag("ul", [:], points.map { .tag("li", [:], [.tag("strong", [:], $0 + " "), .text($1)]) })])
  }

  /// How many notes of each scenario cite a source, and how many state an assumption.
  private var rests: String {
    let parts = rows.contents.enumerated().compactMap { place, content -> String? in
      let notes = content.input.notes
      let facts = notes.filter { $0.kind == .fact }.count
      let assumptions = notes.filter { $0.kind == .assumption }.count
      guard facts + assumptions > 0 else { return nil }
      return "\(ScenarioLetter.of(place)) rests on \(DateText.counted(facts, "fact")) with a source and "
        + "\(DateText.counted(assumptions, "assumption"))"
    }
    if parts.isEmpty { return "The scenarios do not say where their numbers come from." }
    return parts.joined(separator: "; ") + ". The reports of their runs list them."
  }
}
