import OutputAnalysis

/// Who is in the rooms of a zone, and who waits for others to leave them.
struct ZoneState: Sendable {
  /// For each product, the units that it has there.
  var uses: ContiguousArray<Int32> = []
  /// The dispatch in which an earlier claim found it taken by what it never meets, and the products of such claims.
  var awaitedAt: UInt64 = 0
  var awaitedBy: ContiguousArray<Int32> = []
}
