import PipelineSimulation
import Testing

/// Certificates that are given by taking part in runs, and taken by those that fail.
@Suite("Taking part in media fills") struct MediaFillParticipationTests {
  private func shop(
    count: Int, fills: String, cells: String, state: String, reader: String = "{ 0 h: 1 }", persons: Int = 2
  ) throws -> Told {
    try Told(
      """
      horizon: 300 h
      certificates: { aseptic: { lasts: 100 h, by taking part in: fill } }
      facilities:
        shop:
          rooms: { room: { count: 1 } }
          devices: { reader: { count: \(reader) } }
          people: { op: { count: \(count), certificates: aseptic } }
      initial state: { people: [ { role: shop/op, persons: { \(state) } } ] }
      products:
        fill:
          purpose: media fill
          runs: { arrive: { at: \(fills) } }
          route:
            - { step: fill, takes: 5 h, work: open, exceptional: test, uses: { room: 1, op: \(persons) } }
            - { step: read, takes: 10 h, uses: reader, line: { patience: 1 h, then: { lose: turbid } } }
        cells: { patients: { arrive: { at: \(cells) } }, route: [ { step: wash, takes: 1 h, uses: { op: { certified: aseptic } } } ] }
      """)
  }

  @Test("Those whose certificates expire first take part, and hold theirs from the end of the run on")
  func takesPart() throws {
    let told = try shop(
      count: 3, fills: "[20 h]", cells: "[0 h, 0 h, 0 h, 64 h, 64 h, 64 h, 134 h, 135 h]",
      state:
        "A: { aseptic: 2024-01-04 00:00 }, B: { aseptic: 2024-01-03 08:00 }, C: { aseptic: 2024-01-03 12:00 }"
    )
    // B (56 h) and C (60 h) take part from 20 to 25 h; read at 35 h, they hold theirs until 135 h, A until 72 h.
    #expect(
      told.log(of: ["starts"]).filter { $0.contains("cells") } == [
        "0 cells 1 starts wash", "0 cells 2 starts wash", "0 cells 3 starts wash", "64 cells 4 starts wash",
        "64 cells 5 starts wash", "64 cells 6 starts wash", "134 cells 7 starts wash",
      ])
    #expect(told.sum("certificates.renewed") == 2)
    #expect(told.sum("certificates.lapsed") == 3)
  }

  @Test("A run that fails takes the certificate from those who took part, until one passes")
  func failed() throws {
    let told = try shop(
      count: 2, fills: "[20 h, 50 h]", cells: "[25 h, 27 h, 60 h, 65 h]",
      state: "A: { aseptic: 2024-01-04 00:00 }, B: { aseptic: 2024-01-04 00:00 }",
      reader: "{ 0 h: 0, 40 h: 1 }")
    // Filled until 25 h, lost at 26 h; the next is filled from 50 to 55 h and read at 65 h.
    #expect(
      told.log(of: ["starts", "is lost"]).filter { !$0.contains("read") || $0.contains("lost") } == [
        "20 fill 1 starts fill", "25 cells 1 starts wash", "26 fill 1 is lost read (turbid)",
        "50 fill 2 starts fill", "65 cells 2 starts wash", "65 cells 3 starts wash", "66 cells 4 starts wash",
      ])
    #expect(told.sum("certificates.failed") == 2)
    #expect(told.sum("certificates.renewed") == 2)
  }

  @Test("With one person in each of two fills both persons get their turn")
  func turns() throws {
    let told = try shop(
      count: 2, fills: "[0 h, 20 h]", cells: "[14 h, 14 h, 36 h, 36 h]",
      state: "A: {}, B: {}", persons: 1)
    #expect(
      told.log(of: ["starts"]).filter { $0.contains("cells") } == [
        "15 cells 1 starts wash", "16 cells 2 starts wash", "36 cells 3 starts wash",
        "36 cells 4 starts wash",
      ])
  }

  @Test("Closed work is no session in which anybody takes part")
  func closed() throws {
    let told = try Told(
      """
      horizon: 300 h
      certificates: { aseptic: { lasts: 100 h, by taking part in: fill } }
      facilities: { shop: { devices: { system: { count: 1 } }, people: { op: { count: 1, certificates: aseptic } } } }
      products:
        fill:
          purpose: media fill
          runs: { arrive: { at: [0 h] } }
          route: [ { step: fill, takes: 5 h, work: closed, uses: { system: 1, op: 1 } } ]
        cells: { patients: { arrive: { at: [60 h] } }, route: [ { step: wash, takes: 1 h, uses: { op: { certified: aseptic } } } ] }
      """)
    #expect(told.sum("certificates.renewed") == 0)
    #expect(told.sum("certificates.lapsed") == 1)
    #expect(!told.log(of: ["starts"]).contains { $0.contains("cells") })
  }
}
