/// Writes whole numbers, seven bits a byte with low bits first, and floating-point numbers, eight bytes each.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func append(number: Int) {
    var rest = UInt(number)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func append(_ value: Double) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value.bitPattern >> shift))
    }
  }
}

/// Reads what a ``ByteWriter`` wrote.
struct ByteReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var remaining: Int { bytes.count - position }

  mutating func byte() throws(DecodingFault) -> UInt8 {
    guard position < bytes.count else { throw .wrongLength }
    defer { position += 1 }
    return bytes[position]
  }

  mutating func number() throws(DecodingFault) -> Int {
    var result: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 63, by: 7) {
      let next = try byte()
      result |= UInt64(next & 0x7F) << shift
      guard next & 0x80 == 0 else { continue }
      // Only the shortest spelling is what a writer writes.
      guard next != 0 || shift == 0 else { throw .impossibleValue }
      return Int(result)
    }
    throw .impossibleValue
  }

  mutating func double() throws(DecodingFault) -> Double {
    var bits: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 8) { bits |= UInt64(try byte()) << shift }
    return Double(bitPattern: bits)
  }
}
