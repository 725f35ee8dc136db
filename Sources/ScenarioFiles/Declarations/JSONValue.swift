/// A JSON value whose objects keep the order of their keys.
indirect enum JSONValue: Sendable, Hashable {
  case text(String)
  case number(Double)
  case boolean(Bool)
  case list([JSONValue])
  case object([JSONMember])

  /// An object of the members that have a value.
  static func object(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(members.compactMap { name, value in value.map { JSONMember(name: name, value: $0) } })
  }

  /// The value as indented text, the same on every machine.
  func text(indent: Int = 0) -> String {
    let margin = String(repeating: "  ", count: indent)
    switch self {
    case .text(let text): return JSONValue.quoted(text)
    case .number(let number):
      return number == number.rounded() && abs(number) < 1e15 ? "\(Int64(number))" : "\(number)"
    case .boolean(let value): return value ? "true" : "false"
    case .list(let items):
      if items.isEmpty { return "[]" }
      if items.allSatisfy(\.isScalar) {
        return "[" + items.map { $0.text() }.joined(separator: ", ") + "]"
      }
      return "[\n" + items.map { "\(margin)  \($0.text(indent: indent + 1))" }.joined(separator: ",\n")
        + "\n\(margin)]"
    case .object(let members):
      if members.isEmpty { return "{}" }
      return "{\n"
        + members.map { "\(margin)  \(JSONValue.quoted($0.name)): \($0.value.text(indent: indent + 1))" }
        .joined(separator: ",\n") + "\n\(margin)}"
    }
  }

  private var isScalar: Bool {
    switch self {
    case .list, .object: false
    default: true
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case let control where control.value < 0x20:
        let digits = String(control.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

/// One member of a JSON object.
struct JSONMember: Sendable, Hashable {
  var name: String
  var value: JSONValue
}
