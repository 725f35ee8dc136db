import OutputAnalysis
import Testing

@Suite("Stored quantile sketches")
struct QuantileSketchEncodingTests {
  private func sketch(_ count: Int, limit: Int = 50) -> QuantileSketch {
    var dice = Dice(seed: 31)
    var result = QuantileSketch(exactLimit: limit)
    for index in 0..<count { result.add(index % 5 == 0 ? 0 : 20 * dice.uniform() - 5) }
    return result
  }

  @Test("come back equal, and go on as if never stored", arguments: [0, 1, 49, 50, 51, 4000])
  func roundTrip(count: Int) throws {
    var original = sketch(count)
    var restored = try QuantileSketch(decoding: original.encoded)
    #expect(restored == original)
    original.add(7)
    restored.add(7)
    #expect(restored == original && restored.encoded == original.encoded)
  }

  @Test("are small: a long stream takes a few bytes for each occupied bucket")
  func size() {
    #expect(sketch(4000).encoded.count < 32_000)
    #expect(sketch(100_000).encoded.count < 60_000)
  }

  @Test("are refused when cut short or lengthened", arguments: [0, 10, 60])
  func wrongLength(count: Int) {
    let bytes = sketch(count).encoded
    for length in bytes.indices {
      #expect(throws: DecodingFault.self) { try QuantileSketch(decoding: Array(bytes.prefix(length))) }
    }
    #expect(throws: DecodingFault.wrongLength) { try QuantileSketch(decoding: bytes + [0]) }
  }

  @Test("damaged bytes are refused or are another sketch's own bytes, never a crash")
  func damaged() {
    var dice = Dice(seed: 37)
    var refused = 0
    for round in 0..<2000 {
      var bytes = sketch(round % 2 == 0 ? 20 : 70).encoded
      for _ in 0...Int.random(in: 0..<3, using: &dice) {
        bytes[Int.random(in: 0..<bytes.count, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
      }
      if let sketch = try? QuantileSketch(decoding: bytes) {
        #expect(sketch.encoded == bytes)
      } else {
        refused += 1
      }
    }
    #expect(refused > 1000)
  }

  @Test("random bytes are refused")
  func garbage() {
    var dice = Dice(seed: 41)
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0..<60, using: &dice)).map { _ in
        UInt8.random(in: 0...255, using: &dice)
      }
      if let sketch = try? QuantileSketch(decoding: [1] + bytes) { #expect(sketch.encoded == [1] + bytes) }
      #expect(throws: DecodingFault.self) { try QuantileSketch(decoding: [2] + bytes) }
    }
  }
}
