/// The result of a run in the terminal.
public enum HeadlineTables {
  /// Patients and waiting times by product, slots and batches, milestones by facility, generic lines, and warnings; in
  /// at most `width` columns where numbers allow it. Tables without data are left out.
  public static func text(_ input: ReportInput, width: Int = 100) -> String {
    let content = ReportContent(input)
    let tables = [
      totals(content, "Patients", "product", content.products, patients),
      times(content),
      totals(content, "Slots", "product", content.products, slots),
      totals(content, "Batches", "product", content.products, batches),
      milestones(content), lines(content),
    ].compactMap { $0 }.map { $0.text(width: width) }
    let heading =
      "\(input.title)\n\(NumberText.count(input.run.replications)) replications, seed \(input.run.seed); "
      + "mean (\(content.level) interval of the mean)\n"
    let warnings = input.warnings.map { "warning: \($0)\n" }.joined()
    return ([heading] + tables + (warnings.isEmpty ? [] : [warnings])).joined(separator: "\n")
  }

  private static let patients = [
    ("patients.referred", "referred"), ("patients.treated", "treated"), ("patients.lost", "lost"),
    ("patients.in-progress", "open at end"),
  ]
  private static let slots = [
    ("slots.offered", "offered"), ("slots.booked", "booked"), ("slots.used", "used"),
    ("slots.wasted", "wasted"),
  ]
  private static let batches = [
    ("batches.started", "started"), ("batches.failed", "failed"),
    ("batches.out-of-specification", "out of specification"), ("batches.released", "released"),
  ]

  private static func totals(
    _ content: ReportContent, _ title: String, _ key: String, _ values: [String],
    _ measures: [(String, String)]
  ) -> AlignedTable? {
    let rows = TotalsTable(content: content, measures: measures).rows(by: key, values)
    guard !rows.isEmpty else { return nil }
    return AlignedTable(
      title: title, columns: [.init(key)] + measures.map { .init($0.1, isNumber: true) }, rows: rows)
  }

  private static func times(_ content: ReportContent) -> AlignedTable? {
    let rows = content.products.compactMap { product -> [String]? in
      let cells = ["mean", "p50", "p90"].map {
        content.index.row("time.vein-to-vein", $0, at: ["product": product])
      }
      guard cells.contains(where: { $0?.mean != nil }) else { return nil }
      return [content.name(product)] + cells.map(QuantityText.interval)
    }
    guard !rows.isEmpty else { return nil }
    return AlignedTable(
      title: "Days from collection to infusion",
      columns: [
        .init("product"), .init("mean", isNumber: true), .init("median", isNumber: true),
        .init("P90", isNumber: true),
      ], rows: rows)
  }

  private static func milestones(_ content: ReportContent) -> AlignedTable? {
    let section = MilestoneSection(content: content)
    let shown = MilestoneSection.order.filter { measure, _ in
      content.facilities.contains { section.mark(measure, facility: $0, series: 0) != nil }
    }
    let rows = content.facilities.flatMap { facility in
      shown.compactMap { measure, words -> [String]? in
        section.mark(measure, facility: facility, series: 0).map { [content.name(facility), words, $0.text] }
      }
    }
    guard !rows.isEmpty else { return nil }
    return AlignedTable(
      title: "Milestones: median date (8 of 10 futures)",
      columns: [.init("facility"), .init("milestone"), .init("reached")], rows: rows)
  }

  private static func lines(_ content: ReportContent) -> AlignedTable? {
    let rows = LineSection(content: content).rows.prefix(40)
    guard content.products.allSatisfy({ content.index.row("patients.referred", at: ["product": $0]) == nil }),
      !rows.isEmpty
    else { return nil }
    return AlignedTable(
      title: "Lines and stations",
      columns: [
        .init("measure"), .init("statistic"), .init("where"), .init("unit"),
        .init("estimate", isNumber: true),
      ], rows: rows.map { Array(LineSection.cells($0, content).prefix(5)) })
  }
}
