import Randomness
import Testing

/// Two draws whose addresses differ in one part.
enum PairOfDraws: String, CaseIterable, Sendable {
  case firstAndSecond = "first and second of an address"
  case entityAndNext = "an entity and the next"
  case occurrenceAndNext = "an occurrence and the next"
  case replicationAndNext = "a replication and the next"
  case seedAndNext = "a seed and the next"
  case twoPurposes = "two purposes"
  case twoOrigins = "two origins"
  case parentAndChild = "a parent and its child"
  case childAndNext = "a child and the next"

  func draw(_ number: Int) -> (Double, Double) {
    let seed = SuiteErrorRate.seed
    let family = StreamFamily(seed: seed, replication: 5)
    let patient = Lineage.root("patients", number)
    let purpose = Purpose("a")
    let kind = ChildKind("attempt")
    var one = family.uniforms(patient, purpose)
    var other: AddressedUniforms
    switch self {
    case .firstAndSecond:
      let first = one.next()
      return (first, one.next())
    case .entityAndNext:
      one = family.uniforms(.root("patients", 2 * number), purpose)
      other = family.uniforms(.root("patients", 2 * number + 1), purpose)
    case .occurrenceAndNext: other = family.uniforms(patient, purpose, occurrence: 1)
    case .replicationAndNext: other = StreamFamily(seed: seed, replication: 6).uniforms(patient, purpose)
    case .seedAndNext: other = StreamFamily(seed: seed + 1, replication: 5).uniforms(patient, purpose)
    case .twoPurposes: other = family.uniforms(patient, Purpose("b"))
    case .twoOrigins: other = family.uniforms(.root("lots", number), purpose)
    case .parentAndChild: other = family.uniforms(patient.child(kind, 1), purpose)
    case .childAndNext:
      one = family.uniforms(patient.child(kind, 1), purpose)
      other = family.uniforms(patient.child(kind, 2), purpose)
    }
    return (one.next(), other.next())
  }
}

@Suite("Draws at different addresses are independent", .enabled(if: isRelease)) struct IndependenceTests {
  private let count = 200_000

  @Test("Pairs fill the square evenly", arguments: PairOfDraws.allCases)
  func pairs(pair: PairOfDraws) {
    let p = ChiSquare.pValue(ofPairs: (0..<count).map { pair.draw($0) })
    #expect(p >= SuiteErrorRate.each, "\(pair.rawValue): p = \(p)")
  }

  @Test("Neighbours in a walk fill the square evenly", arguments: Walk.allCases)
  func neighbours(walk: Walk) {
    var values: [Double] = []
    walk.uniforms(count: count) { values.append($0.next()) }
    let pairs = stride(from: 0, to: count, by: 2).map { (values[$0], values[$0 + 1]) }
    let p = ChiSquare.pValue(ofPairs: pairs)
    #expect(p >= SuiteErrorRate.each, "\(walk.rawValue): p = \(p)")
  }

  @Test("A correlation of 0.05 between two draws is found out") func power() {
    let normal = (0..<count).map { PairOfDraws.twoPurposes.draw($0) }
    // One pair in twenty is made equal.
    let pairs = normal.enumerated().map { $0.offset % 20 == 0 ? ($0.element.0, $0.element.0) : $0.element }
    #expect(ChiSquare.pValue(ofPairs: pairs) < SuiteErrorRate.each)
  }

  @Test("Three draws of three neighbouring entities fill the cube evenly") func triples() {
    let family = StreamFamily(seed: SuiteErrorRate.seed, replication: 5)
    let key = family.key(origin: Lineage.origin("patients"), purpose: Purpose("a"))
    let side = 12
    var observed = [Double](repeating: 0, count: side * side * side)
    for triple in 0..<count {
      var cell = 0
      for part in 0..<3 {
        var uniforms = family.uniforms(at: DrawAddress(key: key, number: UInt64(3 * triple + part)))
        cell = cell * side + uniforms.index(below: side)
      }
      observed[cell] += 1
    }
    let expected = [Double](repeating: Double(count) / Double(observed.count), count: observed.count)
    let p = ChiSquare.pValue(observed: observed, expected: expected)
    #expect(p >= SuiteErrorRate.each, "p = \(p)")
  }

  @Test("Pairs of antithetic draws of a law have its mean in half and a smaller variance") func antithetic()
    throws
  {
    let law = try Law.exponential(mean: 3)
    let sampler = try LawSampler(law)
    let plain = StreamFamily(seed: SuiteErrorRate.seed, replication: 5)
    let mirrored = StreamFamily(seed: SuiteErrorRate.seed, replication: 5, antithetic: true)
    var sum = 0.0
    var squares = 0.0
    for number in 0..<count {
      var one = plain.uniforms(.root("patients", number), Purpose("a"))
      var other = mirrored.uniforms(.root("patients", number), Purpose("a"))
      let half = (sampler.sample(&one) + sampler.sample(&other)) / 2
      sum += half
      squares += half * half
    }
    let mean = sum / Double(count)
    let variance = squares / Double(count) - mean * mean
    // Cov(−log U, −log(1 − U)) = 1 − π²/6, so the variance of a half sum is 9 (2 − π²/6) / 2.
    let expected = 9 * (2 - Double.pi * Double.pi / 6) / 2
    #expect(abs(mean - 3) < 5 * (expected / Double(count)).squareRoot())
    #expect(abs(variance / expected - 1) < 0.05)
  }
}
