import Testing

/// Rooms are tried with products that they are not licensed for, and with more people than may be inside.
@Suite struct RoomLicenceTests {
  private static let lab = """
    { rooms: { b: { count: 2, grade: B, occupancy: 3 }, bsl: { count: 1, grade: B, licensed for: GMO }, theatre: { count: 1 } }, devices: { incubator: { count: 1 } }, people: { operator: { count: 9 } } }
    """

  private func findings(_ route: String, traits: String = "traits: [cells, GMO]") throws -> [String] {
    let isLicensed = traits.contains("GMO")
    let lab = isLicensed ? Self.lab : Self.lab.replacing(", licensed for: GMO", with: "")
    return try CheckedRoute.findings(route, facility: lab, product: traits)
  }

  @Test("What needs a licence goes into licensed clean rooms, and into rooms without a grade")
  func licensed() throws {
    #expect(try findings("- { step: transduce, takes: 2 h, uses: { bsl: 1, operator: 2 } }") == [])
    #expect(try findings("- { step: operate, takes: 2 h, uses: { theatre: 1, operator: 2 } }") == [])
  }

  @Test("In another clean room it is refused, used or kept or touched; what needs no licence is not")
  func unlicensed() throws {
    let words =
      "'cells' has the trait 'GMO', for which 'b' is not licensed: use a room that is, or add the licence with 'licensed for:'"
    #expect(
      try findings("- { step: transduce, takes: 2 h, uses: { b: 1, operator: 2 } }") == [
        "transduce/uses/b: \(words)"
      ])
    #expect(
      try findings(
        "- { culture: grow, takes: 9 d, uses: incubator, repeats: { every: 1 d, takes: 1 h, uses: { b: 1, operator: 2 } } }"
      ) == ["grow/repeats/uses/b: \(words)"])
    #expect(
      try findings("- { step: fill, takes: 2 h, uses: { b: 1, operator: 2 } }", traits: "traits: cells") == []
    )
  }

  @Test("Three may be inside and no more; in two rooms twice as many")
  func occupancy() throws {
    #expect(
      try findings("- { step: fill, takes: 2 h, uses: { b: 1, operator: 3 } }", traits: "traits: cells") == []
    )
    #expect(
      try findings("- { step: fill, takes: 2 h, uses: { b: 1, operator: 4 } }", traits: "traits: cells") == [
        "fill/uses: 4 people work here and at most 3 may be inside: let fewer work at a time, or allow more with 'occupancy:'"
      ])
    #expect(
      try findings("- { step: fill, takes: 2 h, uses: { b: 2, operator: 6 } }", traits: "traits: cells") == []
    )
  }
}
