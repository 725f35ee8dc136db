import CStreams

/// Exponential spans of successive entities, drawn many at once and kept until each is asked for.
///
/// An address is known before its entity comes: entity n of an origin draws at number n. So the spans of a law for the
/// next 64 numbers are computed together, which takes a tenth of the time. What is given is tick for tick what drawing
/// each by itself gives; where rounding is not certain, nothing is given, and the caller draws by itself.
///
/// A block is filled when it is asked for twice, so that laws which are drawn for a few entities here and there do not
/// draw for all the others. Four blocks are kept for each law, since entities overtake each other.
///
/// Determinism: a cache of a pure function, so that nothing depends on what it holds. For first occurrences of a
/// `.philox` family; the other generator has no addresses.
public struct SpansAhead: ~Copyable {
  /// A block has 2^6 numbers.
  @usableFromInline static var blockBits: UInt64 { 6 }

  /// What is kept for one law.
  @usableFromInline
  struct Law {
    /// Four blocks of 64 spans in ticks, -1 where one is not certain; then the number of each block, -1 for none. Nil
    /// before the first block.
    @usableFromInline var cells: UnsafeMutablePointer<Int64>?
    /// The origin whose spans these are, and its key.
    @usableFromInline var origin: UInt64 = 0
    @usableFromInline var key: UInt64 = 0
    /// The block asked for last without success, and its origin.
    @usableFromInline var missed: UInt64 = .max
    @usableFromInline var missedOrigin: UInt64 = 0

    @usableFromInline init() {}
  }

  // Owned by this value; `count` laws, each with the cells that it has, freed with it.
  @usableFromInline let laws: UnsafeMutablePointer<Law>
  private let count: Int

  /// Room for so many laws; nothing is drawn yet.
  public init(laws count: Int) {
    self.count = count
    laws = .allocate(capacity: max(1, count))
    laws.initialize(repeating: Law(), count: count)
  }

  deinit {
    for index in 0..<count { laws[index].cells?.deallocate() }
    laws.deallocate()
  }

  /// The first exponential span of an entity in ticks, if it is there already; -1 otherwise.
  @inlinable @inline(__always)
  public func kept(_ law: Int, _ lineage: Lineage) -> Int64 {
    let block = lineage.number >> SpansAhead.blockBits
    if laws[law].origin == lineage.origin, let cells = laws[law].cells,
      cells[Int(truncatingIfNeeded: 256 | (block & 3))] == Int64(truncatingIfNeeded: block)
    {
      return cells[Int(truncatingIfNeeded: lineage.number & 255)]
    }
    return -1
  }

  /// The first exponential span of an entity in ticks, or -1 where it has to be drawn by itself.
  ///
  /// - Parameters:
  ///   - law: the place of the law here; a place belongs to one law and one purpose.
  ///   - mean: the mean in ticks.
  public func ticks(
    _ law: Int, mean: Double, _ lineage: Lineage, _ purpose: Purpose, _ streams: borrowing StreamFamily
  ) -> Int64 {
    let block = lineage.number >> SpansAhead.blockBits
    if laws[law].origin == lineage.origin, let cells = laws[law].cells,
      cells[Int(truncatingIfNeeded: 256 | (block & 3))] == Int64(truncatingIfNeeded: block)
    {
      return cells[Int(truncatingIfNeeded: lineage.number & 255)]
    }
    // A block is filled when it is asked for the second time.
    if laws[law].missed != block || laws[law].missedOrigin != lineage.origin {
      laws[law].missed = block
      laws[law].missedOrigin = lineage.origin
      return -1
    }
    let cells = laws[law].cells ?? .allocate(capacity: 260)
    if laws[law].origin != lineage.origin || laws[law].cells == nil {
      laws[law].origin = lineage.origin
      laws[law].key = streams.key(origin: lineage.origin, purpose: purpose)
      laws[law].cells = cells
      for place in 256..<260 { cells[place] = -1 }
    }
    cells[Int(truncatingIfNeeded: 256 | (block & 3))] = Int64(truncatingIfNeeded: block)
    streams_exponential_ticks(
      laws[law].key, block << SpansAhead.blockBits, 1, streams.complement, mean,
      cells + Int(truncatingIfNeeded: block & 3) << 6, 64)
    return cells[Int(truncatingIfNeeded: lineage.number & 255)]
  }
}
