import PipelineModel

/// A route as a table: one row for each entry, those of branches indented.
struct RouteTable {
  let route: [RoutePart]

  /// The table; nothing for an empty route.
  func markup(caption: String) -> Markup {
    let rows = rows(RouteOutline(route).entries, depth: 0)
    guard !rows.isEmpty else { return .nothing }
    let head = ["entry", "how long", "who and where", "limits", "what can go wrong"].map {
      Markup.tag("th", ["scope": "col"], $0)
    }
    return .tag(
      "div", ["class": "scroll"],
      [
        .tag(
          "table", ["class": "entries"],
          [
            .tag("caption", [:], caption), .tag("thead", [:], [.tag("tr", [:], head)]),
            .tag("tbody", [:], rows),
          ])
      ])
  }

  private func rows(_ entries: [RouteEntry], depth: Int) -> [Markup] {
    entries.flatMap { entry -> [Markup] in
      [row(entry, depth: depth)]
        + entry.branches.flatMap { branch in
          [title(branch.title, depth: depth + 1)] + rows(branch.entries, depth: depth + 2)
        }
    }
  }

  private func title(_ text: String, depth: Int) -> Markup {
    .tag("tr", [:], [.tag("th", ["scope": "rowgroup", "colspan": "5", "style": indent(depth)], "\(text):")])
  }

  private func row(_ entry: RouteEntry, depth: Int) -> Markup {
    let isPlain = entry.word.isEmpty || entry.word == entry.name || entry.shape == .infusion
    let name = isPlain ? entry.name : "\(entry.word): \(entry.name)"
    let when = [entry.date, entry.takes].filter { !$0.isEmpty }
    return .tag(
      "tr", [:],
      [
        .tag("th", ["scope": "row", "style": indent(depth)], name), cell(when),
        cell([entry.needs].filter { !$0.isEmpty } + entry.remarks), cell(entry.limits, style: "limit"),
        cell(entry.failures.map(\.words), style: "wrong"),
      ])
  }

  private func cell(_ lines: [String], style: String = "") -> Markup {
    let parts = lines.enumerated().flatMap { index, line in
      (index > 0 ? [Markup.tag("br")] : []) + [Markup.text(line)]
    }
    return .tag("td", style.isEmpty ? [:] : ["class": style], parts)
  }

  private func indent(_ depth: Int) -> String { "padding-left: \(Double(depth) * 0.9)rem" }
}
