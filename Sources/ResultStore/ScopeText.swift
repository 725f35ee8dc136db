import Foundation
import PipelineSimulation

/// Scopes as one-line JSON objects, such as `{"product":"car-t","year":2026}`, with the keys in the order of scopes.
enum ScopeText {
  static func text(of scope: Scope) -> String {
    let entries = scope.entries.map { entry in
      switch entry.value {
      case .number(let number): "\"\(entry.key.rawValue)\":\(number)"
      case .name(let name): "\"\(entry.key.rawValue)\":\(quoted(name))"
      }
    }
    return "{\(entries.joined(separator: ","))}"
  }

  /// Reads back what `text` wrote, or nil.
  static func scope(from text: String) -> Scope? {
    guard let values = try? JSONDecoder().decode([String: Entry].self, from: Data(text.utf8)) else {
      return nil
    }
    var keys: [Scope.Key: Scope.Value] = [:]
    for (name, entry) in values {
      guard let key = Scope.Key(rawValue: name) else { return nil }
      keys[key] = entry.value
    }
    return Scope(keys)
  }

  private struct Entry: Decodable {
    var value: Scope.Value

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int.self) {
        value = .number(number)
      } else {
        value = .name(try container.decode(String.self))
      }
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where scalar.value < 0x20:
        let code = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - code.count) + code
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
