@testable import Randomness
import Testing

@Suite("Samplers") struct LawSamplerTests {
  private func uniforms(_ number: Int, antithetic: Bool = false) -> AddressedUniforms {
    StreamFamily(seed: 11, replication: 0, antithetic: antithetic).uniforms(
      .root("test", number), Purpose("law"))
  }

  @Test("A draw is the quantile of its uniform, bit by bit", arguments: LawCatalogue.all)
  func inversion(law: Law) throws {
    let sampler = try LawSampler(law)
    guard law.takesOneUniform else { return }
    for number in 0..<200 {
      var one = uniforms(number)
      var other = uniforms(number)
      let drawn = sampler.sample(&one)
      let expected = law.quantile(other.next())
      #expect(drawn == expected, "\(law)")
    }
  }

  @Test("A mixture takes one uniform for the component and the next for its value") func mixture() throws {
    let parts: [Law] = [try .uniform(minimum: 0, maximum: 1), try .exponential(mean: 9)]
    let sampler = try LawSampler(.mixture(parts, weights: [1, 3]))
    for number in 0..<200 {
      var one = uniforms(number)
      var other = uniforms(number)
      let drawn = sampler.sample(&one)
      let choice = other.next()
      let expected = parts[choice <= 0.25 ? 0 : 1].quantile(other.next())
      #expect(drawn == expected)
    }
  }

  @Test("A hyperexponential law takes one uniform for the branch and the next for its value")
  func hyperexponential() throws {
    let sampler = try LawSampler(.hyperexponential(weights: [0.25, 0.75], means: [1, 20]))
    for number in 0..<200 {
      var one = uniforms(number)
      var other = uniforms(number)
      let drawn = sampler.sample(&one)
      let mean: Double = other.next() <= 0.25 ? 1 : 20
      let expected = try Law.exponential(mean: mean).quantile(other.next())
      #expect(drawn == expected)
    }
  }

  @Test("An antithetic draw is the quantile of the complement", arguments: LawCatalogue.all)
  func antithetic(law: Law) throws {
    guard law.takesOneUniform else { return }
    let sampler = try LawSampler(law)
    var plain = uniforms(3)
    var mirrored = uniforms(3, antithetic: true)
    let u = plain.next()
    let drawn = sampler.sample(&mirrored)
    #expect(drawn == law.quantile(1 - u))
  }

  @Test("The fixed median is the law's median, and takes no uniform", arguments: LawCatalogue.all)
  func median(law: Law) {
    let sampler = LawSampler(fixedMedianOf: law)
    var one = uniforms(1)
    var other = uniforms(1)
    let drawn = sampler.sample(&one)
    #expect(drawn == law.median)
    let next = one.next()
    #expect(next == other.next())
  }

  @Test("A table of all laws draws what the single samplers draw") func table() throws {
    var table = LawTable()
    var ids: [LawTable.ID] = []
    for law in LawCatalogue.all { ids.append(try table.append(law)) }
    for (law, id) in zip(LawCatalogue.all, ids) {
      let sampler = try LawSampler(law)
      for number in 0..<20 {
        var one = uniforms(number)
        var other = uniforms(number)
        let drawn = table.sample(id, &one)
        #expect(drawn == sampler.sample(&other))
      }
    }
  }

  @Test("A compiled law is small and trivial") func small() {
    #expect(MemoryLayout<LawInstruction>.size <= 48)
    #expect(MemoryLayout<AddressedUniforms>.size <= 56)
  }

  @Test("The gamma and beta laws are right at the edges of what their factories allow")
  func edges() throws {
    let levels = [0x1p-53, 1e-12, 1e-6, 0.01, 0.3, 0.5, 0.8, 0.99, 1 - 1e-6, 1 - 1e-12, 1 - 0x1p-53]
    var laws: [Law] = []
    for shape in [0.1, 0.11, 0.5, 1, 3, 100, 1e4] { laws.append(try .gamma(shape: shape, scale: 1)) }
    for alpha in [0.5, 1, 4, 1e4] {
      for beta in [0.5, 1, 4, 1e4] { laws.append(try .beta(alpha: alpha, beta: beta)) }
    }
    for law in laws {
      _ = try LawSampler(law)
      var last = -1.0
      for level in levels {
        let quantile = law.quantile(level)
        #expect(quantile >= last, "\(law) at \(level)")
        // A beta law with a pole at 1 has more than this between the last two doubles: both neighbours are asked.
        let before = law.distributionFunction(at: quantile.nextDown)
        #expect(before < level + 1e-8, "\(law) at \(level)")
        #expect(law.distributionFunction(at: quantile) > level - 1e-8, "\(law) at \(level)")
        last = quantile
      }
    }
  }

  @Test("Very wide and very narrow laws still compile and stay finite") func extremes() throws {
    let laws: [Law] = [
      try .lognormal(median: 1e-3, sigma: 20), try .weibull(shape: 0.05, scale: 1),
      try .logLogistic(median: 1, shape: 0.1), try .weibull(shape: 1e4, scale: 1),
      try .poisson(mean: 1e6), try .poisson(mean: 1e-6),
      try .binomial(trials: 1_000_000, probability: 0.5),
      try .geometric(probability: 1e-9), try .negativeBinomial(successes: 0.01, probability: 0.001),
      try .uniform(minimum: -1e300, maximum: 1e300), try .binomial(trials: 0, probability: 0.5),
      try .bernoulli(probability: 0), try .bernoulli(probability: 1), try .geometric(probability: 1),
      try .negativeBinomial(successes: 3, probability: 1), try .binomial(trials: 5, probability: 1),
    ]
    for law in laws {
      let sampler: LawSampler
      do { sampler = try LawSampler(law) } catch { Issue.record("\(law): \(error)"); continue }
      for number in 0..<20 {
        var draws = uniforms(number)
        let drawn = sampler.sample(&draws)
        #expect(drawn.isFinite && drawn >= law.minimum && drawn <= law.maximum, "\(law)")
      }
    }
  }
}
