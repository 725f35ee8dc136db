import PipelineSimulation
import Testing

/// Routes put together at random from entries that start, join, lose and gather tokens in each other's way.
///
/// Debug builds check the event list and the rows of tokens at every step, so that a mistake ends the process.
@Suite struct RandomRouteTests {
  private static func entry(_ number: Int, _ generator: inout some RandomNumberGenerator, depth: Int)
    -> String
  {
    func inner(_ generator: inout some RandomNumberGenerator) -> String {
      let count = Int.random(in: 1...2, using: &generator)
      return (0..<count).map { entry(number * 10 + $0 + 1, &generator, depth: depth + 1) }.joined(
        separator: ", ")
    }
    let hours = Int.random(in: 0...6, using: &generator)
    let simple = [
      "{ step: s\(number), takes: \(hours) h, uses: { bench: 1 }, fails: { probability: 0.3, then: repeat, attempts: 2 } }",
      "{ step: s\(number), takes: 3 h, uses: { bench: 1 }, line: { at most: 1, when full: leaves } }",
      "{ step: s\(number), takes: 5 h, uses: { spare: 1 }, line: { patience: 2 h } }",
      "{ step: s\(number), takes: 5 h, uses: { spare: 1 }, interruptible: resume, priority: \(hours + 1) }",
      "{ assay: s\(number), takes: 4 h, hands on: 1 h, uses: bench, fails: { probability: 0.4, then: { lose: bad } } }",
      "{ delay: s\(number), takes: \(hours) h, fails: { probability: 0.2, then: { lose: gone } } }",
      "{ hold: s\(number), at most: 3 h, then: { lose: too old } }",
      "{ split: s\(number), into: { poisson: 2 } }",
      "{ gather: s\(number), of: 3, or after: 5 h }",
      "{ separate: s\(number) }",
      "{ step: s\(number), takes: 2 h, uses: { bench: 1 }, keeps: bench }",
    ]
    guard depth < 2, Int.random(in: 0..<4, using: &generator) == 0 else {
      return simple.randomElement(using: &generator) ?? simple[0]
    }
    switch Int.random(in: 0..<4, using: &generator) {
    case 0:
      return
        "{ parallel: p\(number), branches: { a: [ \(inner(&generator)) ], b: [ \(inner(&generator)) ] } }"
    case 1:
      return
        "{ choose: c\(number), arms: [ { name: a, probability: 0.4, route: [ \(inner(&generator)) ] } ] }"
    case 2: return "{ step: s\(number), takes: 3 h, uses: { bench: 1 }, meanwhile: [ \(inner(&generator)) ] }"
    default: return "{ leave: away }"
    }
  }

  @Test("Whatever meets on a route, a run ends with an outcome", arguments: 0..<20)
  func random(block: UInt64) {
    var generator = SplitMix(state: block &* 7_919 &+ 1)
    var ran = 0
    for _ in 0..<60 {
      let count = Int.random(in: 1...6, using: &generator)
      let route = (1...count).map { Self.entry($0, &generator, depth: 0) }
      let line = HostileLine(
        "random", bench: "{ count: 2 }", arrive: "{ poisson: 6 / d }", demand: ", each: { poisson: 2 }",
        route: route)
      if case .ran = line.end() { ran += 1 }
    }
    #expect(ran > 10, "only \(ran) of 60 routes got past the rules")
  }
}

/// A small generator whose sequence is fixed for ever (Steele, Lea and Flood 2014, DOI 10.1145/2660193.2660195).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
