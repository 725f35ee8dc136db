import OutputAnalysis
import Testing

@Suite("Quantile sketch")
struct QuantileSketchTests {
  /// Values of every size and sign, with ties and zeros.
  private func values(_ count: Int, seed: UInt64) -> [Double] {
    var dice = Dice(seed: seed)
    return (0..<count).map { _ in
      switch Int.random(in: 0..<6, using: &dice) {
      case 0: 0
      case 1: -10 * dice.uniform()
      case 2: Double(Int.random(in: 1...5, using: &dice))
      case 3: 1e6 * dice.uniform()
      default: 1 / dice.uniform()
      }
    }
  }

  private func sketch(_ values: some Sequence<Double>, limit: Int) -> QuantileSketch {
    var result = QuantileSketch(exactLimit: limit)
    for value in values { result.add(value) }
    return result
  }

  @Test("is exact for few values, averaging where the distribution jumps")
  func byHand() {
    let four = sketch([40, 10, 30, 20], limit: 100)
    #expect(four.quantile(0) == 10)
    #expect(four.quantile(0.25) == 15)
    #expect(four.quantile(0.3) == 20)
    #expect(four.quantile(0.5) == 25)
    #expect(four.quantile(0.9) == 40)
    #expect(four.quantile(1) == 40)
    #expect(QuantileSketch().quantile(0.5) == nil)
  }

  @Test("takes 0.1 × 30 as rank 3 whatever the last bit says", arguments: 1...10)
  func wholeRanks(tenths: Int) {
    let thirty = sketch((1...30).map(Double.init), limit: 100)
    let expected = tenths == 10 ? 30 : Double(3 * tenths) + 0.5
    #expect(thirty.quantile(Double(tenths) * 0.1) == expected)
  }

  @Test(
    "the same values in any order give equal sketches and equal bytes",
    arguments: [0, 1, 50, 499, 500, 501, 2000])
  func orderDoesNotMatter(count: Int) {
    let given = values(count, seed: 11)
    var dice = Dice(seed: 5)
    let first = sketch(given, limit: 500)
    for _ in 0..<5 {
      let other = sketch(given.shuffled(using: &dice), limit: 500)
      #expect(other == first)
      #expect(other.hashValue == first.hashValue)
      #expect(other.encoded == first.encoded)
    }
  }

  @Test("merging in any grouping equals adding all at once", arguments: [40, 120, 700, 3000])
  func groupingDoesNotMatter(count: Int) {
    let given = values(count, seed: 13)
    let whole = sketch(given, limit: 500)
    var dice = Dice(seed: 17)
    for _ in 0..<10 {
      var parts: [QuantileSketch] = [QuantileSketch(exactLimit: 500)]
      var start = 0
      while start < count {
        let end = min(start + Int.random(in: 1...count, using: &dice), count)
        parts.append(sketch(given[start..<end], limit: 500))
        start = end
      }
      while parts.count > 1 {
        let from = parts.remove(at: Int.random(in: 0..<parts.count, using: &dice))
        parts[Int.random(in: 0..<parts.count, using: &dice)].merge(from)
      }
      #expect(parts[0] == whole)
      #expect(parts[0].encoded == whole.encoded)
      #expect(parts[0].quantiles([0.1, 0.5, 0.99]) == whole.quantiles([0.1, 0.5, 0.99]))
    }
  }

  @Test("beyond its limit every quantile is within the stated error of an order statistic")
  func statedError() throws {
    let given = values(20_000, seed: 23)
    let coarse = sketch(given, limit: 100)
    let sorted = given.sorted()
    #expect(!coarse.isExact)
    for step in 0...1000 {
      let probability = Double(step) / 1000
      let exact = try #require(SampleQuantile.smallest(sorted, probability))
      let value = try #require(coarse.quantile(probability))
      #expect((value - exact).magnitude <= QuantileSketch.largestRelativeError * exact.magnitude)
    }
    #expect(QuantileSketch.largestRelativeError <= 0.001)
    #expect(coarse.quantile(0) == sorted.first && coarse.quantile(1) == sorted.last)
  }

  @Test("beyond its limit it is not exact: the stated error is one that happens")
  func errorHappens() throws {
    let given = values(20_000, seed: 29)
    let sorted = given.sorted()
    let coarse = sketch(given, limit: 100)
    let worst = try (1..<1000).map { step in
      let exact = try #require(SampleQuantile.smallest(sorted, Double(step) / 1000))
      let value = try #require(coarse.quantile(Double(step) / 1000))
      return exact == 0 ? 0 : ((value - exact) / exact).magnitude
    }.max()
    #expect(try #require(worst) > QuantileSketch.largestRelativeError / 2)
  }

  @Test("beyond its limit it places evenly spread values far better than the bound")
  func evenlySpread() {
    let even = sketch((0...100_000).map { 1000 + Double($0) / 100_000 }, limit: 100)
    for step in 1..<20 {
      #expect(agrees(even.quantile(Double(step) / 20), 1000 + Double(step) / 20, within: 1e-7))
    }
  }

  @Test("sketches of different values differ")
  func different() {
    #expect(sketch([1, 2], limit: 10) != sketch([1, 3], limit: 10))
    #expect(sketch([1, 2, 3], limit: 2) != sketch([1, 2, 2.5], limit: 2))
  }
}
