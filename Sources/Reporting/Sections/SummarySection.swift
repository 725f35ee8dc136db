/// The answer in one paragraph and a few large numbers.
struct SummarySection {
  let content: ReportContent

  var section: ReportSection? {
    ReportSection(
      "summary", "In short", [.paragraph(sentences.joined(separator: " "), style: "lead"), tiles])
  }

  /// The paragraph.
  var sentences: [String] {
    let run = content.input.run
    var sentences = [
      "This report simulates \(DateText.length(from: run.start, to: run.horizon)), from \(DateText.long(run.start)) to "
        + "\(DateText.long(run.horizon)), \(DateText.counted(run.replications, "time")) over with different chance."
    ]
    if let flow { sentences.append(flow) }
    if let waiting { sentences.append(waiting) }
    if let conditioned { sentences.append(conditioned) }
    if let bottleneck { sentences.append(bottleneck) }
    return sentences
  }

  private var flow: String? {
    guard let referred = total("patients.referred"), let treated = total("patients.treated"),
      let mean = referred.mean, let cured = treated.mean, mean > 0
    else { return nil }
    var text = "On average \(NumberText.spoken(mean)) patients are referred and "
    text +=
      "\(NumberText.spoken(cured)) of them (\(NumberText.percentage(cured / mean, decimals: 0))) are treated"
    if let low = treated.low, let high = treated.high {
      text += " (\(content.level) interval of the mean \(NumberText.range(low, high)))"
    }
    if let low = treated.p10, let high = treated.p90 {
      text +=
        "; in 8 of 10 simulated futures, between \(NumberText.spoken(low)) and \(NumberText.spoken(high)) are"
    }
    text += "."
    if let lost = total("patients.lost")?.mean {
      text += " \(NumberText.spoken(lost)) are lost before treatment"
      if let worst { text += ", most often for the reason “\(worst)”" }
      text += "."
    }
    if let open = total("patients.in-progress")?.mean, open >= 0.05 {
      text += " \(NumberText.spoken(open)) are still on their way when the simulation ends."
    }
    return text
  }

  private var worst: String? {
    let rows = content.index.rows("patients.lost", by: ["reason"])
    return rows.max { ($0.mean ?? 0) < ($1.mean ?? 0) }.flatMap {
      $0.mean ?? 0 > 0 ? content.name($0.scope["reason"]) : nil
    }
  }

  private var waiting: String? {
    guard let half = total("time.vein-to-vein", "p50")?.mean,
      let most = total("time.vein-to-vein", "p90")?.mean
    else { return nil }
    return
      "From collection to infusion, half of the treated patients wait \(NumberText.spoken(half)) days or less, "
      + "one in ten longer than \(NumberText.spoken(most)) days."
  }

  private var conditioned: String? {
    guard let count = total("patients.conditioned-without-product")?.mean, count > 0 else { return nil }
    return "\(NumberText.spoken(count)) patients are prepared for a product that is then not there."
  }

  private var bottleneck: String? {
    guard let worst = BottleneckSection(content: content).ranked.first, let waiting = worst.mean,
      waiting >= 0.005
    else { return nil }
    let place = worst.scope["facility"].map { " at \(content.name($0))" } ?? ""
    return "Most work waits for \(content.name(worst.scope["resource"] ?? worst.scope["role"]))\(place): "
      + "\(NumberText.spoken(waiting)) jobs at any time, on average."
  }

  private var tiles: Markup {
    let wanted: [(String, String, String)] = [
      ("patients.referred", "mean", "patients referred"), ("patients.treated", "mean", "patients treated"),
      ("patients.lost", "mean", "patients lost before treatment"),
      ("time.vein-to-vein", "p50", "days from collection to infusion, median"),
      ("time.vein-to-vein", "p90", "days, 9 of 10 wait no longer"),
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
    if estimate.interval != nil {
      lines.append(
        remark(
          estimate.statistic == "mean" ? "interval of the mean" : "\(content.level) interval", estimate.low,
          estimate.high))
    }
    if estimate.spread != nil {
      lines.append(remark("8 of 10 futures", estimate.p10, estimate.p90))
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
