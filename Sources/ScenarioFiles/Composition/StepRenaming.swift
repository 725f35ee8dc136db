extension FileNode {
  /// The names of all route entries in it that are names of its own: a stock that is filled, or a reason to leave, is not.
  var stepNames: [String] {
    switch content {
    case .scalar: return []
    case .list(let items): return items.flatMap(\.stepNames)
    case .map(let entries):
      let declaration = RouteText.part.declaration
      let leading = declaration.leadingKey(of: entries, at: mark) { _, _ in }
      let isOwn = leading.map { !Self.leadingNamesOfOthers.contains($0) } ?? false
      let own = isOwn ? declaration.name(of: self).map { [$0] } ?? [] : []
      return own + entries.flatMap(\.value.stepNames)
    }
  }

  /// The entries with a prefix before their names, and before the names where they are referred to.
  func renamingSteps(_ names: Set<String>, prefix: String) -> FileNode {
    switch content {
    case .scalar: return self
    case .list(let items): return with(.list(items.map { $0.renamingSteps(names, prefix: prefix) }))
    case .map(let entries):
      let declaration = RouteText.part.declaration
      let leading = declaration.leadingKey(of: entries, at: mark) { _, _ in }
      let node = leading.map { hoisted($0) } ?? self
      let isNamed = leading.map { !Self.leadingNamesOfOthers.contains($0) } ?? false
      return node.with(
        .map(
          (node.map ?? []).map { entry in
            var result = entry
            let isName = entry.key == leading ? isNamed : Self.references.contains(entry.key)
            if let scalar = entry.value.scalar {
              let text = Self.renamed(scalar.text, isName: isName, names, prefix)
              result.value = entry.value.with(.scalar(.init(text: text, isQuoted: scalar.isQuoted)))
            } else if isName, let items = entry.value.list {
              result.value = entry.value.with(.list(items.map { $0.renamingScalar(names, prefix: prefix) }))
            } else {
              result.value = entry.value.renamingSteps(names, prefix: prefix)
            }
            if entry.key == "starts" { result.value = result.value.renamingEvent(names, prefix: prefix) }
            return result
          }))
    }
  }

  /// One name of a list of them.
  private func renamingScalar(_ names: Set<String>, prefix: String) -> FileNode {
    guard let scalar else { return renamingSteps(names, prefix: prefix) }
    let text = Self.renamed(scalar.text, isName: true, names, prefix)
    return with(.scalar(.init(text: text, isQuoted: scalar.isQuoted)))
  }

  private static func renamed(_ text: String, isName: Bool, _ names: Set<String>, _ prefix: String) -> String
  {
    isName && names.contains(text) ? "\(prefix) \(text)" : text
  }

  /// `5 d before booked surgery`, or the same with a note on its source.
  private func renamingEvent(_ names: Set<String>, prefix: String) -> FileNode {
    switch content {
    case .map(let entries):
      return with(
        .map(
          entries.map { entry in
            let isNumber = entry.key == "fixed"
            return Entry(
              key: entry.key, keyMark: entry.keyMark,
              value: isNumber ? entry.value.renamingEvent(names, prefix: prefix) : entry.value)
          }))
    case .scalar(let scalar):
      let words = " before booked "
      guard let middle = scalar.text.firstRange(of: words) else { return self }
      let event = String(scalar.text[middle.upperBound...]).trimmed
      let text = scalar.text[..<middle.upperBound] + Self.renamed(event, isName: true, names, prefix)
      return with(.scalar(.init(text: String(text), isQuoted: scalar.isQuoted)))
    case .list: return self
    }
  }

  /// Keys whose values are names of entries.
  private static let references: Set<String> = ["again from", "go to", "until", "requires"]
  /// First keys of entries behind which a stock or a reason stands.
  private static let leadingNamesOfOthers: Set<String> = ["store", "leave"]
}
