import Testing

/// People on call, their rest, and hours outside the ordinary ones. The run begins on Monday, 1 January 2024.
@Suite("On call and rest") struct OnCallTests {
  /// Operators by day, of whom two are on call at any hour; `call` needs the team, `job` an operator.
  private func rota(
    calls: String, jobs: String, rest: String = "rest: 11 h, ", operators: String = "count: 3",
    call: String = "takes: 3 h, uses: { team: 2 }", job: String = "takes: 1 h, uses: operator"
  ) throws -> Told {
    try Told(
      """
      horizon: 100 h
      calendars: { day: { days: mon-sun, hours: 08:00-16:00 } }
      facilities:
        lab:
          people:
            operator: { \(operators), calendars: day }
            team: { count: 2, \(rest)on call from: operator, costs: { call: 100 EUR, hour: 10 EUR } }
      products:
        donor: { patients: { arrive: { at: [\(calls)] } }, route: [ { step: isolation, \(call) } ] }
        lot: { patients: { arrive: { at: [\(jobs)] } }, route: [ { step: fill, \(job) } ] }
      """)
  }

  @Test("A call at three that ends at six: nobody of it works before five in the afternoon")
  func rest() throws {
    // Three operators, two of them called: from eight on one is there; the next call finds nobody before 17:00.
    let told = try rota(calls: "3 h, 4 h", jobs: "7 h, 7 h, 7 h")
    #expect(
      told.log(of: ["starts"]) == [
        "3 donor 1 starts isolation", "8 lot 1 starts fill", "9 lot 2 starts fill", "10 lot 3 starts fill",
        "17 donor 2 starts isolation",
      ])
    #expect(told.sum("staff.calls") == 4)
    #expect(told.sum("staff.night-hours") == 6)
    // Two rest from 6 to 17, and from 20 to 31: 44 of 100 hours.
    #expect(told.ratio("staff.resting") == 0.44)
  }

  @Test("On the next day all are back")
  func nextDay() throws {
    let told = try rota(calls: "3 h", jobs: "32 h, 32 h, 32 h, 33 h")
    #expect(
      told.log(of: ["starts"]).dropFirst() == [
        "32 lot 1 starts fill", "32 lot 2 starts fill", "32 lot 3 starts fill", "33 lot 4 starts fill",
      ])
  }

  @Test("Without rest they are back in their role as soon as the call is over")
  func noRest() throws {
    let told = try rota(calls: "6 h", jobs: "7 h, 7 h, 7 h", rest: "")
    // One is there at eight; the call ends at nine.
    #expect(
      told.log(of: ["starts"]) == [
        "6 donor 1 starts isolation", "8 lot 1 starts fill", "9 lot 2 starts fill", "9 lot 3 starts fill",
      ])
  }

  @Test("Called by day, they leave their role at once: no other work of that instant gets them")
  func byDay() throws {
    let told = try rota(calls: "10 h", jobs: "10 h, 10 h, 10 h")
    #expect(
      told.log(of: ["starts"]) == [
        "10 lot 1 starts fill", "10 donor 1 starts isolation", "11 lot 2 starts fill", "12 lot 3 starts fill",
      ])
  }

  @Test("Touch work that they were at is finished; desk work pauses")
  func yielding() throws {
    let desk = try rota(
      calls: "9 h", jobs: "8 h, 8 h, 8 h", job: "takes: 4 h, uses: operator, at shift end: suspend")
    #expect(
      desk.log(of: ["pauses", "goes on"]) == [
        "9 lot 3 pauses fill", "9 lot 2 pauses fill", "12 lot 2 goes on fill", "15 lot 3 goes on fill",
        "16 lot 3 pauses fill", "32 lot 3 goes on fill",
      ])
    let touch = try rota(calls: "9 h", jobs: "8 h, 8 h, 8 h", job: "takes: 4 h, uses: operator")
    #expect(touch.log(of: ["pauses"]).isEmpty)
    #expect(touch.log(of: ["ends"]).contains("12 lot 3 ends fill"))
  }

  @Test("Who is done goes on with what is to be done at once, and is called once")
  func goesOn() throws {
    let told = try Told(
      """
      calendars: { day: { days: mon-sun, hours: 08:00-16:00 } }
      facilities:
        lab:
          people:
            operator: { count: 4, calendars: day }
            team: { count: 4, on call from: operator, rest: 11 h }
      products:
        donor:
          patients: { arrive: { at: [0 h] } }
          route:
            - { step: isolation, takes: 6 h, uses: { team: 4 } }
            - { step: count, takes: 4 h, uses: { team: 1 } }
        lot: { patients: { arrive: { at: [8 h, 8 h, 8 h, 8 h] } }, route: [ { step: fill, takes: 1 h, uses: operator } ] }
      """)
    // Three rest from 6 to 17; the fourth counts until 10 and rests until 21. All are missing by day.
    #expect(
      told.log(of: ["starts"]) == [
        "0 donor 1 starts isolation", "6 donor 1 starts count", "32 lot 1 starts fill",
        "32 lot 2 starts fill",
        "32 lot 3 starts fill", "32 lot 4 starts fill",
      ])
    #expect(told.sum("staff.calls") == 4)
    #expect(told.ratio("staff.resting") == 0.44)
  }

  @Test("Nobody stays up beside work that cannot begin: who has to wait for a bench rests first")
  func restsFirst() throws {
    let told = try Told(
      """
      facilities:
        lab:
          devices: { bench: { count: 1 } }
          people: { operator: { count: 2 }, team: { count: 1, on call from: operator, rest: 11 h } }
      products:
        donor:
          patients: { arrive: { at: [1 h] } }
          route: [ { step: isolation, takes: 6 h, uses: team }, { step: count, takes: 4 h, uses: { team: 1, bench: 1 } } ]
        lot: { patients: { arrive: { at: [0 h] } }, route: [ { step: fill, takes: 8 h, uses: bench } ] }
      """)
    // The bench is free at 8, one hour too late; the rest ends at 18.
    #expect(
      told.log(of: ["starts"]) == [
        "0 lot 1 starts fill", "1 donor 1 starts isolation", "18 donor 1 starts count",
      ])
    #expect(told.sum("staff.calls") == 2)
  }

  @Test("Of a role with hours of its own, those rest who worked beyond them; who did not is there in time")
  func overtime() throws {
    func day(_ rest: String, _ hours: String) throws -> Told {
      try Told(
        """
        calendars: { day: { days: mon-sun, hours: 08:00-16:00 } }
        facilities: { lab: { people: { operator: { count: 1, calendars: day, \(rest)costs: { overtime hour: 25 EUR } } } } }
        products:
          lot: { patients: { arrive: { at: [8 h, 20 h] } }, route: [ { step: fill, takes: \(hours), uses: operator } ] }
        """)
    }
    // Work from 8 to 23: the next morning's shift begins at 32, the rest ends at 34.
    let long = try day("rest: 11 h, ", "15 h")
    #expect(long.log(of: ["starts"]) == ["8 lot 1 starts fill", "34 lot 2 starts fill"])
    // 7 h beyond 16:00 on the first day, 9 h on the second (from 10 to 01).
    #expect(long.sum("staff.overtime") == 16)
    #expect(long.sum("staff.night-hours") == 4)
    #expect(try day("", "15 h").log(of: ["starts"]).last == "32 lot 2 starts fill")
    #expect(try day("rest: 20 h, ", "8 h").log(of: ["starts"]).last == "32 lot 2 starts fill")
  }

  @Test("The price of a call is due for each person called, beside the hours")
  func price() throws {
    let told = try rota(calls: "3 h", jobs: "")
    #expect(told.sum("cost.total", [.product: .name("donor")]) == 2 * 100 + 2 * 3 * 10)
  }

  @Test("Two teams of one role never call more people than it has")
  func twoTeams() throws {
    let told = try Told(
      """
      facilities: { lab: { people: { operator: { count: 4 }, first: { count: 4, on call from: operator }, second: { count: 4, on call from: operator } } } }
      products:
        a: { patients: { arrive: { at: [0 h] } }, route: [ { step: one, takes: 3 h, uses: { first: 2 } } ] }
        b: { patients: { arrive: { at: [1 h, 1 h] } }, route: [ { step: two, takes: 3 h, uses: { second: 2 } } ] }
      """)
    #expect(
      told.log(of: ["starts"]) == ["0 a 1 starts one", "1 b 1 starts two", "3 b 2 starts two"])
  }

  @Test("Nobody is called who is not employed any more")
  func nobodyLeft() throws {
    let told = try rota(
      calls: "3 h", jobs: "", operators: "fte: { start: 3, 2024-01-01 02:00: 1 }, productive: 8760 h / y")
    #expect(told.log(of: ["starts"]).isEmpty)
  }
}
