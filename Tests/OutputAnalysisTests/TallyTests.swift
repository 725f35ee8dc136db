import OutputAnalysis
import Testing

@Suite("Tally")
struct TallyTests {
  @Test("summarises numbers worked by hand")
  func byHand() {
    let tally = Tally([2, 4, 4, 4, 5, 5, 7, 9])
    #expect(tally.count == 8)
    #expect(tally.sum == 40)
    #expect(tally.mean == 5)
    #expect(agrees(tally.variance, 32.0 / 7, within: 1e-14))
    #expect(tally.min == 2)
    #expect(tally.max == 9)
  }

  @Test("has no figures without observations, and no variance with one")
  func few() {
    let none = Tally()
    #expect(none.mean == nil && none.variance == nil && none.min == nil && none.max == nil && none.sum == 0)
    let one = Tally([3])
    #expect(one.mean == 3 && one.variance == nil && one.min == 3 && one.max == 3)
  }

  @Test("keeps the variance of numbers that are large beside their spread")
  func largeOffset() {
    let tally = Tally([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])
    #expect(tally.variance == 30)
  }

  @Test("merged parts equal the whole, wherever it is cut", arguments: [0, 1, 17, 99, 100])
  func merging(cut: Int) {
    var dice = Dice(seed: 7)
    let values = (0..<100).map { _ in 1000 + 5 * dice.uniform() }
    var left = Tally(values[..<cut])
    left.merge(Tally(values[cut...]))
    let whole = Tally(values)
    #expect(left.count == whole.count && left.min == whole.min && left.max == whole.max)
    #expect(agrees(left.mean, whole.mean ?? 0, within: 1e-14))
    #expect(agrees(left.variance, whole.variance ?? 0, within: 1e-10))
  }

  @Test("comes back from its stored numbers")
  func stored() throws {
    let tally = Tally([1.5, -2.25, 8])
    #expect(try Tally(decoding: tally.encoded) == tally)
    #expect(try Tally(decoding: Tally().encoded) == Tally())
  }

  @Test(
    "refuses numbers that no tally wrote",
    arguments: [
      [1.0], [0, 0, 0, 0, 0, 0], [1.5, 1, 0, 1, 1, 1], [2, 1, -1, 0, 2, 2], [2, 1, 1, 3, 2, 2],
      [2, .nan, 1, 0, 2, 2],
    ])
  func garbage(numbers: [Double]) {
    #expect(throws: DecodingFault.self) { try Tally(decoding: numbers) }
  }
}
