import Quantities
import Randomness

/// The resolved value of a scenario as text: what its SHA-256 is taken of, whatever the files looked like.
///
/// One line a value, indented, with the names of the model. What is left out or `nil` is not printed, so that a key that
/// the language gains later does not change the hash of the scenarios that do not use it.
enum CanonicalText {
  static func of(_ value: Any) -> String {
    var text = ""
    write(value, indent: 0, to: &text)
    return text
  }

  private static func write(_ value: Any, indent: Int, to text: inout String) {
    switch value {
    case let zone as CivilZone: text += zone.identifier + "\n"
    case let string as String: text += string.debugDescription + "\n"
    case let number as Double: text += number.description + "\n"
    case let number as any BinaryInteger: text += "\(number)\n"
    case let flag as Bool: text += "\(flag)\n"
    default: writeParts(of: value, indent: indent, to: &text)
    }
  }

  private static func writeParts(of value: Any, indent: Int, to text: inout String) {
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .enum, mirror.children.isEmpty {
      text += "\(value)\n"
      return
    }
    if mirror.displayStyle == .optional {
      if let child = mirror.children.first {
        write(child.value, indent: indent, to: &text)
      } else {
        text += "nil\n"
      }
      return
    }
    text += "\n"
    for (index, child) in mirror.children.enumerated() where !isAbsent(child.value) {
      text += String(repeating: "  ", count: indent + 1) + (child.label ?? "\(index)") + ": "
      write(child.value, indent: indent + 1, to: &text)
    }
  }

  private static func isAbsent(_ value: Any) -> Bool {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional, .collection, .set, .dictionary: return mirror.children.isEmpty
    default: return false
    }
  }
}
