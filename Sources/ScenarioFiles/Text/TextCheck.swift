/// What can be said about a text before it is parsed as YAML.
enum TextCheck {
  /// Tabs that indent, characters that do not belong, keys that could make the parser explode.
  static func findings(in source: SourceText) -> [Diagnostic] {
    var result: [Diagnostic] = []
    let lines = source.lines
    let hasAliases = lines.contains(where: mentionsAlias)
    for (offset, line) in lines.enumerated() {
      func report(_ problem: Problem, column: Int) {
        result.append(
          Diagnostic(problem, at: SourceMark(file: source.name, line: offset + 1, column: column)))
      }
      for (column, scalar) in line.unicodeScalars.enumerated() {
        if !isAllowed(scalar) {
          report(.forbiddenCharacter(scalar.value), column: column + 1)
          break
        }
      }
      let indent = line.unicodeScalars.prefix { $0 == " " || $0 == "\t" }
      if let tab = indent.enumerated().first(where: { $0.element == "\t" }),
        indent.count < line.unicodeScalars.count
      {
        report(.tabIndent, column: tab.offset + 1)
      }
      if hasAliases, let column = complexKey(in: line) { report(.keyNotText, column: column) }
    }
    return result
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x20...0x7E, 0xA0...0xD7FF: true
    case 0xE000...0xFFFD: scalar.value != 0xFEFF && !DuplicateKeys.isReserved(scalar)
    case 0x10000...0x10FFFF: true
    default: false
    }
  }

  /// A `*name` where YAML could take it for an alias.
  private static func mentionsAlias(_ line: String) -> Bool { aliasColumns(in: line).isEmpty == false }

  private static func aliasColumns(in line: String) -> [Int] {
    let bytes = Array(line.utf8)
    return bytes.indices.filter { index in
      bytes[index] == UInt8(ascii: "*")
        && (index == 0 || " \t[{,:?-".utf8.contains(bytes[index - 1]))
        && index + 1 < bytes.count && isNameByte(bytes[index + 1])
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// Maps, lists and aliases as keys: the parser compares keys, and an alias there can stand for millions of
  /// values.
  private static func complexKey(in line: String) -> Int? {
    let bytes = Array(line.utf8)
    func followedByColon(_ start: Int) -> Bool {
      var index = start
      while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
      return index < bytes.count && bytes[index] == UInt8(ascii: ":")
    }
    for index in aliasColumns(in: line) {
      var end = index + 1
      while end < bytes.count, isNameByte(bytes[end]) { end += 1 }
      if followedByColon(end) { return index + 1 }
    }
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        if followedByColon(index + 1) { return index + 1 }
      case UInt8(ascii: "?"):
        let before = index == 0 || " \t[{,-".utf8.contains(bytes[index - 1])
        let after = index + 1 == bytes.count || " \t".utf8.contains(bytes[index + 1])
        if before && after { return index + 1 }
      default: break
      }
    }
    return nil
  }
}
