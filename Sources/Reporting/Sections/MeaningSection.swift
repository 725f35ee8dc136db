/// What the numbers say and what they do not: the two kinds of uncertainty, named.
struct MeaningSection {
  let content: ReportContent

  var section: ReportSection? {
    ReportSection(
      "meaning", "How to read the numbers", [.tag("ul", [:], points.map { .tag("li", [:], $0) })]
    )
  }

  private var points: [[Markup]] {
    let run = content.input.run
    let assumed = content.input.notes.filter { $0.kind == .assumption }.count
    let sourced = content.input.notes.filter { $0.kind == .fact }.count
    let futures = DateText.counted(run.replications, "simulated future")
    var points: [[Markup]] = [
      [
        .tag("strong", [:], "Simulated future (replication). "),
        .text(
          "The same line under the same rules, with other luck: who comes when, how long each step takes, what fails. "
            + "This report rests on \(NumberText.count(run.replications)) of them."),
      ],
      [
        .tag("strong", [:], "Interval of the mean. "),
        .text(
          "Numbers such as “12.3 (11.9 – 12.8)” are a mean and its \(content.level) interval: how well "
            + "\(futures) pin the average down. \(content.level) is the confidence level: with other seeds, about "
            + "that share of such intervals would contain the average that endless simulation gives. More futures make "
            + "them narrower. “0 (up to 0.02)” was never seen; its average may still be as large as that."),
      ],
      [
        .tag("strong", [:], "8 of 10 futures (p10 – p90). "),
        .text(
          "This says how much the future itself varies from luck: one simulated future in ten lies below, one in ten "
            + "above. More simulation does not make it narrower. Plan for this range."),
      ],
      [
        .tag("strong", [:], "Neither covers a wrong assumption. "),
        .text(rests(assumed: assumed, sourced: sourced)),
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
    return points
  }

  private func rests(assumed: Int, sourced: Int) -> String {
    if assumed + sourced == 0 { return "The scenario does not say where its numbers come from." }
    return "Of the scenario's notes on where its numbers come from, \(NumberText.count(sourced)) "
      + "\(sourced == 1 ? "cites" : "cite") a source and \(NumberText.count(assumed)) "
      + "\(assumed == 1 ? "states" : "state") an assumption; all are listed under “Facts and assumptions”."
  }
}
