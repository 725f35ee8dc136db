import Testing

/// (f) One lot of vector, split over two products; each qualifies its part before it uses a dose.
@Suite("Vector: a lot split over products, qualified for each") struct VectorPartTests {
  /// Two products that draw twenty doses each from a shared lot of fifty.
  private func line(_ initial: Int, qualified weeks: Int = 2) throws -> LibraryLine {
    func product(_ name: String) -> String {
      """
      qualify-\(name): { route: [ { step: draw \(name), takes: 1 h, consumes: { vector: 20 } }, { delay: control \(name), takes: \(weeks) wk }, { store: for-\(name), yields: 20 } ] }
      \(name): { patients: { arrive: { every: 30 d } }, route: [ { step: transduce \(name), takes: 2 h, consumes: for-\(name) } ] }
      """
    }
    func stock(_ name: String) -> String {
      "for-\(name): { initial: 0 doses, reorder: { at: 2 doses, quantity: 20 doses, made by: qualify-\(name) } }"
    }
    return try LibraryLine(
      stocks: "vector: { initial: \(initial) doses }\n\(stock("fresh"))\n\(stock("frozen"))",
      "\(product("fresh"))\n\(product("frozen"))", until: "2027-01-01")
  }

  @Test("Both draw from the same lot, and nobody uses a dose before his own part is qualified")
  func split() throws {
    let told = try line(50)
    for name in ["fresh", "frozen"] {
      let drawn = told.lines.filter { $0.event == "starts" && $0.place == "draw \(name)" }
      let stored = told.lines.filter { $0.event == "is received" && $0.place == "for-\(name)" }
      let used = told.lines.filter { $0.event == "starts" && $0.place == "transduce \(name)" }
      #expect(drawn.first?.hours == 0)
      #expect(stored.first.map { $0.hours == 337 } == true)
      #expect(!used.isEmpty && used.allSatisfy { $0.hours >= 337 })
    }
    // Twenty each of fifty: ten are left, too few for another part.
    #expect(told.lines.filter { $0.event == "is issued" && $0.place == "vector" }.count == 2)
  }

  @Test("A lot that is too small for both serves one; the other waits, and so do its patients")
  func tooSmall() throws {
    let told = try line(30)
    let served = ["fresh", "frozen"].filter { name in
      told.lines.contains { $0.event == "starts" && $0.place == "transduce \(name)" }
    }
    #expect(served.count == 1)
  }
}
