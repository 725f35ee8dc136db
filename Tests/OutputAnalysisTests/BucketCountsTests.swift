import Testing

@testable import OutputAnalysis

@Suite("Counts of buckets")
struct BucketCountsTests {
  @Test("A count beyond 32 bits is kept, and so are the others")
  func countsOutgrowTheirBits() {
    var counts = BucketCounts()
    counts.add(7)
    counts.add(9, times: Int(UInt32.max))
    counts.add(9)
    counts.add(5, times: 3)
    counts.add(12)
    let expected = [3, 0, 1, 0, Int(UInt32.max) + 1, 0, 0, 1]
    #expect(counts.counts == expected)
    #expect(counts.first == 5)
    var seen: [Int32: Int] = [:]
    counts.forEach { seen[$0] = $1 }
    #expect(seen == [5: 3, 7: 1, 9: Int(UInt32.max) + 1, 12: 1])
  }

  @Test("Equal contents are equal values, however they came about")
  func equalContents() {
    var one = BucketCounts()
    one.add(3, times: Int(UInt32.max) + 5)
    one.add(4)
    var other = BucketCounts(first: 4, counts: [1])
    other.merge(BucketCounts(first: 3, counts: [Int(UInt32.max) + 5]))
    #expect(one == other)
    #expect(one == BucketCounts(first: 3, counts: one.counts))
  }
}
