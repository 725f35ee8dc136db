import Testing

@Suite("Limits on time") struct TimeLimitTests {
  private let bed = """
    facilities: { shop: { devices: { bed: { count: 1 } } } }
    products:
      other: { priority: 1, patients: { arrive: { at: [1 h] } }, route: [ { step: occupy, takes: 20 h, uses: bed } ] }

    """

  @Test("A product whose shelf life ends before the infusion starts expires, and its patient is lost")
  func shelfLife() throws {
    let told = try Told(
      bed + """
          cell:
            patients: { arrive: { at: [0 h, 15 h] } }
            route:
              - { make: batch }
              - { step: harvest, takes: 2 h, starts shelf life: 5 h }
              - { infuse: infusion, takes: 1 h, uses: bed }
        """)
    #expect(
      told.work == [
        "0 cell 1, batch 1 begins a batch", "0 cell 1, batch 1 starts harvest", "1 other 1 starts occupy",
        "2 cell 1, batch 1 ends harvest", "7 cell 1, batch 1 expires infusion",
        "7 cell 1, batch 1 is lost infusion (shelf life)", "15 cell 2, batch 1 begins a batch",
        "15 cell 2, batch 1 starts harvest", "17 cell 2, batch 1 ends harvest", "21 other 1 ends occupy",
        "21 cell 2, batch 1 starts infusion", "22 cell 2, batch 1 ends infusion",
      ])
  }

  @Test("A hold that is passed while its step waits sends the patient where it says")
  func hold() throws {
    let told = try Told(
      bed + """
          cell:
            patients: { arrive: { at: [0 h] } }
            route:
              - { step: collect, takes: 10 h, marks: collection }
              - { hold: fresh, at most: 4 h, then: collect again }
              - { step: wash, takes: 9 h, uses: bed }
        """)
    #expect(
      told.log(of: ["starts", "is too late", "is collected again", "leaves"]) == [
        "0 cell 1 starts collect", "1 other 1 starts occupy", "14 cell 1 is too late wash",
        "14 cell 1 is collected again wash", "14 cell 1 starts collect", "21 other 1 leaves occupy",
        "24 cell 1 starts wash", "33 cell 1 leaves wash",
      ])
  }

  @Test("A hold until a later step goes on over the steps between")
  func holdUntil() throws {
    let told = try Told(
      bed + """
          cell:
            patients: { arrive: { at: [0 h] } }
            route:
              - { hold: fresh, at most: 15 h, until: wash, then: { lose: too old } }
              - { step: collect, takes: 10 h, marks: collection }
              - { step: wash, takes: 9 h, uses: bed }
        """)
    #expect(told.log(of: ["is lost"]) == ["15 cell 1 is lost wash (too old)"])
  }

  @Test(
    "A step within a limit starts within it or not at all; a limit that ends as the room is free is passed")
  func within() throws {
    let told = try Told(
      bed + """
          cell:
            patients: { arrive: { at: [0 h, 16 h, 17 h] } }
            route:
              - { step: harvest, takes: 2 h }
              - { step: wash, within: 3 h, takes: 1 h, uses: bed }
        """)
    #expect(
      told.log(of: ["is lost", "leaves"]).filter { $0.contains("cell") } == [
        "5 cell 1 is lost wash (wash too late)", "21 cell 2 is lost wash (wash too late)",
        "22 cell 3 leaves wash",
      ])
  }

  @Test("Patience covers one line, and what follows is what the line says")
  func patience() throws {
    let told = try Told(
      bed + """
          cell:
            patients: { arrive: { at: [2 h] } }
            route:
              - { step: wash, takes: 1 h, uses: bed, line: { patience: 4 h, then: { go to: rest } } }
              - { step: skipped, takes: 1 h }
              - { delay: rest, takes: 1 h }
              - { step: again, takes: 1 h, uses: bed }
        """)
    #expect(
      told.log(of: ["loses patience", "starts"]).filter { $0.contains("cell") } == [
        "6 cell 1 loses patience wash", "6 cell 1 starts rest", "21 cell 1 starts again",
      ])
  }

  @Test("Who finds the line full leaves")
  func fullLine() throws {
    let told = try Told(
      bed + """
          cell:
            patients: { arrive: { at: [2 h, 3 h, 4 h] } }
            route: [ { step: wash, takes: 1 h, uses: bed, line: { at most: 2 } } ]
        """)
    #expect(told.log(of: ["is lost"]).count == 1)
    #expect(told.log(of: ["is lost"]).first?.hasPrefix("4 cell 3 is lost wash") == true)
    #expect(told.ratio("probability.blocked") == 1.0 / 3)
  }
}
