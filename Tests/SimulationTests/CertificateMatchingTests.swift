import PipelineSimulation
import Testing

/// Claims as counts against persons matched one by one (P. Hall, 1935, DOI 10.1112/jlms/s1-10.37.26).
@Suite("Certificates: counts and persons") struct CertificateMatchingTests {
  /// Whether claims can be served by different persons: augmenting paths, without any of the engine's sets.
  private func fit(_ claims: [Set<String>], _ persons: [Set<String>]) -> Bool {
    var serves = [Int](repeating: -1, count: persons.count)
    func place(_ claim: Int, _ seen: inout Set<Int>) -> Bool {
      for person in persons.indices where claims[claim].isSubset(of: persons[person]) {
        if !seen.insert(person).inserted { continue }
        if serves[person] < 0 || place(serves[person], &seen) {
          serves[person] = claim
          return true
        }
      }
      return false
    }
    for claim in claims.indices {
      var seen: Set<Int> = []
      if !place(claim, &seen) { return false }
    }
    return true
  }

  @Test("At every instant those at work can be matched, and the first who waits cannot", arguments: 0..<12)
  func matched(seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 99
    func below(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    let names = ["a", "b", "c"]
    let persons = (0..<(2 + below(4))).map { _ in Set(names.filter { _ in below(2) == 0 }) }
    var profiles: [Set<String>] = [[]]
    while profiles.count < 5 {
      let profile = Set(names.filter { _ in below(2) == 0 })
      if !profiles.contains(profile), persons.contains(where: { profile.isSubset(of: $0) }) {
        profiles.append(profile)
      }
      if below(20) == 0 { break }
    }
    let products = profiles.enumerated().map { number, profile in
      let asks = profile.isEmpty ? "1" : "{ certified: [\(profile.sorted().joined(separator: ", "))] }"
      return
        "  p\(number): { patients: { arrive: { poisson: \(1 + below(6)) / d } }, route: [ { step: work, takes: { exponential: 7 h }, uses: { op: \(asks) } } ] }"
    }
    let holders = persons.enumerated().map { number, held in
      "P\(number): { \(held.sorted().map { "\($0): 2030-01-01" }.joined(separator: ", ")) }"
    }
    let told = try Told(
      """
      horizon: 60 d
      certificates: { a: {}, b: {}, c: {} }
      facilities: { shop: { people: { op: { count: \(persons.count), certificates: [a, b, c] } } } }
      initial state: { people: [ { role: shop/op, persons: { \(holders.joined(separator: ", ")) } } ] }
      products:
      \(products.joined(separator: "\n"))
      """)
    var (working, waiting): ([String], [String]) = ([], [])
    func claim(_ entity: String) -> Set<String> {
      profiles[Int(String(entity.dropFirst().prefix { $0 != " " })) ?? 0]
    }
    var held = 0
    for (place, line) in told.lines.enumerated() {
      switch line.event {
      case "arrives": waiting.append(line.entity)
      case "starts":
        waiting.removeAll { $0 == line.entity }
        working.append(line.entity)
      case "ends": working.removeAll { $0 == line.entity }
      default: break
      }
      if place + 1 < told.lines.count, told.lines[place + 1].hours == line.hours { continue }
      #expect(fit(working.map(claim), persons), "at \(line.hours) h")
      if let first = waiting.first {
        held += 1
        #expect(!fit((working + [first]).map(claim), persons), "\(first) waits at \(line.hours) h")
      }
    }
    #expect(told.lines.count > 100)
    #expect(held > 0 || profiles.count < 3)
  }
}
