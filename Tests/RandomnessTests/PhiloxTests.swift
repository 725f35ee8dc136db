import CGSL
import CStreams
import Randomness
import Testing

@Suite("Philox") struct PhiloxTests {
  struct Vector: Sendable {
    let counter: [UInt32]
    let key: [UInt32]
    let output: [UInt32]
  }

  // Random123's published known answers for philox4x32, ten rounds.
  static let vectors = [
    Vector(
      counter: [0, 0, 0, 0], key: [0, 0],
      output: [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]),
    Vector(
      counter: [.max, .max, .max, .max], key: [.max, .max],
      output: [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]),
    Vector(
      counter: [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344], key: [0xa409_3822, 0x299f_31d0],
      output: [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]),
  ]

  @Test("A block equals the published known answer", arguments: vectors)
  func knownAnswer(vector: Vector) {
    let block = streams_philox_block(
      UInt64(vector.key[1]) << 32 | UInt64(vector.key[0]),
      UInt64(vector.counter[1]) << 32 | UInt64(vector.counter[0]), vector.counter[2], vector.counter[3])
    let words = [block.first, block.second].flatMap { [UInt32(truncatingIfNeeded: $0), UInt32($0 >> 32)] }
    #expect(words == vector.output)
  }

  @Test("As a GSL generator, keyed by zero, it gives the first known answer word by word")
  func asGenerator() throws {
    let generator = try #require(gsl_rng_alloc(streams_philox_type()))
    defer { gsl_rng_free(generator) }
    gsl_rng_set(generator, 0)
    let words = (0..<4).map { _ in UInt32(gsl_rng_get(generator)) }
    #expect(words == PhiloxTests.vectors[0].output)
  }

  @Test("Placed at an address, the GSL generator gives the address's uniforms", arguments: [false, true])
  func placed(antithetic: Bool) throws {
    let generator = try #require(gsl_rng_alloc(streams_philox_type()))
    defer { gsl_rng_free(generator) }
    let family = StreamFamily(seed: 7, replication: 3, antithetic: antithetic)
    let address = family.address(.root("demand", 1 << 40), Purpose("wait"), occurrence: 9)
    var uniforms = family.uniforms(at: address)
    streams_philox_place(generator, address.key, address.number, address.occurrence, antithetic ? 1 : 0)
    for _ in 0..<9 {
      let expected = uniforms.next()
      #expect(gsl_rng_uniform(generator) == expected)
    }
  }

  @Test("GSL draws variates from it") func variates() throws {
    let generator = try #require(gsl_rng_alloc(streams_philox_type()))
    defer { gsl_rng_free(generator) }
    gsl_rng_set(generator, 5)
    let values = (0..<1000).map { _ in gsl_ran_gaussian_ziggurat(generator, 1) }
    #expect(abs(values.reduce(0, +) / 1000) < 0.2)
    #expect(Set(values).count == 1000)
  }

  @Test("The second generator is MT19937: its thousandth word from seed 4357 is the one in GSL's own tests")
  func mersenneTwister() throws {
    let generator = try #require(gsl_rng_alloc(streams_mersenne_twister_type()))
    defer { gsl_rng_free(generator) }
    gsl_rng_set(generator, 4357)
    let words = (0..<1000).map { _ in gsl_rng_get(generator) }
    #expect(words.last == 1_186_927_261)
  }
}
