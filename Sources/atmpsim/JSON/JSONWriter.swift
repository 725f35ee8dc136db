/// Writes one JSON value as text, members in the order in which they are given, the same bytes on every machine.
///
/// Numbers are written so that they read back as the same double, whole ones without a fraction; what is not finite is
/// `null`.
struct JSONWriter {
  private(set) var text = ""
  private var isFirst = true

  /// Writes an object whose members `body` writes.
  mutating func object(_ body: (inout JSONWriter) -> Void) { enclosed("{", "}", body) }

  /// Writes an array whose elements `body` writes, each after a call of `element`.
  mutating func array(_ body: (inout JSONWriter) -> Void) { enclosed("[", "]", body) }

  /// Begins the next element of an array; `onNewLine` starts a line for it.
  mutating func element(onNewLine: Bool = true) { separate(onNewLine) }

  /// Begins the next member of an object.
  mutating func key(_ name: String, onNewLine: Bool = false) {
    separate(onNewLine)
    string(name)
    text += ": "
  }

  mutating func member(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { text += "null" }
  }

  mutating func member(_ name: String, _ value: Double?) {
    key(name)
    number(value)
  }

  mutating func member(_ name: String, _ value: Int) {
    key(name)
    text += String(value)
  }

  /// Writes a whole number.
  mutating func whole(_ value: UInt64) { text += String(value) }

  mutating func member(_ name: String, _ value: Bool) {
    key(name)
    text += value ? "true" : "false"
  }

  /// Writes a number, or `null` where it is nil or not finite.
  mutating func number(_ value: Double?) {
    guard let value, value.isFinite else {
      text += "null"
      return
    }
    text += value.rounded() == value && abs(value) < 1e15 ? String(Int64(value)) : value.description
  }

  /// Writes a string in quotation marks.
  mutating func string(_ value: String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F || (0x2028...0x2029).contains(scalar.value):
        let code = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - code.count) + code
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  private mutating func enclosed(_ opening: String, _ closing: String, _ body: (inout JSONWriter) -> Void) {
    text += opening
    let outer = isFirst
    isFirst = true
    body(&self)
    isFirst = outer
    text += closing
  }

  private mutating func separate(_ onNewLine: Bool) {
    if isFirst { isFirst = false } else { text += onNewLine ? "," : ", " }
    if onNewLine { text += "\n" }
  }
}
