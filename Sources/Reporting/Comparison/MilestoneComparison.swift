import Quantities

/// The facilities' milestones of all scenarios as tables: dates, how sure they are, and how much later than in the first.
struct MilestoneComparison {
  let rows: ComparisonRows

  /// One table for each facility that reaches any milestone at another time, or with another probability.
  var tables: [AlignedTable] { differing.map(table) }

  /// The facilities whose milestones are the same in all scenarios.
  var unchanged: [String] { facilities.filter { !differing.contains($0) } }

  /// The facilities whose milestones are not the same in all scenarios.
  var differing: [String] {
    facilities.filter { facility in
      MilestoneSection.order.contains { measure, _ in
        Set(rows.contents.map { Reached($0, measure, facility) }).count > 1
      }
    }
  }

  private var facilities: [String] {
    var seen: Set<String> = []
    return rows.contents.flatMap(\.facilities).filter { seen.insert($0).inserted }
  }

  private func table(_ facility: String) -> AlignedTable {
    var lines: [[String]] = []
    for (measure, words) in MilestoneSection.order(for: facility, in: rows.contents) {
      let reached = rows.contents.map { Reached($0, measure, facility) }
      for (place, one) in reached.enumerated() {
        let later = place == 0 ? "" : beside(reached[0], one, measure, facility, in: place)
        lines.append([place == 0 ? words : "", ScenarioLetter.of(place)] + one.cells + [later])
      }
    }
    return AlignedTable(
      title: rows.contents.first?.name(facility) ?? facility,
      columns: [
        .init("milestone"), .init("in"), .init("median date"), .init("8 of 10 futures"),
        .init("reached", isNumber: true), .init("beside A"),
      ], rows: lines)
  }

  /// How much later it is reached than in the first, pair by pair: `36 days earlier (60 to 12)`; medians alone, without an
  /// interval, where too few pairs reach it in both.
  private func beside(
    _ first: Reached, _ other: Reached, _ measure: String, _ facility: String, in place: Int
  ) -> String {
    if first == other { return "the same" }
    let row = rows.differences[place].row(measure, at: ["facility": facility])
    let starts = [0, place].map { rows.contents[$0].input.run.start }
    guard starts[0] == starts[1], let mean = row?.mean, let low = row?.low, let high = row?.high else {
      let words = other.later(than: first)
      return words.isEmpty || words == "the same" ? words : words + ", by the medians"
    }
    if low <= 0, high >= 0 {
      return low == high ? "the same" : "no difference seen (\(Self.days(low)) to \(Self.days(high)))"
    }
    let range = mean > 0 ? (low, high) : (high, low)
    return "\(Self.days(mean)) (\(Int(abs(range.0).rounded())) to \(Int(abs(range.1).rounded())))"
  }

  /// `36 days earlier`
  private static func days(_ value: Double) -> String {
    let days = Int(value.rounded())
    if days == 0 { return "the same day" }
    return DateText.counted(abs(days), "day") + (days > 0 ? " later" : " earlier")
  }

  /// A sentence for each facility that opens at another time in a scenario.
  func sentences(of place: Int) -> [String] {
    differing.compactMap { facility in
      func reached(_ measure: String) -> (first: Reached, other: Reached) {
        (
          Reached(rows.contents[0], "milestone.\(measure)", facility),
          Reached(rows.contents[place], "milestone.\(measure)", facility)
        )
      }
      let opened = reached("opened")
      guard let was = opened.first.median, let now = opened.other.median, was != now else { return nil }
      var text = "\(rows.contents[0].name(facility)) opens in \(DateText.month(now)) instead of "
      text += "\(DateText.month(was)) (\(opened.other.later(than: opened.first)))"
      let patient = reached("first-patient")
      if let before = patient.first.median, let after = patient.other.median {
        text +=
          " and treats its first patient in \(DateText.month(after)) instead of \(DateText.month(before))"
      }
      return text + "."
    }
  }
}

extension MilestoneComparison {
  /// When one scenario reaches one milestone.
  private struct Reached: Hashable {
    var probability: Double?
    var early: CivilDate?
    var median: CivilDate?
    var late: CivilDate?

    init(_ content: ReportContent, _ measure: String, _ facility: String) {
      let row = content.index.row(measure, "probability", at: ["facility": facility])
      func date(_ value: Double?) -> CivilDate? {
        content.days(value, unit: row?.unit ?? "").map { content.input.run.start.adding(days: Int($0)) }
      }
      probability = row?.mean
      early = date(row?.p10)
      median = date(row?.p50)
      late = date(row?.p90)
    }

    /// Median date, range, and share of futures.
    var cells: [String] {
      guard let probability else { return [NumberText.missing, "", ""] }
      guard probability > 0 else { return ["not reached", "", "0 %"] }
      let share = probability > 0.9995 ? "100 %" : MilestoneSection.share(probability)
      let range =
        early == late
        ? "" : "\(early.map(DateText.month) ?? "later") – \(late.map(DateText.month) ?? "after the end")"
      return [median.map(DateText.short) ?? "after the end", range, share]
    }

    /// How much later the median is: `282 days later`.
    func later(than first: Reached) -> String {
      guard let median, let before = first.median else { return "" }
      let days = median.days(since: before)
      if days == 0 { return "the same" }
      return DateText.counted(abs(days), "day") + (days > 0 ? " later" : " earlier")
    }
  }
}
