import Testing

/// (a) What the library says of a frozen collection, of its identity, and of products out of specification.
@Suite("CAR-T cells: collection, identity, specification") struct CollectionRouteTests {
  private let stocks = "car-vector-dose: { initial: 1000 doses }"

  private func line(_ with: String = "", patients: Int = 24, until horizon: String = "2028-06-01") throws
    -> LibraryLine
  {
    try LibraryLine(
      stocks: stocks,
      """
      car-t:
        slots: { weekly: { mon: 1, tue: 1 }, book ahead: 60 wk }
        patients: { arrive: { cohort: \(patients), at: 2026-01-05 } }
        route: [ { include: { file: car-t.yaml, with: { eligible: 1, patience: 400 d\(with) } } } ]
      """, until: horizon)
  }

  @Test("A collection is frozen within a day, and thawed on its date weeks later")
  func frozen() throws {
    let line = try line()
    let toFreezer = line.hours(from: ("ends", "leukapheresis"), to: ("starts", "freeze the collection"))
    #expect(toFreezer.count >= 24 && toFreezer.allSatisfy { $0 <= 24 })
    let inVapour = line.hours(from: ("ends", "freeze the collection"), to: ("starts", "thaw"))
    #expect(inVapour.count >= 24 && inVapour.allSatisfy { $0 > 5 * 24 && $0 <= 365 * 24 })
  }

  @Test(
    "A frozen collection keeps for twelve months: a thaw 360 days later is booked, one 370 days later is not")
  func twelveMonths() throws {
    func thawed(_ days: Int) throws -> [Double] {
      try line(
        ", start: booked day + \(days) d, transduction: booked day + \(days + 1) d, harvest: booked day + \(days + 10) d",
        patients: 2
      ).hours(from: ("ends", "freeze the collection"), to: ("starts", "thaw"))
    }
    let early = try thawed(360)
    #expect(early.count == 2 && early.allSatisfy { $0 > 358 * 24 && $0 < 361 * 24 })
    #expect(try thawed(370).isEmpty)
  }

  @Test(
    "Two persons find nearly all mix-ups at the incoming release, collect again, and what they miss is told")
  func identity() throws {
    let line = try line(", mixed up: 0.5", patients: 40)
    let (errors, found, missed) = (
      line.sum("identity.errors"), line.sum("identity.found"), line.sum("identity.missed")
    )
    #expect(errors >= 30 && found == errors && missed == 0)
    #expect(line.all("is found to be another's", "incoming release").count == Int(found))
    #expect(line.all("is collected again", "incoming release").count == Int(found))
    let collections = line.byPatient("starts", "leukapheresis").values.map(\.count)
    #expect(collections.contains { $0 > 1 })
  }

  @Test(
    "Products out of specification are infused where physicians ask for them, and made again where they do not"
  )
  func specification() throws {
    let asked = try line(", out of specification: 1, on request: 1", patients: 12)
    #expect(asked.all("is out of specification, released on request", "qualified person").count >= 10)
    #expect(asked.all("is out of specification", "qualified person").isEmpty)
    #expect(asked.sum("batches.out-of-specification") == asked.sum("batches.released"))
    #expect(asked.all("ends", "infusion").count >= 10)
    let refused = try line(", out of specification: 1, on request: 0", patients: 12)
    #expect(refused.all("ends", "infusion").isEmpty)
    #expect(refused.sum("batches.released") == 0)
    #expect(refused.sum("batches.started") > 12)
    #expect(refused.sum("patients.lost", [.reason: .name("no product")]) >= 10)
  }
}
