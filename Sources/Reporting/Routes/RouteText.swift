import PipelineModel

/// A route for the terminal: a line down the side, branches beside it, limits and failures under each entry.
public enum RouteText {
  /// One line for each thing that is said.
  public static func lines(_ route: [RoutePart]) -> [String] {
    lines(RouteOutline(route).entries, indent: "")
  }

  private static func lines(_ entries: [RouteEntry], indent: String) -> [String] {
    entries.flatMap { lines($0, indent: indent) }
  }

  private static func lines(_ entry: RouteEntry, indent: String) -> [String] {
    let isPlain = entry.word == entry.name || entry.shape == .infusion
    let title = [isPlain ? "" : entry.word, entry.name].filter { !$0.isEmpty }.joined(separator: " ")
    let facts = [entry.date.isEmpty ? "" : "on \(entry.date)", entry.takes, entry.needs].filter {
      !$0.isEmpty
    }
    let isCounted = entry.countsTo != nil
    let shown = isCounted ? [entry.date, entry.takes, entry.needs].filter { !$0.isEmpty } : facts
    var lines = [
      indent + sign(entry) + " " + title + (shown.isEmpty ? "" : ": " + shown.joined(separator: "; "))
    ]
    let below = indent + "│     "
    lines += entry.remarks.map { below + $0 }
    lines += entry.limits.map { below + "⏱ " + $0 }
    lines += entry.failures.map { below + "✗ " + $0.words }
    for (index, branch) in entry.branches.enumerated() {
      let isLast = index == entry.branches.count - 1
      let title = "\(branch.title):"
      lines.append(indent + (isLast ? "│ └─ " : "│ ├─ ") + title)
      lines += self.lines(branch.entries, indent: indent + (isLast ? "│      " : "│ │    "))
    }
    if entry.shape == .parallel { lines.append(indent + "│   all of them, then on") }
    return lines
  }

  private static func sign(_ entry: RouteEntry) -> String {
    switch entry.shape {
    case .parallel: "╞"
    case .choice: "◇"
    case .release: "◎"
    case .batch: "◆"
    case .end: "■"
    case .store: "▣"
    case .hold: "┊"
    case .booking: "○"
    case .work, .infusion: "●"
    }
  }
}
