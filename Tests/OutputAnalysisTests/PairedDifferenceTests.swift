import OutputAnalysis
import Testing

@Suite("Paired difference")
struct PairedDifferenceTests {
  @Test("worked by hand: differences 1, 2, 3")
  func byHand() throws {
    let paired = PairedDifference(baseline: [10, 20, 30], alternative: [11, 22, 33])
    #expect(paired.difference.value == 2 && paired.baseline.value == 20 && paired.alternative.value == 22)
    let interval = try #require(paired.difference.interval)
    #expect(interval.method == .pairedStudent)
    #expect(agrees(interval.halfWidth, 4.3026527 / 3.0.squareRoot()))
    #expect(paired.baseline.interval?.method == .student)
    // (100 + 121) / 1
    #expect(agrees(paired.varianceReduction, 221, within: 1e-12))
    #expect(agrees(paired.correlation, 1, within: 1e-12))
  }

  @Test("opposite sides make pairing worse than independent runs")
  func opposite() {
    let paired = PairedDifference(baseline: [1, 2, 3], alternative: [3, 2, 1])
    #expect(agrees(paired.varianceReduction, 0.5, within: 1e-12))
    #expect(agrees(paired.correlation, -1, within: 1e-12))
  }

  @Test("a pair counts only when both sides are defined")
  func missing() {
    let first: [Double?] = [nil, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    let second: [Double?] = first.map { ($0 ?? 100) + 1 }
    let paired = PairedDifference(baseline: first, alternative: second)
    #expect(paired.difference.value == 1 && paired.difference.replicationsUsed == 9)
    #expect(paired.alternative.value == 6 && paired.varianceReduction == nil)
    let few = PairedDifference(baseline: first, alternative: second.map { $0 == 10 ? nil : $0 })
    #expect(few.difference.value == nil && few.baseline.value == nil)
  }
}
