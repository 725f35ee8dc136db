import Randomness
import Testing

@Suite("Addresses") struct AddressTests {
  @Test("A draw repeats at its address") func repeats() {
    let family = StreamFamily(seed: 1, replication: 2)
    var first = family.uniforms(.root("demand", 17), Purpose("car-t/expand/takes"))
    var second = family.uniforms(.root("demand", 17), Purpose("car-t/expand/takes"))
    let one = (0..<5).map { _ in first.next() }
    let other = (0..<5).map { _ in second.next() }
    #expect(one == other)
    #expect(Set(one).count == 5)
  }
}
