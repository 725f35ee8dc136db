import Testing

@Suite("Breakdowns and changeovers") struct BreakdownTests {
  private func unit(_ breaks: String) -> String {
    """
    facilities: { shop: { devices: { unit: { count: 1, breaks: { \(breaks) } } } } }
    products: { job: { patients: { arrive: { at: [8 h, 30 h] } }, route: [ { step: work, takes: 4 h, uses: unit } ] } }
    """
  }

  private func jobs(_ breaks: String) throws -> [String] {
    try Told(unit(breaks)).work.filter { $0.contains("job") }
  }

  @Test("A unit fails in calendar time, also while it is idle; the step resumes, begins again or is finished")
  func calendar() throws {
    let second = ["30 job 2 starts work", "34 job 2 ends work"]
    #expect(
      try jobs("after: 10 h, mend: 3 h") == [
        "8 job 1 starts work", "10 job 1 pauses work", "13 job 1 goes on work", "15 job 1 ends work",
      ] + second)
    #expect(
      try jobs("after: 10 h, mend: 3 h, then: restart") == [
        "8 job 1 starts work", "10 job 1 is stopped work", "13 job 1 goes on work", "17 job 1 ends work",
      ] + second)
    #expect(
      try jobs("after: 10 h, mend: 3 h, then: finish") == ["8 job 1 starts work", "12 job 1 ends work"]
        + second)
    // Down 10-13, 23-26, ... 88-91: seven times three hours of 100.
    #expect(try Told(unit("after: 10 h, mend: 3 h")).ratio("resource.down") == 0.21)
  }

  @Test("A unit whose life counts use fails after so much work")
  func use() throws {
    #expect(
      try jobs("after: 5 h, counting: use, mend: 3 h") == [
        "8 job 1 starts work", "12 job 1 ends work", "30 job 2 starts work", "31 job 2 pauses work",
        "34 job 2 goes on work", "37 job 2 ends work",
      ])
  }

  @Test("A broken unit waits for who repairs it")
  func crew() throws {
    let told = try Told(
      """
      horizon: 22 h
      facilities:
        shop:
          devices: { unit: { count: 2, breaks: { after: 10 h, mend: 3 h, uses: { crew: 1 } } } }
          people: { crew: { count: 1 } }
      """)
    #expect(
      told.log(of: ["starts", "ends"]).map { $0.split(separator: " ").prefix(4).joined(separator: " ") } == [
        "10 unit 1 starts", "13 unit 1 ends", "13 unit 2 starts", "16 unit 2 ends",
      ])
  }

  @Test("A room is cleared between two batches: longer for another product, not at all within one batch")
  func changeover() throws {
    let told = try Told(
      """
      facilities: { shop: { rooms: { room: { count: 1, changeover: { same product: 2 h, other product: 5 h } } } } }
      products:
        a: { patients: { arrive: { at: [0 h, 1 h, 2 h] } }, route: [ { make: batch }, { step: work, takes: 10 h, uses: room } ] }
        b: { patients: { arrive: { at: [40 h] } },
             route: [ { make: batch }, { step: work, takes: 10 h, uses: room }, { step: more, takes: 1 h, uses: room } ] }
      """)
    // 0-10; 10-12-22; 22-24-34; idle; 40-45-55; 55-56.
    #expect(
      told.log(of: ["ends"]) == [
        "10 a 1, batch 1 ends work", "22 a 2, batch 1 ends work", "34 a 3, batch 1 ends work",
        "55 b 1, batch 1 ends work", "56 b 1, batch 1 ends more",
      ])
  }

  @Test("Work starts only if it fits with the clearing before it")
  func changeoverThatDoesNotFit() throws {
    let told = try Told(
      """
      calendars: { day: { days: mon-sun, hours: 08:00-16:00 } }
      facilities:
        shop:
          rooms: { room: { count: 1, changeover: { same product: 2 h } } }
          people: { op: { count: 1, calendars: day } }
      products:
        a: { patients: { arrive: { at: [0 h, 0 h] } },
             route: [ { step: work, takes: 4 h, uses: { room: 1, op: 1 }, at shift end: only if it fits } ] }
      """)
    #expect(told.log(of: ["ends"]) == ["12 a 1 ends work", "38 a 2 ends work"])
  }
}
