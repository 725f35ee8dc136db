/// A tree as YAML text: one way to write each tree, the same on every machine.
enum YAMLText {
  /// The text; short maps and lists of texts stand on one line.
  static func text(of root: FileNode) -> String {
    guard case .map(let entries) = root.content, !entries.isEmpty else { return inline(root) + "\n" }
    return lines(of: entries, indent: 0).joined(separator: "\n") + "\n"
  }

  private static let width = 100

  private static func lines(of entries: [FileNode.Entry], indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    return entries.flatMap { entry -> [String] in
      let key = margin + scalar(entry.key) + ":"
      return block(entry.value, after: key, indent: indent)
    }
  }

  private static func block(_ node: FileNode, after head: String, indent: Int) -> [String] {
    let short = inline(node)
    let mayBeShort = indent > 0 || node.scalar != nil
    if mayBeShort && head.count + 1 + short.count <= width || node.isLeaf { return [head + " " + short] }
    switch node.content {
    case .map(let entries): return [head] + lines(of: entries, indent: indent + 2)
    case .list(let items): return [head] + items.flatMap { item(of: $0, indent: indent + 2) }
    case .scalar: return [head + " " + short]
    }
  }

  private static func item(of node: FileNode, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    let short = inline(node)
    if node.isLeaf || indent + 2 + short.count <= width { return [margin + "- " + short] }
    switch node.content {
    case .map(let entries):
      var result = lines(of: entries, indent: indent + 2)
      result[0] = margin + "- " + result[0].dropFirst(indent + 2)
      return result
    case .list(let items):
      return [margin + "-"] + items.flatMap { item(of: $0, indent: indent + 2) }
    case .scalar: return [margin + "- " + short]
    }
  }

  /// The tree on one line.
  static func inline(_ node: FileNode) -> String {
    switch node.content {
    case .scalar(let scalar): return self.scalar(scalar.text)
    case .list(let items): return items.isEmpty ? "[]" : "[" + items.map(inline).joined(separator: ", ") + "]"
    case .map(let entries):
      if entries.isEmpty { return "{}" }
      return "{ " + entries.map { "\(scalar($0.key)): \(inline($0.value))" }.joined(separator: ", ") + " }"
    }
  }

  /// The text bare where YAML reads it back as it is, else in double quotes.
  private static func scalar(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
  }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, text.count < 300 else {
      return false
    }
    if ["~", "null", "---", "..."].contains(text) || first == " " || last == " " || last == ":" {
      return false
    }
    if "-?:,[]{}#&*!|>'\"%@`=<".unicodeScalars.contains(first) { return false }
    if text.contains(": ") || text.contains(" #") { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      !",[]{}\"\\".unicodeScalars.contains(scalar) && scalar.value >= 0x20 && scalar.value != 0x7F
        && !(0x80...0x9F).contains(scalar.value) && scalar.value != 0x2028 && scalar.value != 0x2029
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case let other where other.value < 0x20 || (0x7F...0x9F).contains(other.value):
        result += "\\x" + hexadecimal(other.value, digits: 2)
      case "\u{2028}", "\u{2029}": result += "\\u" + hexadecimal(scalar.value, digits: 4)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}

extension FileNode {
  /// A text, or a map or list with nothing in it.
  fileprivate var isLeaf: Bool {
    switch content {
    case .scalar: true
    case .list(let items): items.isEmpty
    case .map(let entries): entries.isEmpty
    }
  }
}
