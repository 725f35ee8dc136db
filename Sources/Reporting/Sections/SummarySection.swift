/// The answer: a few large numbers and a few sentences.
struct SummarySection {
  let content: ReportContent

  var section: ReportSection? {
    let points = points.map { name, text in
      Markup.tag("li", [:], [.tag("strong", [:], name + " "), .text(text)])
    }
    return ReportSection(
      "summary", "In short",
      [
        .paragraph(introduction, style: "lead"), tiles,
        points.isEmpty ? .nothing : .tag("ul", ["class": "lead"], points),
      ])
  }

  /// What was simulated.
  private var introduction: String {
    let run = content.input.run
    return
      "\(DateText.length(from: run.start, to: run.horizon)), from \(DateText.long(run.start)) to "
      + "\(DateText.long(run.horizon)), simulated \(DateText.counted(run.replications, "time")) over with different luck."
  }

  /// The answers: what each is about, and the answer in a sentence or two.
  var points: [(name: String, text: String)] {
    [
      ("Treated.", flow), ("Lost.", lost), ("Waiting.", waiting), ("Prepared in vain.", conditioned),
      ("Capacity.", capacity),
    ].compactMap { name, text in text.map { (name, $0) } }
  }

  private var flow: String? {
    guard let referred = total("patients.referred"), let treated = total("patients.treated"),
      let mean = referred.mean, let cured = treated.mean, mean > 0
    else { return nil }
    let there = total("patients.at-start")?.mean ?? 0
    var text = there > 0 ? "\(NumberText.spoken(there)) patients are there at the start. " : ""
    text += "On average \(NumberText.spoken(mean)) \(there > 0 ? "more" : "patients") are referred and "
    let share = NumberText.percentage(cured / (mean + there), decimals: 0)
    text += "\(NumberText.spoken(cured)) (\(share)\(there > 0 ? " of all" : "")) are treated"
    if let low = treated.p10, let high = treated.p90 {
      text +=
        "; in 8 of 10 simulated futures, between \(NumberText.spoken(low)) and \(NumberText.spoken(high))"
    }
    text += "."
    if let open = total("patients.in-progress")?.mean, open >= 0.05 {
      text += " \(NumberText.spoken(open)) are still on their way when the simulation ends."
    }
    return text
  }

  private var lost: String? {
    guard let estimate = total("patients.lost"), let lost = estimate.mean else { return nil }
    if lost == 0 {
      let most = estimate.high.map { $0 > 0 ? "; the average may still be \(NumberText.upTo($0))" : "" } ?? ""
      return "Nobody is lost before treatment in any simulated future\(most)."
    }
    let reason =
      worst.map { ", most often for the reason “\($0.name)” (\(NumberText.spoken($0.mean)))" } ?? ""
    return "\(NumberText.spoken(lost)) are lost before treatment\(reason)."
  }

  private var worst: (name: String, mean: Double)? {
    let rows = content.index.rows("patients.lost", by: ["reason"])
    guard let row = rows.max(by: { ($0.mean ?? 0) < ($1.mean ?? 0) }), let mean = row.mean, mean > 0 else {
      return nil
    }
    return (content.name(row.scope["reason"]), mean)
  }

  private var waiting: String? {
    guard let half = total("time.vein-to-vein", "p50")?.mean,
      let most = total("time.vein-to-vein", "p90")?.mean
    else { return nil }
    return
      "From collection to infusion, half of the treated patients wait \(NumberText.spoken(half)) days or less, "
      + "one in ten longer than \(NumberText.spoken(most)) days.\(waitingByProduct)"
  }

  /// Products can be weeks apart, and their patients are not asked which product they would rather have.
  private var waitingByProduct: String {
    let rows = content.index.rows("time.vein-to-vein", "p50", by: ["product"])
    let medians = rows.compactMap { row in row.mean.map { (content.name(row.scope["product"]), $0) } }
    if medians.count < 2 || medians.count > 6 { return "" }
    let words = medians.map { "\(NumberText.spoken($0.1)) days for \($0.0)" }
    return " Half wait no longer than " + words.joined(separator: ", ") + "."
  }

  private var conditioned: String? {
    guard let count = total("patients.conditioned-without-product")?.mean, count > 0 else { return nil }
    return
      "On average \(NumberText.spoken(count)) patients are prepared for a product that is then not there."
  }

  private var capacity: String? {
    var sentences: [String] = []
    if let busiest = UtilisationSection(content: content).busiest, busiest.share > 0 {
      sentences.append(
        "Busiest in any whole year: \(busiest.name) at \(busiest.facility), in use "
          + "\(HeatMap.text(of: busiest.share)) of its time in \(busiest.year).")
    }
    if let worst = BottleneckSection(content: content).ranked.first, let waiting = worst.mean {
      let place = worst.scope["facility"].map { " at \(content.name($0))" } ?? ""
      let name = content.name(worst.scope["resource"] ?? worst.scope["role"]) + place
      sentences.append(
        waiting < 0.05
          ? "Hardly any work waits; most for \(name), on average less than 0.05 jobs at any time."
          : "Most work waits for \(name): on average \(NumberText.spoken(waiting)) jobs at any time.")
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  private var tiles: Markup {
    let wanted: [(String, String, String)] = [
      ("patients.referred", "mean", "patients referred"), ("patients.treated", "mean", "patients treated"),
      ("patients.lost", "mean", "patients lost before treatment"),
      ("time.vein-to-vein", "p50", "days from collection to infusion, median"),
      ("time.vein-to-vein", "p90", "days from collection to infusion, 9 of 10 wait no longer"),
    ]
    let tiles = wanted.compactMap { measure, statistic, words in
      total(measure, statistic).flatMap { $0.mean == nil ? nil : tile($0, words) }
    }
    return tiles.isEmpty ? .nothing : .tag("div", ["class": "tiles"], tiles)
  }

  private func tile(_ estimate: ReportEstimate, _ words: String) -> Markup {
    var lines: [Markup] = [
      .tag("div", ["class": "big"], QuantityText.middle(estimate)), .tag("div", [:], words),
    ]
    if let high = estimate.high, estimate.mean == 0, high > 0 {
      lines.append(.tag("div", ["class": "remark"], "in any future; mean \(NumberText.upTo(high))"))
    } else {
      if let interval = estimate.interval, interval.lowerBound < interval.upperBound {
        lines.append(remark("\(content.level) interval", estimate.low, estimate.high))
      }
      if let spread = estimate.spread, spread.lowerBound < spread.upperBound {
        lines.append(remark("8 of 10 futures", estimate.p10, estimate.p90))
      }
    }
    return .tag("div", ["class": "tile"], lines)
  }

  private func remark(_ words: String, _ low: Double?, _ high: Double?) -> Markup {
    .tag("div", ["class": "remark"], [.text(words + " "), .tag("span", [:], NumberText.range(low, high))])
  }

  private func total(_ measure: String, _ statistic: String = "mean") -> ReportEstimate? {
    content.index.row(measure, statistic)
  }
}
