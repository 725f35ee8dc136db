import Testing

@Suite("Order within one instant") struct InstantOrderTests {
  @Test(
    "A completion comes before the end of patience, which comes before an arrival, which comes before a start"
  )
  func ranks() throws {
    let told = try Told(
      """
      facilities: { shop: { devices: { unit: { count: 1 } } } }
      products:
        a: { patients: { arrive: { at: [0 h, 5 h, 10 h] } },
             route: [ { step: work, takes: 10 h, uses: unit, line: { patience: 5 h } } ] }
      """)
    #expect(
      told.log.filter { $0.hasPrefix("10 ") } == [
        "10 a 1 ends work", "10 a 1 leaves work", "10 a 2 loses patience work",
        "10 a 2 is lost work (patience)", "10 a 3 arrives", "10 a 3 starts work",
      ])
  }

  @Test("Within a rank the order is that of scheduling")
  func scheduling() throws {
    let told = try Told(
      """
      products:
        a: { patients: { arrive: { at: [0 h] } }, route: [ { delay: long, takes: 10 h } ] }
        b: { patients: { arrive: { at: [4 h] } }, route: [ { delay: short, takes: 6 h } ] }
      """)
    #expect(told.log(of: ["ends"]) == ["10 a 1 ends long", "10 b 1 ends short"])
  }

  @Test("Capacity that comes at an instant serves who arrives at it")
  func capacityBeforeArrival() throws {
    let told = try Told(
      """
      facilities: { shop: { devices: { unit: { count: { 0 h: 0, 5 h: 1 } } } } }
      products:
        a: { patients: { arrive: { at: [5 h] } }, route: [ { step: work, takes: 1 h, uses: unit, line: { at most: 0 } } ] }
      """)
    #expect(told.log == ["5 a 1 arrives", "5 a 1 starts work", "6 a 1 ends work", "6 a 1 leaves work"])
  }

  @Test("What ends at once returns to the completions: a chain of steps without length takes one instant")
  func noLength() throws {
    let told = try Told(
      """
      facilities: { shop: { devices: { unit: { count: 1 } } } }
      products:
        a:
          patients: { arrive: { at: [3 h, 3 h] } }
          route: [ { step: one, uses: unit }, { step: two, uses: unit }, { step: three, takes: 1 h, uses: unit } ]
      """)
    #expect(
      told.work.filter { $0.hasPrefix("3 ") } == [
        "3 a 1 starts one", "3 a 1 ends one", "3 a 1 starts two", "3 a 1 ends two", "3 a 1 starts three",
      ])
    #expect(told.log(of: ["leaves"]) == ["4 a 1 leaves three", "5 a 2 leaves three"])
  }

  @Test("What would happen at the horizon itself does not happen")
  func horizon() throws {
    let told = try Told(
      """
      horizon: 10 h
      products:
        a: { patients: { arrive: { at: [0 h, 9 h] } }, route: [ { delay: stay, takes: 10 h } ] }
      """)
    #expect(told.log(of: ["ends"]).isEmpty)
    #expect(told.sum("patients.in-progress") == 2)
  }

  @Test("The same program, seed and replication give the same record and the same log")
  func repeated() throws {
    let text = Lines.mixed
    let first = try Told(text, seed: 7, replication: 3)
    let again = try Told(text, seed: 7, replication: 3)
    #expect(first.numbers == again.numbers)
    #expect(first.lines == again.lines)
    #expect(first.numbers != (try Told(text, seed: 8, replication: 3)).numbers)
    #expect(first.lines != (try Told(text, seed: 7, replication: 4)).lines)
    #expect(first.numbers == Told.numbers(of: try Told.program(text).replicate(3, seed: 7)))
  }
}
