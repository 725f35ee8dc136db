/// By product: how many are referred, collected, treated, lost and still on their way; and treated patients by year.
struct PatientsSection {
  let content: ReportContent

  var section: ReportSection? {
    let cascades = content.products.compactMap(cascade)
    return ReportSection(
      "patients", "Patients: from referral to treatment",
      [cascades.isEmpty ? .nothing : .paragraph(explained), .pair(cascades), byYear, table])
  }

  private var explained: String {
    let isCollected = content.products.contains { product in
      (content.index.row("patients.collected", at: ["product": product])?.mean ?? 0) > 0
    }
    return
      "Bars are mean numbers of patients over the whole period, thin lines cover 8 of 10 futures, percentages are "
      + "shares of those referred. Who is on the way at the end is neither treated nor lost yet."
      + (isCollected ? " Collections are counted each time, also when cells are collected again." : "")
  }

  private func cascade(_ product: String) -> Markup? {
    let scope = ["product": product]
    guard let referred = content.index.row("patients.referred", at: scope), let came = referred.mean else {
      return nil
    }
    let atStart = content.index.row("patients.at-start", at: scope)
    let there = atStart?.mean ?? 0
    let all = there + came
    if all <= 0 { return nil }
    var rows = [bar("referred", referred, of: all, .whole, start: there)]
    if let atStart, there > 0 { rows.insert(bar(Self.wereThere, atStart, of: all, .whole), at: 0) }
    if let collected = content.index.row("patients.collected", at: scope), collected.mean != nil {
      rows.append(bar("collections", collected, of: all, .whole))
    }
    var end = 0.0
    if let treated = content.index.row("patients.treated", at: scope), let mean = treated.mean {
      rows.append(bar("treated", treated, of: all, .kept))
      end += mean
    }
    if let lost = content.index.row("patients.lost", at: scope), let mean = lost.mean {
      rows.append(bar("lost", lost, of: all, .lost, start: end))
      end += mean
    }
    if let open = content.index.row("patients.in-progress", at: scope), let mean = open.mean, mean > 0 {
      rows.append(bar("on their way at the end", open, of: all, .open, start: end))
    }
    let words = rows.map { "\($0.label) \($0.text)" }.joined(separator: ", ")
    let chart = CascadeChart(
      title: "\(content.name(product)): from referral to treatment", description: "Patients: \(words).",
      rows: rows,
      width: 470)
    return .figure(content.name(product), chart.picture)
  }

  private static let wereThere = "there at the start"

  private func bar(
    _ label: String, _ estimate: ReportEstimate, of all: Double, _ tone: CascadeChart.Tone, start: Double = 0
  ) -> CascadeChart.Row {
    let mean = estimate.mean ?? 0
    let share =
      label == "referred" || label == "collections" || label == Self.wereThere
      ? "" : " · \(NumberText.percentage(mean / all, decimals: 0))"
    return CascadeChart.Row(
      label: label, start: start, length: mean, spread: estimate.spread, text: NumberText.value(mean) + share,
      tone: tone)
  }

  private var byYear: Markup {
    let rows = content.index.rows("patients.treated", by: ["product", "year"])
    let years = content.years(rows)
    guard years.count > 1 else { return .nothing }
    let figures = content.products.compactMap { product -> Markup? in
      let mine = rows.filter { $0.scope["product"] == product }
      guard mine.contains(where: { ($0.mean ?? 0) > 0 }) else { return nil }
      let chart = BarChart(
        title: "\(content.name(product)): patients treated by year",
        description:
          "Mean over replications of patients treated in each year, with the range of 8 of 10 futures.",
        unit: "patients", categories: years.map(content.yearLabel),
        series: [
          BarChart.Series(
            name: content.name(product),
            values: years.map { year in mine.first { $0.scope.year == year }?.mean },
            spreads: years.map { year in mine.first { $0.scope.year == year }?.spread })
        ], arrangement: .grouped, width: ReportContent.width(years: years.count))
      return .figure(content.name(product), chart.picture)
    }
    if figures.isEmpty { return .nothing }
    let heading = Markup.tag("h3", [:], "Patients treated in each year: mean, and where 8 of 10 futures lie")
    return [heading, years.count > ReportContent.manyYears ? .group(figures) : .pair(figures)]
  }

  private var table: Markup {
    let measures = [
      ("patients.referred", "referred"), ("patients.collected", "collections"),
      ("patients.treated", "treated"),
      ("patients.lost", "lost"), ("patients.in-progress", "on their way at the end"),
      ("patients.conditioned-without-product", "prepared, no product"),
    ].filter { measure, _ in
      content.products.contains { content.index.row(measure, at: ["product": $0])?.mean != nil }
    }
    guard !measures.isEmpty else { return .nothing }
    var rows = content.products.compactMap { product -> [String]? in
      let cells = measures.map { content.index.row($0.0, at: ["product": product]) }
      guard cells.contains(where: { ($0?.mean ?? 0) != 0 }) else { return nil }
      return [content.name(product)] + cells.map(QuantityText.interval)
    }
    let totals = measures.map { content.index.row($0.0) }
    if rows.count > 1, totals.contains(where: { $0?.mean != nil }) {
      rows.append(["all products"] + totals.map(QuantityText.interval))
    }
    return DataTable(
      caption: "Patients over the whole period: mean (\(content.level) interval of the mean)",
      columns: [.init("product")] + measures.map { .init($0.1, isNumber: true) }, rows: rows
    ).markup
  }
}
