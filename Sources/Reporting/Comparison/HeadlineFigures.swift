/// Which figures a comparison puts first.
enum HeadlineFigures {
  /// A figure: its words, its measure, and which statistic of it.
  private typealias Figure = (words: String, measure: String, statistic: String)

  /// Patients: all, by product, and those who are lost by reason.
  static func patients(_ rows: ComparisonRows, isBrief: Bool = false) -> [[String]] {
    byProduct(
      [
        ("referred", "patients.referred", "mean"), ("treated", "patients.treated", "mean"),
        ("lost", "patients.lost", "mean"), ("on their way at the end", "patients.in-progress", "mean"),
        ("prepared, no product", "patients.conditioned-without-product", "mean"),
      ], rows, isBrief)
      + rows.rows("lost by", "patients.lost", by: ["reason"], isBrief: isBrief)
  }

  /// Waiting times by product; over all products together they would move when the mixture does.
  static func waits(_ rows: ComparisonRows, isBrief: Bool = false) -> [[String]] {
    let figures: [Figure] = [
      ("days collection to infusion, median", "time.vein-to-vein", "p50"),
      ("days collection to infusion, P90", "time.vein-to-vein", "p90"),
      ("days referral to infusion, median", "time.door-to-door", "p50"),
      ("days referral to infusion, P90", "time.door-to-door", "p90"),
    ]
    return figures.flatMap {
      rows.rows($0.words, $0.measure, $0.statistic, by: ["product"], isBrief: isBrief)
    }
  }

  /// Treated patients, slots and batches by facility.
  static func facilities(_ rows: ComparisonRows, isBrief: Bool = false) -> [[String]] {
    let counted = [
      ("treated", "patients.treated"), ("slots used", "slots.used"), ("slots wasted", "slots.wasted"),
      ("batches started", "batches.started"), ("batches failed", "batches.failed"),
    ]
    return counted.flatMap { rows.rows($0.0, $0.1, by: ["facility"], isBrief: isBrief) }
  }

  /// How busy rooms, devices and people are, and which share of the demand stocks fill at once.
  static func use(_ rows: ComparisonRows, isBrief: Bool = false) -> [[String]] {
    rows.rows("room", "room.utilisation", by: ["facility", "resource"], isBrief: isBrief)
      + rows.rows("device", "device.utilisation", by: ["facility", "resource"], isBrief: isBrief)
      + rows.rows("people", "staff.utilisation", by: ["facility", "role"], isBrief: isBrief)
      + rows.rows("filled at once", "stock.fill-rate", by: ["stock"], isBrief: isBrief)
  }

  /// What is spent: in all, by product and by what it is spent for; and what a dose and a patient cost.
  static func costs(_ rows: ComparisonRows, isBrief: Bool = false) -> [[String]] {
    guard let unit = rows.contents.first?.index.row("cost.total")?.unit else { return [] }
    let figures: [Figure] = [
      ("\(unit) spent", "cost.total", "mean"), ("\(unit) on failed batches", "cost.failed", "mean"),
      ("\(unit) for each dose released", "cost.per-dose-released", "mean"),
      ("\(unit) for each patient treated", "cost.per-patient-treated", "mean"),
    ]
    return byProduct(figures, rows, isBrief)
      + rows.rows("\(unit) for", "cost.total", by: ["category"], isBrief: isBrief)
  }

  private static func byProduct(_ figures: [Figure], _ rows: ComparisonRows, _ isBrief: Bool) -> [[String]] {
    figures.flatMap { words, measure, statistic in
      rows.rows(words + ", all", measure, statistic, isBrief: isBrief)
        + rows.rows(words, measure, statistic, by: ["product"], isBrief: isBrief)
    }
  }
}
