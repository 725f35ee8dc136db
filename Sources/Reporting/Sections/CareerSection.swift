/// What becomes of graduates: qualified, still in the role after some years, at what price; and where a role's people come from.
struct CareerSection {
  let content: ReportContent

  var section: ReportSection? {
    ReportSection("careers", "Training: what becomes of graduates", [outcomes, origins])
  }

  private var outcomes: Markup {
    let measures = ["training.qualified", "training.in-role-after", "cost.training"]
    let keys: [Set<String>] = [["programme"], ["programme", "number"], ["programme"]]
    let all = zip(measures, keys).flatMap { content.index.rows($0, by: $1) }
    let lengths = content.values("number", in: all)
    let currency = content.index.rows("cost.training", by: ["programme"]).first?.unit
    let rows = content.values("programme", in: all).map { programme -> [String] in
      let scope = ["programme": programme]
      var cells = [
        content.name(programme), QuantityText.interval(content.index.row("training.qualified", at: scope)),
      ]
      cells += lengths.map { number in
        let row = content.index.row("training.in-role-after", at: ["programme": programme, "number": number])
        return NumberText.percentageInterval(row?.mean, row?.low, row?.high)
      }
      if currency != nil {
        cells += ["cost.training", "cost.per-qualified"].map { measure in
          let row = content.index.row(measure, at: scope)
          return MoneyText.interval(row?.mean, row?.low, row?.high)
        }
      }
      return cells
    }
    let money = currency.map(MoneyText.unit)
    return DataTable(
      caption: "Graduates over the whole period: mean (\(content.level) interval of the mean)",
      columns: [.init("programme"), .init("qualified", isNumber: true)]
        + lengths.map { .init("in the role after \($0) y", isNumber: true) }
        + (money.map {
          [.init("\($0) spent", isNumber: true), .init("\($0) for each qualified", isNumber: true)]
        } ?? []), rows: rows
    ).markup
  }

  private var origins: Markup {
    let rows = content.index.rows("staff.qualified-from", by: ["facility", "role", "programme", "year"])
    let years = content.years(rows)
    var seen: Set<[String]> = []
    let lines = rows.compactMap { row -> [String]? in
      guard let facility = row.scope["facility"], let role = row.scope["role"],
        let origin = row.scope["programme"], seen.insert([facility, role, origin]).inserted
      else { return nil }
      let mine = rows.filter {
        $0.scope["facility"] == facility && $0.scope["role"] == role && $0.scope["programme"] == origin
      }
      guard mine.contains(where: { ($0.mean ?? 0) > 0 }) else { return nil }
      return ["\(content.name(role)), \(content.name(facility))", content.name(origin)]
        + years.map { year in
          mine.first { $0.scope.year == year }?.mean.map { NumberText.fixed($0, decimals: 1) }
            ?? NumberText.missing
        }
    }
    return DataTable(
      caption: "Where those come from who are qualified at the end of the year: mean number",
      columns: [.init("role"), .init("from")] + years.map { .init("\($0)", isNumber: true) }, rows: lines
    ).markup
  }
}
