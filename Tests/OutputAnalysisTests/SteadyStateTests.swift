import OutputAnalysis
import Testing

@Suite("Long series")
struct SteadyStateTests {
  private func noise(_ count: Int, seed: UInt64 = 47) -> [Double] {
    var dice = Dice(seed: seed)
    return (0..<count).map { _ in dice.uniform() - 0.5 }
  }

  @Test("MSER-5 discards a high start and keeps the level after it")
  func transient() throws {
    let series = noise(1000).enumerated().map { index, value in 10 + value + (index < 100 ? 20 : 0) }
    let warmUp = try #require(WarmUp(series))
    #expect(warmUp.truncation >= 100 && warmUp.truncation <= 200)
    #expect((warmUp.mean - 10).magnitude < 0.05 && warmUp.isSettled)
  }

  @Test("MSER-5 keeps nearly all of a series without a transient")
  func noTransient() throws {
    let warmUp = try #require(WarmUp(noise(1000)))
    #expect(warmUp.truncation < 300 && warmUp.isSettled)
  }

  @Test("MSER-5 worked by hand: batches 9, 1, 2, 1, 2, 1 of one observation")
  func byHand() throws {
    // The squared error of the last five, 1.2 / 25, is the least of those that drop at most half.
    let warmUp = try #require(WarmUp([9, 1, 2, 1, 2, 1], batchSize: 1))
    #expect(warmUp.truncation == 1 && agrees(warmUp.mean, 1.4, within: 1e-12))
  }

  @Test("a series that only rises is not settled, and a very short one has no answer")
  func unsettled() throws {
    let rising = try #require(WarmUp((0..<1000).map(Double.init)))
    #expect(!rising.isSettled)
    #expect(WarmUp(noise(19)) == nil)
  }

  @Test("batch means worked by hand: three batches of two, the odd one left out at the start")
  func batchMeans() throws {
    let batches = try #require(BatchMeans([99, 1, 3, 4, 4, 5, 7], batches: 3))
    #expect(batches.mean == 4 && batches.batchSize == 2)
    #expect(agrees(batches.interval.halfWidth, 4.3026527 * 2 / 3.0.squareRoot()))
    #expect(batches.autocorrelation == 0)
    #expect(BatchMeans([1, 2], batches: 3) == nil)
  }

  @Test("stops when the half-width is small enough, and says how many it thinks are needed")
  func stopping() {
    // Half-width of 1 to 5: 1.9632, mean 3.
    let tally = Tally([1, 2, 3, 4, 5])
    #expect(SequentialStopping(absolute: 2, minimum: 5).decision(after: tally) == .stop)
    #expect(SequentialStopping(absolute: 1, minimum: 5).decision(after: tally) == .goOn(replications: 20))
    #expect(SequentialStopping(relative: 0.6, minimum: 5).decision(after: tally) == .goOn(replications: 16))
    #expect(SequentialStopping(absolute: 2, minimum: 6).decision(after: tally) == .goOn(replications: 6))
    #expect(SequentialStopping(absolute: 1, minimum: 2, limit: 5).decision(after: tally) == .giveUp)
  }
}
