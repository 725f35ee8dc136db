import OutputAnalysis
import PipelineSimulation

/// The numbers and sketches of a record as few bytes: equal records give equal bytes on every machine.
///
/// A version byte; then tokens, each a whole number of seven bits a byte whose lowest two bits say what it is: a whole
/// number (the rest), a run of zeros (the rest is its length), the eight bytes of a double, or a run of "not defined".
/// Then each sketch that is not empty: how many empty ones stand before it, its length, its own bytes.
enum RecordBytes {
  static let version: UInt8 = 1
  private static let whole: UInt64 = 0
  private static let zeros: UInt64 = 1
  private static let double: UInt64 = 2
  private static let undefined: UInt64 = 3
  private static let largestWhole = 9_007_199_254_740_992.0

  static func encode(values: [Double], samples: [QuantileSketch]) -> [UInt8] {
    var bytes: [UInt8] = [version]
    bytes.reserveCapacity(values.count * 2)
    var index = 0
    while index < values.count {
      let value = values[index]
      if value.isNaN || value.bitPattern == 0 {
        var end = index + 1
        while end < values.count, value.isNaN ? values[end].isNaN : values[end].bitPattern == 0 { end += 1 }
        append(UInt64(end - index) << 2 | (value.isNaN ? undefined : zeros), to: &bytes)
        index = end
        continue
      }
      if value > 0, value < largestWhole, value.rounded() == value {
        append(UInt64(value) << 2 | whole, to: &bytes)
      } else {
        append(double, to: &bytes)
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
          bytes.append(UInt8(truncatingIfNeeded: value.bitPattern >> shift))
        }
      }
      index += 1
    }
    var empty = 0
    for sketch in samples {
      guard sketch.count > 0 else {
        empty += 1
        continue
      }
      let encoded = sketch.encoded
      append(UInt64(empty), to: &bytes)
      append(UInt64(encoded.count), to: &bytes)
      bytes.append(contentsOf: encoded)
      empty = 0
    }
    return bytes
  }

  /// Reads back what `encode` wrote, or nil when the bytes are not of that shape.
  static func decode(
    _ bytes: [UInt8], valueCount: Int, sampleCount: Int
  ) -> (values: [Double], samples: [QuantileSketch])? {
    var reader = Reader(bytes: bytes)
    guard reader.byte() == version else { return nil }
    var values: [Double] = []
    values.reserveCapacity(valueCount)
    while values.count < valueCount {
      guard let token = reader.number() else { return nil }
      let rest = Int(token >> 2)
      switch token & 3 {
      case whole: values.append(Double(rest))
      case double:
        guard let value = reader.double() else { return nil }
        values.append(value)
      default:
        guard rest > 0, rest <= valueCount - values.count else { return nil }
        values.append(contentsOf: repeatElement(token & 3 == zeros ? 0 : .nan, count: rest))
      }
    }
    var samples: [QuantileSketch] = []
    samples.reserveCapacity(sampleCount)
    while !reader.isAtEnd {
      guard let empty = reader.number(), let length = reader.number(),
        empty < UInt64(sampleCount - samples.count), let encoded = reader.bytes(length),
        let sketch = try? QuantileSketch(decoding: encoded)
      else { return nil }
      samples.append(contentsOf: repeatElement(QuantileSketch(), count: Int(empty)))
      samples.append(sketch)
    }
    samples.append(contentsOf: repeatElement(QuantileSketch(), count: sampleCount - samples.count))
    return (values, samples)
  }

  private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private struct Reader {
    let bytes: [UInt8]
    var position = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    mutating func byte() -> UInt8? {
      guard position < bytes.count else { return nil }
      defer { position += 1 }
      return bytes[position]
    }

    mutating func number() -> UInt64? {
      var result: UInt64 = 0
      for shift in stride(from: UInt64(0), to: 63, by: 7) {
        guard let next = byte() else { return nil }
        result |= UInt64(next & 0x7F) << shift
        if next & 0x80 == 0 { return result }
      }
      return nil
    }

    mutating func double() -> Double? {
      guard let eight = bytes(8) else { return nil }
      return Double(bitPattern: eight.reversed().reduce(0) { $0 << 8 | UInt64($1) })
    }

    mutating func bytes(_ length: UInt64) -> [UInt8]? {
      guard length <= UInt64(bytes.count - position) else { return nil }
      defer { position += Int(length) }
      return Array(bytes[position..<position + Int(length)])
    }
  }
}
