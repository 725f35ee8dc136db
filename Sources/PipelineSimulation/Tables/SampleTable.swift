import OutputAnalysis

/// The observations behind the quantiles of a record, each sketch with a few values that it has not taken in yet.
///
/// A sketch is larger than the processor's first cache. Sixteen values taken in together wait for its memory once, where
/// one at each event would wait sixteen times. Their order is kept, so that a sketch is what it would have been.
///
/// Invariants: `pending` points to room for sixteen values of each sketch, of which the first `pendingCount` are written;
/// owned by this value and freed with it.
struct SampleTable: ~Copyable {
  private static var room: Int { 16 }
  private var sketches: StateTable<QuantileSketch>
  private var pendingCount: StateTable<UInt8>
  private let pending: UnsafeMutablePointer<Double>

  /// So many empty sketches.
  init(count: Int) {
    sketches = StateTable(repeating: QuantileSketch(), count: count)
    pendingCount = StateTable(repeating: 0, count: count)
    pending = .allocate(capacity: max(1, count * SampleTable.room))
  }

  deinit { pending.deallocate() }

  /// Adds a finite value to a sketch.
  @inline(__always)
  mutating func add(_ value: Double, to sketch: Int) {
    let count = Int(pendingCount[sketch])
    pending[sketch &* SampleTable.room &+ count] = value
    pendingCount[sketch] = UInt8(truncatingIfNeeded: count &+ 1)
    if count &+ 1 == SampleTable.room { takeIn(sketch) }
  }

  /// The sketches with all that was added.
  mutating func finished() -> [QuantileSketch] {
    for sketch in sketches.indices { takeIn(sketch) }
    return sketches.array
  }

  @inline(never)
  private mutating func takeIn(_ sketch: Int) {
    let values = UnsafeBufferPointer(
      start: pending + sketch * SampleTable.room, count: Int(pendingCount[sketch]))
    sketches[sketch].add(values)
    pendingCount[sketch] = 0
  }
}
