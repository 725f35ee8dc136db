import OutputAnalysis

/// One sketch for each replication, kept as bytes, so that many small ones take little more than their values.
///
/// The bytes lie in pieces of a few kilobytes, each as large as what is in it: one long array that grows by doubling would be
/// half empty when it has just grown.
struct SketchColumn: Sendable {
  /// A piece is closed when it has so many bytes.
  private static let pieceSize = 4_096

  private var pieces: [[UInt8]] = []
  /// The piece that is being filled.
  private var open: [UInt8] = []
  /// How many bytes the sketch of each replication has; none for an empty one.
  private var lengths: [UInt32] = []

  var count: Int { lengths.count }

  /// Whether no replication observed anything.
  var isEmpty: Bool { pieces.isEmpty && open.isEmpty }

  mutating func append(_ sketch: QuantileSketch) {
    let before = open.count
    if sketch.count > 0 { open.append(contentsOf: sketch.encoded) }
    lengths.append(UInt32(open.count - before))
    if open.count >= Self.pieceSize {
      // As large as its bytes; a copy of the whole would share the room of the array that is being filled.
      var piece: [UInt8] = []
      piece.reserveCapacity(open.count)
      piece.append(contentsOf: open)
      pieces.append(piece)
      open.removeAll(keepingCapacity: true)
    }
  }

  /// Merges the sketches into an array of the same length; nil stays where nothing was observed.
  func merge(into sketches: inout [QuantileSketch?]) {
    guard !isEmpty else { return }
    var (piece, start) = (0, 0)
    for (index, length) in lengths.enumerated() where length > 0 {
      if piece < pieces.count, start == pieces[piece].count { (piece, start) = (piece + 1, 0) }
      let end = start + Int(length)
      let bytes = piece < pieces.count ? pieces[piece][start..<end] : open[start..<end]
      start = end
      guard let sketch = try? QuantileSketch(decoding: Array(bytes)) else {
        preconditionFailure("a sketch reads back what it wrote; column entry \(index)")
      }
      if sketches[index] == nil { sketches[index] = sketch } else { sketches[index]?.merge(sketch) }
    }
  }
}
