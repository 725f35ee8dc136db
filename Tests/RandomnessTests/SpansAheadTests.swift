import Testing

@testable import Randomness

@Suite("Spans drawn ahead")
struct SpansAheadTests {
  let purpose = Purpose("customer/serve/takes")

  /// The span of an address, drawn by itself as a run does it: the law's value in its unit, then ticks.
  func single(_ mean: Double, ticksPerUnit: Double, _ lineage: Lineage, _ streams: StreamFamily) throws
    -> Int64
  {
    var table = LawTable()
    let law = try table.append(.exponential(mean: mean))
    var uniforms = streams.uniforms(lineage, purpose, occurrence: 1)
    return Int64((table.sample(law, &uniforms) * ticksPerUnit).rounded())
  }

  @Test(
    "are tick for tick those that are drawn one by one",
    arguments: [(0.4, 1.0), (1, 1), (3600, 1000), (1e6, 1000), (3e8, 1000)], [false, true])
  func areTheSame(law: (mean: Double, ticksPerUnit: Double), antithetic: Bool) throws {
    let streams = StreamFamily(seed: 7, replication: 3, antithetic: antithetic)
    let ahead = SpansAhead(laws: 1)
    var table = LawTable()
    let id = try table.append(.exponential(mean: law.mean))
    var given = 0
    for step in 0..<20_000 {
      // Forwards, with some who overtake others by up to 150 places.
      let number = UInt64(step % 5 == 0 ? max(0, step - 150) : step)
      let lineage = Lineage(origin: Lineage.origin("customers"), number: number)
      let ticks = ahead.ticks(0, mean: law.mean * law.ticksPerUnit, lineage, purpose, streams)
      if ticks < 0 { continue }
      given += 1
      var uniforms = streams.uniforms(lineage, purpose, occurrence: 1)
      let wanted = Int64((table.sample(id, &uniforms) * law.ticksPerUnit).rounded())
      if ticks != wanted { Issue.record("number \(number): \(ticks), not \(wanted)") }
      #expect(ahead.kept(0, lineage) == ticks)
    }
    #expect(given > 19_000)
  }

  @Test("of two origins that take turns are each origin's own")
  func originsKeepTheirOwn() throws {
    let streams = StreamFamily(seed: 1, replication: 0)
    let ahead = SpansAhead(laws: 1)
    for step in 0..<1000 {
      // Now one after the other, now both by turns.
      let name = step < 400 ? "first" : step < 600 ? "second" : step.isMultiple(of: 2) ? "first" : "second"
      let lineage = Lineage(origin: Lineage.origin(name), number: UInt64(step))
      let ticks = ahead.ticks(0, mean: 5000, lineage, purpose, streams)
      if ticks < 0 { continue }
      let wanted = try single(5, ticksPerUnit: 1000, lineage, streams)
      #expect(ticks == wanted)
    }
  }

  @Test("are not given where a mean is so long that no tick is certain")
  func uncertainIsNotGiven() {
    let streams = StreamFamily(seed: 1, replication: 0)
    let ahead = SpansAhead(laws: 1)
    for number in 0..<256 {
      let lineage = Lineage(origin: 9, number: UInt64(number))
      #expect(ahead.ticks(0, mean: 1e17, lineage, purpose, streams) == -1)
    }
  }
}
