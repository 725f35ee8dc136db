/// The parameters of a library route with their values.
struct ParameterValues {
  private var values: [String: FileNode] = [:]
  private var declared: [String]
  private var used: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Checks the given values against the declared parameters and fills in defaults.
  init(declared: [FileNode.Entry], given: [FileNode.Entry], file: String, askedAt mark: SourceMark) {
    self.declared = declared.map(\.key)
    for entry in given where !self.declared.contains(entry.key) {
      report(
        .parameterUnknown(name: entry.key, near: NearNames.near(entry.key, among: self.declared)),
        at: entry.keyMark)
    }
    for parameter in declared {
      let value = given.first { $0.key == parameter.key }?.value ?? parameter.value["default"]
      guard let value else {
        report(.parameterMissing(name: parameter.key, file: file), at: mark)
        continue
      }
      if let kind = parameter.value["kind"]?.scalar.flatMap({ ParameterKind(rawValue: $0.text) }) {
        let reading = Reading(files: .memory([:]))
        kind.check(value, reading)
        diagnostics += reading.diagnostics
      }
      values[parameter.key] = value
    }
  }

  /// The tree with `$name` replaced; reports names that nobody declares and parameters that nobody uses.
  mutating func fill(_ node: FileNode) -> FileNode {
    let result = replaced(node)
    for name in declared where !used.contains(name) { report(.parameterUnused(name: name), at: node.mark) }
    return result
  }

  private mutating func replaced(_ node: FileNode) -> FileNode {
    var result = node
    switch node.content {
    case .scalar(let scalar): return value(scalar.text, at: node.mark) ?? node
    case .list(let items): result.content = .list(items.map { replaced($0) })
    case .map(let entries):
      result.content = .map(
        entries.map { entry in
          let key = value(entry.key, at: entry.keyMark)?.scalar?.text ?? entry.key
          return FileNode.Entry(key: key, keyMark: entry.keyMark, value: replaced(entry.value))
        })
    }
    return result
  }

  private mutating func value(_ text: String, at mark: SourceMark) -> FileNode? {
    guard text.hasPrefix("$") else { return nil }
    let name = String(text.dropFirst())
    used.insert(name)
    if !declared.contains(name) {
      report(.parameterUnknown(name: name, near: NearNames.near(name, among: declared)), at: mark)
    }
    return values[name]
  }

  private mutating func report(_ problem: Problem, at mark: SourceMark) {
    diagnostics.append(Diagnostic(problem, at: mark))
  }
}

extension FileNode {
  /// The names of all route entries in it.
  var stepNames: [String] {
    switch content {
    case .scalar: return []
    case .list(let items): return items.flatMap(\.stepNames)
    case .map(let entries):
      let own = RouteText.part.declaration.name(of: self).map { [$0] } ?? []
      return own + entries.flatMap(\.value.stepNames)
    }
  }

  /// The entries with a prefix before their names, and before the names where they are referred to.
  func renamingSteps(_ names: Set<String>, prefix: String) -> FileNode {
    var result = self
    switch content {
    case .scalar: break
    case .list(let items): result.content = .list(items.map { $0.renamingSteps(names, prefix: prefix) })
    case .map(let entries):
      let declaration = RouteText.part.declaration
      let leading = declaration.leadingKey(of: entries, at: mark) { _, _ in }
      let node = leading.map { hoisted($0) } ?? self
      result = node
      result.content = .map(
        (node.map ?? []).map { entry in
          let isName =
            entry.key == leading || ["again from", "go to", "until", "requires"].contains(entry.key)
          guard isName, var scalar = entry.value.scalar, names.contains(scalar.text) else {
            let value = entry.value.renamingSteps(names, prefix: prefix)
            return Entry(key: entry.key, keyMark: entry.keyMark, value: value)
          }
          scalar.text = "\(prefix) \(scalar.text)"
          let value = FileNode(content: .scalar(scalar), mark: entry.value.mark, layer: entry.value.layer)
          return Entry(key: entry.key, keyMark: entry.keyMark, value: value)
        })
    }
    return result
  }
}
