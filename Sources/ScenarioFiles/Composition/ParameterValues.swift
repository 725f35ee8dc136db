/// The parameters of a library route with their values.
struct ParameterValues {
  private var values: [String: FileNode] = [:]
  private var declared: [String]
  private var used: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []
  /// The parameters that have no value of their own and got a stand-in.
  private(set) var standIns: [String] = []

  /// Checks the given values against the declared parameters and fills in defaults.
  ///
  /// - Parameters:
  ///   - given: what stands under `with`.
  ///   - mark: where a value that is missing is missed; nil where stand-ins will do.
  init(declared: [FileNode.Entry], given: FileNode?, file: String, askedAt mark: SourceMark?) {
    let declared = declared.filter { !ProvenanceKeys.names.contains($0.key) }
    let notes = (given?.map ?? []).filter { ProvenanceKeys.names.contains($0.key) }
    let given = (given?.map ?? []).filter { !ProvenanceKeys.names.contains($0.key) }
    self.declared = declared.map(\.key)
    for entry in given where !self.declared.contains(entry.key) {
      report(
        .parameterUnknown(name: entry.key, near: NearNames.near(entry.key, among: self.declared)),
        at: entry.keyMark)
    }
    for parameter in declared {
      let kind = parameter.value["kind"]?.scalar.flatMap { ParameterKind(rawValue: $0.text) }
      if let value = given.first(where: { $0.key == parameter.key })?.value {
        set(parameter.key, value, kind, notes)
      } else if let value = parameter.value["default"] {
        let notes = (parameter.value.map ?? []).filter { ProvenanceKeys.names.contains($0.key) }
        set(parameter.key, value, kind, notes)
      } else if let mark {
        report(.parameterMissing(name: parameter.key, file: file), at: mark)
      } else {
        standIns.append(parameter.key)
        values[parameter.key] = (kind ?? .text).standIn(for: parameter.key, at: parameter.keyMark)
      }
    }
  }

  private mutating func set(
    _ name: String, _ value: FileNode, _ kind: ParameterKind?, _ notes: [FileNode.Entry]
  ) {
    let reading = Reading(files: .memory([:]))
    kind?.check(value, reading)
    diagnostics += reading.diagnostics
    values[name] = kind?.isNumber == true ? value.noted(notes) : value
  }

  /// The parameters whose values are texts, with them.
  var names: [(parameter: String, text: String)] {
    declared.compactMap { name in values[name]?.scalar.map { (name, $0.text) } }
  }

  /// The tree with `$name` replaced; reports names that nobody declares and parameters that nobody uses.
  mutating func fill(_ node: FileNode) -> FileNode {
    let result = replaced(node)
    for name in declared where !used.contains(name) { report(.parameterUnused(name: name), at: node.mark) }
    return result
  }

  private mutating func replaced(_ node: FileNode) -> FileNode {
    switch node.content {
    case .scalar(let scalar): return value(scalar.text, at: node.mark) ?? node
    case .list(let items): return node.with(.list(items.map { replaced($0) }))
    case .map(let entries):
      return node.with(
        .map(
          entries.map { entry in
            let name = value(entry.key, at: entry.keyMark)
            let key = name?.scalar?.text ?? entry.key
            let mark = name?.mark ?? entry.keyMark
            return FileNode.Entry(key: key, keyMark: mark, value: replaced(entry.value))
          }))
    }
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
  /// A number, or a law, that carries notes on its source unless it has its own.
  fileprivate func noted(_ notes: [Entry]) -> FileNode {
    guard !notes.isEmpty else { return self }
    switch content {
    case .scalar(let scalar):
      if isEmpty || scalar.text.hasPrefix("$") { return self }
      let number = Entry(key: "fixed", keyMark: mark, value: self)
      return with(.map([number] + notes))
    case .map(let entries):
      let isNoted = entries.contains { ProvenanceKeys.names.contains($0.key) }
      return isNoted ? self : with(.map(entries + notes))
    case .list: return self
    }
  }
}
