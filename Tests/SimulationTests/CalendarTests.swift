import Testing

@Suite("Calendars, rosters, licences") struct CalendarTests {
  @Test(
    "The mean of a roster over its shifts is what its productive hours say, with what is left of a person carried over"
  )
  func roster() throws {
    // 3 persons of 1550 h a year on 8 h of 365.25 / 7 * 5 shifts a year.
    let told = try Told(
      """
      horizon: 364 d
      calendars: { day: { days: mon-fri, hours: 08:00-16:00 } }
      facilities: { shop: { people: { op: { fte: 3, productive: 1550 h / y, calendars: day } } } }
      products: { a: { patients: { arrive: { every: 1 h } }, route: [ { step: work, takes: 1 min, uses: op } ] } }
      """)
    let places = told.layout.slots.filter { told.layout.measures[$0.measure].name == "staff.utilisation" }
    let open = places.reduce(0.0) { $0 + told.record.values[$1.offset + 1] } / 3_600_000
    let expected = 3 * 1550.0 * 364 / 365.25
    // The hours of a year are those of the run's own dates and two weeks more.
    #expect(abs(open - expected) < 0.005 * expected, "\(open) hours present, \(expected) expected")
  }

  @Test("Leave takes part of a role away for its dates")
  func leave() throws {
    let told = try Told(
      """
      horizon: 60 d
      calendars: { day: { days: mon-sun, hours: 08:00-16:00 } }
      leave: { january: { from: 01-10, to: 01-20, present: 0.5 } }
      facilities: { shop: { people: { op: { count: 2, calendars: day, leave: january } } } }
      products:
        a: { patients: { arrive: { at: [2 d, 2 d, 9 d, 9 d, 21 d, 21 d] } }, route: [ { step: work, takes: 8 h, uses: op } ] }
      """)
    #expect(
      told.log(of: ["starts"]) == [
        "56 a 1 starts work", "56 a 2 starts work", "224 a 3 starts work", "248 a 4 starts work",
        "512 a 5 starts work", "512 a 6 starts work",
      ])
  }

  @Test("Before the licence there is no capacity")
  func licence() throws {
    let told = try Told(
      """
      horizon: 30 d
      facilities: { shop: { opens: 2024-01-03, licensed: { after: 5 d }, rooms: { room: { count: 1 } } } }
      products:
        a: { made at: shop, patients: { arrive: { at: [0 h, 1 h] } }, route: [ { step: work, takes: 10 h, uses: room } ] }
      """)
    #expect(told.log(of: ["starts"]) == ["168 a 1 starts work", "178 a 2 starts work"])
    // Open from day 7 to day 30; busy 20 h.
    #expect(told.ratio("room.utilisation") == 20.0 / (23 * 24))
    #expect(told.sum("milestone.opened") == 2 * 86_400)
    #expect(told.sum("milestone.licensed") == 7 * 86_400)
  }

  @Test("Referrals that begin with the licence begin then")
  func demandFromLicence() throws {
    let told = try Told(
      """
      horizon: 30 d
      facilities: { shop: { opens: 2024-01-03, licensed: { after: 5 d }, rooms: { room: { count: 1 } } } }
      products:
        a: { made at: shop, patients: { arrive: { every: 1 d }, from: licensed, at most: 2 }, route: [ { step: work, takes: 1 h, uses: room } ] }
      """)
    #expect(told.log(of: ["arrives"]) == ["192 a 1 arrives", "216 a 2 arrives"])
  }

  @Test(
    "A night shift has seven hours when clocks go forward and nine when they go back",
    arguments: [("2024-03-30", 31.0, 47.0, 49.0), ("2024-10-26", 33, 49, 49)])
  func daylightSaving(start: String, firstEnd: Double, secondStart: Double, end: Double) throws {
    let told = try Told(
      """
      start: \(start)
      horizon: 5 d
      sites: { leiden: { country: NL, time zone: Europe/Amsterdam } }
      calendars: { night: { days: mon-sun, hours: 00:00-08:00 } }
      facilities: { shop: { site: leiden, people: { nurse: { count: 1, calendars: night } } } }
      products:
        a: { made at: shop, patients: { arrive: { at: [24 h] } }, route: [ { step: work, takes: 9 h, uses: nurse, at shift end: suspend } ] }
      """)
    let expected =
      firstEnd < 33
      ? ["24 a 1 starts work", "31 a 1 pauses work", "47 a 1 goes on work", "49 a 1 ends work"]
      : ["24 a 1 starts work", "33 a 1 ends work"]
    #expect(told.work == expected)
  }

  @Test("A day of a plain delay has 24 hours, whatever the clocks do")
  func calendarDays() throws {
    let told = try Told(
      """
      start: 2024-03-30
      horizon: 5 d
      sites: { leiden: { country: NL, time zone: Europe/Amsterdam } }
      facilities: { shop: { site: leiden, rooms: { room: { count: 1 } } } }
      products:
        a: { made at: shop, patients: { arrive: { at: [2024-03-30T12:00] } }, route: [ { delay: stay, takes: 1 d }, { step: work, takes: 1 h, uses: room } ] }
      """)
    #expect(told.log(of: ["ends"]) == ["36 a 1 ends stay", "37 a 1 ends work"])
  }

  @Test("Holidays of the site close its calendars")
  func holidays() throws {
    let told = try Told(
      """
      start: 2024-04-29
      horizon: 20 d
      sites: { lund: { country: SE, time zone: Europe/Stockholm, holidays: swedish } }
      calendars: { day: { days: mon-fri, hours: 08:00-16:00 } }
      facilities: { shop: { site: lund, people: { op: { count: 1, calendars: day } } } }
      products:
        a: { made at: shop, patients: { arrive: { at: [0 h] } },
             route: [ { step: work, takes: 24 h, uses: op, at shift end: suspend } ] }
      """)
    // Monday and Tuesday; 1 May is a holiday; Thursday.
    #expect(
      told.work == [
        "8 a 1 starts work", "16 a 1 pauses work", "32 a 1 goes on work", "40 a 1 pauses work",
        "80 a 1 goes on work", "88 a 1 ends work",
      ])
  }

  @Test("Known closures stop the start of work, and work that is to be finished goes on")
  func shutdown() throws {
    let told = try Told(
      """
      facilities:
        shop:
          rooms: { room: { count: 1 } }
          shutdowns: [ { what: maintenance, from: 2024-01-01T10:00, lasts: 10 h, closes: [room] } ]
      products:
        a: { made at: shop, patients: { arrive: { at: [8 h, 9 h] } }, route: [ { step: work, takes: 4 h, uses: room } ] }
      """)
    #expect(
      told.work == ["8 a 1 starts work", "12 a 1 ends work", "20 a 2 starts work", "24 a 2 ends work"])
  }
}
