import PipelineModel

extension Form where Value == [RoutePart] {
  /// A route: a list of parts, each with its first key and its name.
  static let route: Form = .reference("route") { RouteText.route }
}

/// `route:` and every list of parts in it.
enum RouteText {
  static let part = VariantsForm<RoutePart>(
    "route part", "an entry of a route, such as 'step: wash'",
    "One entry of a route. Its first key says what it is and gives its name. A name that stands nowhere else may be "
      + "left out: `- infuse: { takes: 1 h }` is called `infuse`.", isReplacedWhole: false, hoists: true,
    StepsText.kinds + WaitingText.parts + BranchingText.parts)

  static let route = Form<[RoutePart]>(
    .steps(part.declaration),
    read: { node, reading in
      guard let items = node.list ?? (node.map != nil ? [node] : nil) else {
        if node.isEmpty { return [] }
        reading.report(
          .expected(what: "a list of entries, such as '- step: wash'", found: node.description), at: node.mark
        )
        return nil
      }
      return items.enumerated().compactMap { index, item in
        if let change = item.entry("remove") ?? item.entry("insert"), item.map?.count == 1 {
          reading.report(.nothingInherited(key: change.key), at: change.keyMark)
          return nil
        }
        let name = part.declaration.name(of: item) ?? "\(index + 1)"
        return reading.enter(name, at: item.entryMark) {
          reading.noteInclusion(of: item)
          return part.read(item, reading)
        }
      }
    },
    write: { parts in .written(parts.map(part.write)) })
}

extension VariantsDeclaration {
  /// The name of an entry: what stands behind its leading key, or that key where a map stands there.
  func name(of item: FileNode) -> String? {
    guard let entries = item.map,
      let leading = leadingKey(of: entries, at: item.mark, { _, _ in }),
      let value = (hoists ? item.hoisted(leading) : item)[leading]
    else { return nil }
    return value.scalar?.text
  }
}

extension FileNode {
  /// Where an entry of a list starts for a reader: its first value.
  fileprivate var entryMark: SourceMark {
    guard let first = map?.first else { return mark }
    return first.value.scalar == nil || first.value.isEmpty ? first.keyMark : first.value.mark
  }
}
