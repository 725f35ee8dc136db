import Testing

/// Every session leaves plates; what grows on them closes rooms, however urgently the next session is wanted.
@Suite("Environmental monitoring") struct MonitoringTests {
  private func line(_ monitoring: String, _ route: String, at hours: String, rooms: Int = 1) throws -> Told {
    try Told(
      """
      facilities: { shop: { rooms: { room: { count: \(rooms), grade: B, monitoring: \(monitoring) } }, devices: { device: { count: 1 } }, people: { officer: { count: 1 }, operator: { count: 4 } } } }
      products:
        cells: { patients: { arrive: { at: [\(hours)] } }, route: [ \(route) ] }
      """)
  }

  private let session = "{ step: fill, takes: 1 h, work: open, uses: { room: 1, operator: 2 } }"
  private let always =
    "{ read after: 10 h, excursion: 1, deviation: { uses: officer, takes: 2 h }, hold: { probability: 1, takes: 24 h } }"

  @Test("Plates are read late, a review follows, and the room is closed from the reading on")
  func excursion() throws {
    let told = try line(always, session, at: "0 h, 12 h, 50 h")
    #expect(
      told.lines.filter { $0.place == "fill" && ["starts", "ends"].contains($0.event) }.map(\.description)
        == [
          "0 cells 1 starts fill", "1 cells 1 ends fill", "35 cells 2 starts fill", "36 cells 2 ends fill",
          "70 cells 3 starts fill", "71 cells 3 ends fill",
        ])
    #expect(
      told.log(of: ["shows growth"]) == [
        "11 excursion in room shows growth shop/room/reading",
        "46 excursion in room shows growth shop/room/reading",
        "81 excursion in room shows growth shop/room/reading",
      ])
    #expect(
      told.lines.filter { $0.place == "shop/room/deviation" }.map(\.description) == [
        "11 excursion in room starts shop/room/deviation", "13 excursion in room ends shop/room/deviation",
        "46 excursion in room starts shop/room/deviation", "48 excursion in room ends shop/room/deviation",
        "81 excursion in room starts shop/room/deviation", "83 excursion in room ends shop/room/deviation",
      ])
    #expect(told.sum("room.excursions") == 3)
    #expect(told.ratio("room.on-hold") == 0.67)
  }

  @Test("Work at hand is finished, and of two rooms one is closed")
  func workAtHand() throws {
    let long = "{ step: fill, takes: 20 h, work: open, uses: { room: 1, operator: 2 } }"
    let told = try line(always, long, at: "0 h, 15 h, 31 h, 32 h", rooms: 2)
    // The plates of the first session, over at 20 h, are read at 30 h, while the second is at work until 35 h;
    // one room stays closed until 54 h, and the other from 45 to 69 h, when the third session is at work there.
    #expect(
      told.log(of: ["starts"]).filter { $0.hasSuffix("fill") } == [
        "0 cells 1 starts fill", "15 cells 2 starts fill", "35 cells 3 starts fill", "55 cells 4 starts fill",
      ])
  }

  @Test("Closed work leaves no plates; open work in a room that is kept does, once")
  func sessions() throws {
    let closed = "{ step: load, takes: 1 h, work: closed, uses: { room: 1, device: 1, operator: 2 } }"
    #expect(try line(always, closed, at: "0 h").sum("room.excursions") == 0)
    let kept =
      "{ step: open, takes: 1 h, uses: { room: 1, operator: 2 }, keeps: room }, { step: rest, takes: 1 h }, { step: fill, takes: 1 h, work: open, uses: { operator: 2 }, frees: room }"
    #expect(
      try line(always, kept, at: "0 h").log(of: ["shows growth"]).map { $0.prefix(3) } == ["11 ", "13 "])
  }

  @Test("Nothing happens where no session is an excursion")
  func never() throws {
    let told = try line(
      "{ read after: 10 h, excursion: 0, hold: { probability: 1, takes: 24 h } }", session, at: "0 h, 1 h")
    #expect(told.log(of: ["starts"]) == ["0 cells 1 starts fill", "1 cells 2 starts fill"])
    #expect(told.sum("room.excursions") == 0)
  }

  @Test("With an excursion after every session nobody starts within a day of a reading", arguments: 0..<5)
  func heldForADay(replication: Int) throws {
    let told = try Told(
      """
      horizon: 3 y
      facilities: { shop: { rooms: { room: { count: 1, monitoring: { read after: 1 min, excursion: 1, hold: { probability: 1, takes: { triangular: [1 d, 3 d, 7 d] } } } } } } }
      products:
        cells: { patients: { arrive: { poisson: 200 / y } }, route: [ { step: fill, takes: { exponential: 6 h }, uses: room } ] }
      """, replication: replication)
    var closedUntil = -1.0
    var sessions = 0
    for entry in told.lines {
      if entry.event == "shows growth" { closedUntil = entry.hours + 24 }
      if entry.event == "starts", entry.place == "fill" {
        sessions += 1
        #expect(entry.hours >= closedUntil)
      }
    }
    #expect(sessions > 100)
    #expect(told.lines.count { $0.event == "shows growth" } >= sessions - 2)
  }

  @Test("Excursions come at their probability: of some thousand sessions a share within five standard errors")
  func share() throws {
    let told = try Told(
      """
      horizon: 10 y
      facilities: { shop: { rooms: { room: { count: 5, monitoring: { read after: { uniform: [5 d, 7 d] }, excursion: 0.2, hold: { probability: 0.5, takes: 1 d } } } } } }
      products:
        cells: { patients: { arrive: { poisson: 400 / y } }, route: [ { step: fill, takes: 4 h, uses: room } ] }
      """)
    let sessions = Double(told.lines.count { $0.event == "ends" && $0.place == "fill" })
    let found = Double(told.lines.count { $0.event == "starts" && $0.place == "shop/room/reading" })
    #expect(abs(found - 0.2 * sessions) < 5 * (0.16 * sessions).squareRoot())
    let read = Double(told.lines.count { $0.event == "shows growth" })
    let holds = Double(told.lines.count { $0.event == "starts" && $0.place == "shop/room/hold" })
    #expect(abs(holds - 0.5 * read) < 5 * (0.25 * read).squareRoot())
    #expect(sessions > 3_000)
  }
}
