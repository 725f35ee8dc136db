/// What the numbers say and what they do not: the two kinds of uncertainty, named.
struct MeaningSection {
  let content: ReportContent

  var section: ReportSection? {
    ReportSection(
      "meaning", "What this says, and what it does not", [.tag("ul", [:], points.map { .tag("li", [:], $0) })]
    )
  }

  private var points: [[Markup]] {
    let run = content.input.run
    let assumed = content.input.notes.filter { $0.kind == .assumption }.count
    let sourced = content.input.notes.filter { $0.kind == .fact }.count
    var points: [[Markup]] = [
      [
        .tag("strong", [:], "Interval of the mean. "),
        .text(
          "Numbers such as “12.3 (11.9 – 12.8)” are a mean and its \(content.level) interval. It says how well "
            + "\(DateText.counted(run.replications, "simulated future")) pin the average down; more of them make it "
            + "narrower."),
      ],
      [
        .tag("strong", [:], "8 of 10 futures (p10 – p90). "),
        .text(
          "This says how much the future itself varies from luck: one simulated future in ten lies below, one in ten "
            + "above. More simulation does not make it narrower. Plan for this range."),
      ],
      [
        .tag("strong", [:], "Neither covers a wrong assumption. "),
        .text(
          assumed + sourced == 0
            ? "The scenario does not say where its numbers come from."
            : "\(DateText.counted(sourced, "note")) in the scenario cite a source and "
              + "\(DateText.counted(assumed, "note")) state an assumption; all are listed below."),
      ],
      [
        .text(
          "The simulation is a planning tool. It gives no release specification, no clinical advice, and no statement "
            + "about how a named facility really performs.")
      ],
    ]
    if !content.input.partialYears.isEmpty {
      points.append([
        .text("Years marked (part) are not whole; their counts must not be compared with whole years.")
      ])
    }
    if run.warmUpDays > 0 {
      points.append([.text("The first \(DateText.span(days: run.warmUpDays)) are not counted (warm-up).")])
    }
    if !run.outcome.isEmpty { points.append([.tag("strong", [:], run.outcome)]) }
    return points
  }
}
