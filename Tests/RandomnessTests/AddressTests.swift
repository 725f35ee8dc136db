@testable import Randomness
import Testing

@Suite("Addresses") struct AddressTests {
  private func first(
    _ lineage: Lineage, _ purpose: String, seed: UInt64 = 1, replication: UInt64 = 2, occurrence: Int = 0
  ) -> Double {
    let family = StreamFamily(seed: seed, replication: replication)
    var uniforms = family.uniforms(lineage, Purpose(purpose), occurrence: occurrence)
    return uniforms.next()
  }

  @Test("A draw repeats at its address") func repeats() {
    let family = StreamFamily(seed: 1, replication: 2)
    var one = family.uniforms(.root("demand", 17), Purpose("car-t/expand/takes"))
    var other = family.uniforms(.root("demand", 17), Purpose("car-t/expand/takes"))
    let values = (0..<5).map { _ in one.next() }
    let again = (0..<5).map { _ in other.next() }
    #expect(values == again)
    #expect(Set(values).count == 5)
  }

  @Test("Every part of an address matters") func partsMatter() {
    let patient = Lineage.root("demand", 17)
    let values = [
      first(patient, "a"), first(patient, "b"), first(patient, "a", seed: 2),
      first(patient, "a", replication: 3), first(patient, "a", occurrence: 1),
      first(.root("demand", 18), "a"), first(.root("other demand", 17), "a"),
      first(patient.child(ChildKind("attempt"), 1), "a"), first(patient.child(ChildKind("attempt"), 2), "a"),
      first(patient.child(ChildKind("dose"), 1), "a"),
      first(patient.child(ChildKind("attempt"), 1).child(ChildKind("dose"), 1), "a"),
      first(patient.child(ChildKind("dose"), 1).child(ChildKind("attempt"), 1), "a"),
    ]
    #expect(Set(values).count == values.count)
  }

  @Test("A name is worth something else as origin, as kind and as purpose") func salted() {
    #expect(Set([Lineage.origin("a"), ChildKind("a").code, Purpose("a").code]).count == 3)
  }

  @Test("A child keeps its root's number") func childNumber() {
    let child = Lineage.root("demand", 17).child(ChildKind("attempt"), 2)
    #expect(child.number == 17)
    #expect(
      child.origin == Lineage.childOrigin(of: Lineage.origin("demand"), ChildKind("attempt"), 2))
  }

  // The numbers come from a second implementation, written from the description of the scheme.
  @Test("The scheme of addresses has not changed") func golden() {
    #expect(Purpose("car-t/expand/takes").code == 10003317203293955012)
    #expect(Lineage.origin("car-t/patients") == 707961805363028471)
    #expect(ChildKind("attempt").code == 14514093379269447742)
    let lineage = Lineage.root("car-t/patients", 17).child(ChildKind("attempt"), 1)
    #expect(lineage.origin == 17717098793101509517)
    let family = StreamFamily(seed: 1, replication: 2)
    #expect(
      family.key(origin: lineage.origin, purpose: Purpose("car-t/expand/takes")) == 15730757590138348910)
    #expect(first(lineage, "car-t/expand/takes") == 0.029678351008886827)
    #expect(first(lineage, "car-t/expand/takes", occurrence: 1) == 0.17583060571716314)
  }

  @Test("Antithetic uniforms complement exactly", arguments: StreamGenerator.allCases)
  func antithetic(generator: StreamGenerator) {
    let plain = StreamFamily(seed: 4, replication: 1, generator: generator)
    let mirrored = StreamFamily(seed: 4, replication: 1, antithetic: true, generator: generator)
    var one = plain.uniforms(.root("demand", 3), Purpose("a"))
    var other = mirrored.uniforms(.root("demand", 3), Purpose("a"))
    for _ in 0..<1000 {
      let u = one.next()
      let v = other.next()
      #expect(u > 0 && u < 1)
      #expect(u + v == 1)
      #expect(1 - u == v)
    }
  }

  @Test("The Mersenne Twister ignores addresses and goes on from draw to draw") func sequential() {
    let family = StreamFamily(seed: 4, replication: 1, generator: .mersenneTwister)
    var first = family.uniforms(.root("demand", 3), Purpose("a"))
    var second = family.uniforms(.root("demand", 3), Purpose("a"))
    let drawn = [first.next(), second.next()]
    let again = StreamFamily(seed: 4, replication: 1, generator: .mersenneTwister)
    var third = again.uniforms(.root("demand", 99), Purpose("b"))
    let expected = [third.next(), third.next()]
    #expect(drawn == expected)
    #expect(drawn[0] != drawn[1])
  }

  @Test("No two of many replications share a seed of the Mersenne Twister") func shortSeeds() {
    let seeds = Set((0..<20_000).map { SequentialGenerator.shortSeed(seed: 9, replication: $0) })
    #expect(seeds.count == 20_000)
  }

  @Test("Two names with one code are refused, one name twice is not") func collision() throws {
    var registry = PurposeRegistry()
    let one = try registry.purpose("car-t/expand/takes")
    let again = try registry.purpose("car-t/expand/takes")
    #expect(one == again)
    #expect(one == Purpose("car-t/expand/takes"))
    var poor = PurposeRegistry { UInt64($0.utf8.count) }
    _ = try poor.purpose("aa")
    #expect(throws: RandomFault.purposesCollide("aa", "bb")) { try poor.purpose("bb") }
  }

  @Test("The finaliser and its use are bijections as far as a sample shows") func bijection() {
    let words = (0..<5000).map { AddressMixing.absorb(77, UInt64($0)) }
    let states = (0..<5000).map { AddressMixing.absorb(UInt64($0), 77) }
    #expect(Set(words).count == 5000)
    #expect(Set(states).count == 5000)
  }

  @Test("A probability happens at 1, never at 0, and a larger one keeps every success") func happening() {
    let edge = 1 - 0x1p-53
    #expect(!bernoulli(0, edge))
    #expect(bernoulli(1, 0x1p-53))
    for step in 1..<100 {
      let u = Double(step) / 100
      #expect(!bernoulli(0.3, u) || bernoulli(0.4, u))
    }
  }

  @Test("An index stays within its range") func index() {
    let family = StreamFamily(seed: 4, replication: 1)
    var uniforms = family.uniforms(.root("demand", 3), Purpose("a"))
    let drawn = Set((0..<500).map { _ in uniforms.index(below: 7) })
    #expect(drawn == Set(0..<7))
  }
}
