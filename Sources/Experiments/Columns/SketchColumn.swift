import OutputAnalysis

/// One sketch for each replication, kept as bytes, so that many small ones take little more than their values.
struct SketchColumn: Sendable {
  private var bytes: [UInt8] = []
  /// Where the sketch of each replication ends; nothing lies between the ends of an empty one.
  private var ends: [Int] = []

  var count: Int { ends.count }

  /// Whether no replication observed anything.
  var isEmpty: Bool { bytes.isEmpty }

  mutating func append(_ sketch: QuantileSketch) {
    if sketch.count > 0 { bytes.append(contentsOf: sketch.encoded) }
    ends.append(bytes.count)
  }

  /// Merges the sketches into an array of the same length; nil stays where nothing was observed.
  func merge(into sketches: inout [QuantileSketch?]) {
    guard !isEmpty else { return }
    var start = 0
    for (index, end) in ends.enumerated() {
      defer { start = end }
      guard end > start else { continue }
      guard let sketch = try? QuantileSketch(decoding: Array(bytes[start..<end])) else {
        preconditionFailure("a sketch reads back what it wrote; column entry \(index)")
      }
      if sketches[index] == nil { sketches[index] = sketch } else { sketches[index]?.merge(sketch) }
    }
  }
}
