import Testing

/// (f) Adeno-associated virus: the suite, the lot, the shelf.
@Suite("AAV lots: suite, yield, shelf") struct VectorRouteTests {
  private func lots(
    _ file: String = "adeno-associated-vector", stock: String = "aav-dose", shelfLife: String = "3 y"
  ) throws -> LibraryLine {
    try LibraryLine(
      stocks:
        "\(stock): { initial: 0 doses, shelf life: \(shelfLife), reorder: { at: 0 doses, quantity: 30 doses, made by: lot } }",
      "lot: { route: [ { include: { file: \(file).yaml } } ] }", until: "2034-01-01")
  }

  @Test("The suite is held for about six weeks, longer than for a lentiviral vector")
  func suite() throws {
    func weeks(_ line: LibraryLine) -> [Double] {
      line.hours(from: ("starts", "seed train"), to: ("ends", "purify")).map { $0 / 168 }
    }
    let aav = try weeks(lots(shelfLife: "30 d"))
    let lentivirus = try weeks(lots("lentiviral-vector", stock: "car-vector-dose", shelfLife: "30 d"))
    #expect(aav.count >= 5 && aav.allSatisfy { (3.0...8.0).contains($0) })
    #expect(mean(aav) > mean(lentivirus))
  }

  @Test(
    "A lot brings ten to a hundred doses, and what nobody takes is discarded three years later to the day")
  func shelf() throws {
    let line = try lots()
    let stored = line.lines.filter { $0.event == "is stored" }
    let doses = stored.compactMap { Double($0.detail) }
    #expect(!doses.isEmpty && doses.allSatisfy { (10...100).contains($0) })
    let expired = line.lines.filter { $0.event == "expires" }
    #expect(!expired.isEmpty)
    for (lot, end) in zip(stored, expired) {
      let years = (end.hours - lot.hours) / (365.25 * 24)
      #expect(abs(years - 3) < 1e-6)
      #expect(end.detail == lot.detail)
    }
    #expect(try !lots(shelfLife: "30 d").lines.filter { $0.event == "is stored" }.isEmpty)
  }

  @Test("Testing takes eight to sixteen weeks before a dose can be used")
  func testing() throws {
    let line = try lots(shelfLife: "30 d")
    let weeks = line.hours(from: ("ends", "fill"), to: ("is stored", "qualified person")).map { $0 / 168 }
    #expect(weeks.count >= 5 && weeks.allSatisfy { (8.0...18.0).contains($0) })
  }

  private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
}
