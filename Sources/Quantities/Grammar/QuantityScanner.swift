/// Reads a quantity from left to right and words its faults with what was due.
struct QuantityScanner {
  private let bytes: [UInt8]
  private var position: Int
  private let text: String
  private let expected: QuantityForm

  /// A scanner at the start of a text, spaces at both ends left out.
  init(_ text: String, expecting expected: QuantityForm) throws(QuantityFault) {
    var bytes = Array(text.utf8)
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    self.bytes = bytes
    self.text = text
    self.expected = expected
    position = 0
    skipSpaces()
    if position == bytes.count { throw fault(.empty) }
  }

  /// A fault of the whole text.
  func fault(_ kind: QuantityFault.Kind) -> QuantityFault {
    QuantityFault(kind, in: text, expected: expected)
  }

  var isAtEnd: Bool { position == bytes.count }
  var rest: String { String(decoding: bytes[position...], as: UTF8.self) }

  mutating func skipSpaces() {
    while position < bytes.count, bytes[position] == UInt8(ascii: " ") { position += 1 }
  }

  /// Takes one character if it is next.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// Takes so many digits, exactly, if they are next.
  mutating func takeDigits(_ count: Int) -> Int? {
    guard position + count <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[position..<position + count] {
      guard QuantityScanner.isDigit(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    position += count
    return value
  }

  /// Takes the longest run of digits; it may be empty.
  mutating func takeDigits() -> String {
    takeWhile(QuantityScanner.isDigit)
  }

  /// Takes the longest run of ASCII letters; it may be empty.
  mutating func takeLetters() -> String { takeWhile(QuantityScanner.isLetter) }

  /// Takes all that is left.
  mutating func takeRest() -> String {
    defer { position = bytes.count }
    return rest
  }

  /// Throws if anything is left.
  func end() throws(QuantityFault) {
    if !isAtEnd { throw fault(.unexpected(rest)) }
  }

  private mutating func takeWhile(_ condition: (UInt8) -> Bool) -> String {
    let start = position
    while position < bytes.count, condition(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
  private static func isLetter(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
  }
}
