import Foundation
import PipelineSimulation
import Quantities
import ScenarioFiles
import Testing

/// Runs begin on Monday 1 January 2024 at midnight; what was before lies in 2023.
@Suite("A run goes on from what is there at the start") struct InitialStateTests {
  @Test(
    "Who is in the middle of a step of known length finishes at the exact instant, with the room held until then"
  )
  func middleOfAStep() throws {
    let told = try Told(
      """
      facilities: { lab: { rooms: { suite: { count: 1 } } } }
      products:
        cell:
          patients: { arrive: { at: [1 h] } }
          route: [ { step: wash, takes: 10 h, uses: suite }, { delay: rest, takes: 3 h } ]
      initial state:
        patients: [ { id: P-1, product: cell, referred: 2023-12-30, in: wash, since: 2023-12-31 18:00 } ]
      """)
    #expect(
      told.work == [
        "0 cell P-1 is there wash", "4 cell P-1 ends wash", "4 cell P-1 starts rest", "4 cell 1 starts wash",
        "7 cell P-1 ends rest", "14 cell 1 ends wash", "14 cell 1 starts rest", "17 cell 1 ends rest",
      ])
    #expect(told.sum("patients.at-start") == 1)
    #expect(told.sum("patients.referred") == 1)
    #expect(told.sum("patients.treated") == 2)
    // In use from the first instant: 14 of 100 hours.
    #expect(told.ratio("room.utilisation") == 0.14)
    // From the referral, two days before the start.
    #expect(told.sum("time.in-system") == 55 + 16)
  }

  @Test("What a step lasts yet is the median of what its law leaves, where everything is at its median")
  func medianOfTheRest() throws {
    var options = ReplicationOptions()
    options.fixedAtMedian = true
    let told = try Told(
      """
      facilities: { lab: { rooms: { suite: { count: 3 } } } }
      products:
        cell:
          patients: { arrive: { poisson: 1 / y }, at most: 0 }
          route:
            - { choose: way, arms: [ { name: even, probability: 0.4, route: [ { step: a, takes: { uniform: [0 h, 10 h] }, uses: suite } ] } ] }
            - { step: b, takes: { exponential: 10 h }, uses: suite }
            - { step: c, takes: { triangular: [2 h, 4 h, 6 h] }, uses: suite }
      initial state:
        patients:
          - { id: A, product: cell, referred: 2023-12-30, in: a, since: 2023-12-31 18:00 }
          - { id: B, product: cell, referred: 2023-12-30, in: b, since: 2023-12-31 18:00 }
          - { id: C, product: cell, referred: 2023-12-30, in: c, since: 2023-12-31 18:00 }
      """, options: options)
    let ends = told.lines.filter { $0.event == "ends" }
    // Uniform from 6 to 10: 8 of which 6 are gone. No memory: the median of all of it. Six hours are the most that c takes.
    #expect(ends.first { $0.entity == "cell A" }?.hours == 2)
    #expect(abs((ends.first { $0.entity == "cell B" }?.hours ?? 0) - 6.931472) < 1e-5)
    #expect(ends.first { $0.entity == "cell C" }?.hours == 0)
  }

  @Test("Who waits has waited since before the start, and is served before who comes later")
  func waiting() throws {
    let told = try Told(
      """
      facilities: { lab: { rooms: { suite: { count: 1 } } } }
      products:
        cell:
          patients: { arrive: { at: [0 h] } }
          route: [ { delay: board, takes: 1 h }, { step: wash, takes: 2 h, uses: suite, line: { patience: 40 h, then: { lose: gone } } } ]
      initial state:
        patients:
          - { product: cell, referred: 2023-12-30, waits for: wash, since: 2023-12-31 10:00 }
          - { product: cell, referred: 2023-12-30, waits for: wash, since: 2023-12-31 }
          - { product: cell, referred: 2023-12-29 }
          - { product: cell, referred: 2023-12-28, waits for: wash, since: 2023-12-29 }
      """)
    // The last one's patience was over before the start. The third stands before the board, since the referral.
    #expect(
      told.log(of: ["starts", "loses patience"]) == [
        "0 cell at the start 3 starts board", "0 cell at the start 4 loses patience wash",
        "0 cell 1 starts board", "0 cell at the start 2 starts wash", "2 cell at the start 1 starts wash",
        "4 cell 1 starts wash", "6 cell at the start 3 starts wash",
      ])
    #expect(told.sum("line.wait", [.step: .name("wash")]) == 24 + 14 + 2 + 3 + 5)
  }

  @Test("What earlier steps keep is held, until the step that frees it")
  func kept() throws {
    let told = try Told(
      """
      facilities: { lab: { rooms: { suite: { count: 1 } }, devices: { bench: { count: 2 } } } }
      products:
        cell:
          patients: { arrive: { at: [1 h] } }
          route:
            - { step: load, takes: 1 h, uses: [suite, bench], keeps: suite }
            - { delay: grow, takes: 10 h }
            - { step: unload, takes: 1 h, uses: bench, frees: suite }
      initial state:
        patients: [ { product: cell, referred: 2023-12-30, in: grow, since: 2023-12-31 20:00 } ]
      """)
    #expect(
      told.log(of: ["starts"]) == [
        "6 cell at the start 1 starts unload", "7 cell 1 starts load", "8 cell 1 starts grow",
        "18 cell 1 starts unload",
      ])
    #expect(told.ratio("room.utilisation") == 0.19)
  }

  private static let booked = """
    horizon: 60 d
    calendars: { day: { days: mon-fri, hours: 08:00-16:00 } }
    facilities: { lab: { devices: { incubator: { count: 1 } }, people: { operator: { count: 2, calendars: day } } } }
    products:
      cell:
        slots: { weekly: { mon: 1, tue: 1, wed: 1, thu: 1, fri: 1 }, book ahead: 8 wk }
        patients: { arrive: { at: [1 h] } }
        route:
          - { delay: board, takes: 1 h }
          - { book: slot }
          - { step: collect, on: booked day, takes: 2 h, uses: operator, marks: collection }
          - { make: batch }
          - { countdown: conditioning, starts: 2 d before booked infusion, takes: 2 d, at risk: true }
          - { culture: grow, takes: 4 d, uses: incubator }
          - { infuse: infusion, on: booked day + 7 d, takes: 1 h, uses: operator }
    initial state:
    """

  @Test("A booked start keeps its day, and the next is booked around what it reserves")
  func bookedStart() throws {
    let told = try Told(
      Self.booked
        + "\n  patients: [ { id: P, product: cell, referred: 2023-12-20, booked: 2024-01-03 } ]")
    // Wednesday at eight; the incubator from then until Sunday.
    #expect(
      told.log(of: ["starts", "is booked"]).filter { $0.contains("cell P") } == [
        "56 cell P starts collect", "58 cell P, batch 1 starts grow",
        "176 cell P, batch 1, conditioning starts conditioning", "224 cell P, batch 1 starts infusion",
      ])
    #expect(told.log(of: ["is booked"]) == ["2 cell 1 is booked board (2024-01-08)"])
    #expect(told.sum("slots.booked") == 2)
    #expect(told.sum("slots.used") == 2)
  }

  @Test(
    "Who was booked before the start keeps the dates that the booking planned, and what is counted back from them"
  )
  func inProgressOfABooking() throws {
    let told = try Told(
      Self.booked
        + """

            patients:
              - { id: P, product: cell, referred: 2023-12-20, collected: 2023-12-29, in: grow, since: 2023-12-29 10:00, booked: 2023-12-29 }
              - { id: Q, product: cell, referred: 2023-12-20, collected: 2023-12-26, waits for: infusion, since: 2023-12-31, booked: 2023-12-26 }
        """)
    #expect(
      told.log(of: ["starts", "is conditioned"]).filter { !$0.contains("cell 1") } == [
        "32 cell Q, batch 1 starts infusion", "56 cell P, batch 1, conditioning starts conditioning",
        "104 cell P, batch 1, conditioning is conditioned conditioning",
        "104 cell P, batch 1 starts infusion",
      ])
  }

  @Test("Steps that go on side by side end each by itself, and what was not named is over")
  func sideBySide() throws {
    let told = try Told(
      """
      facilities: { lab: { people: { analyst: { count: 1 } } } }
      products:
        cell:
          patients: { arrive: { at: [90 h] }, at most: 0 }
          route:
            - culture: grow
              takes: 2 d
              repeats: { every: 7 h, takes: 1 h, uses: analyst }
              meanwhile: [ { review: papers, takes: 20 h } ]
            - parallel: tests
              branches:
                one: [ { assay: first, takes: 10 h, hands on: 1 h, uses: analyst }, { delay: then, takes: 5 h } ]
                two: [ { assay: second, takes: 20 h } ]
                three: [ { assay: third, takes: 30 h } ]
            - { delay: end, takes: 1 h }
      initial state:
        patients:
          - { id: A, product: cell, referred: 2023-12-01, in: { first: 2023-12-31 20:00, second: 2023-12-31 12:00 } }
          - { id: B, product: cell, referred: 2023-12-01, in: grow, since: 2023-12-30 12:00 }
          - { id: C, product: cell, referred: 2023-12-01, in: { grow: 2023-12-30 10:00, papers: 2023-12-31 10:00 } }
      """)
    func log(_ name: String) -> [String] {
      told.log(of: ["starts", "ends"]).filter { $0.contains("cell \(name)") }
    }
    #expect(
      log("A") == [
        "6 cell A, tests ends first", "6 cell A, tests starts then", "8 cell A, tests ends second",
        "11 cell A, tests ends then", "11 cell A starts end", "12 cell A ends end",
      ])
    // Every seven hours since noon of Saturday: the next touch is at six, the 42nd hour.
    #expect(log("B").first?.hasPrefix("6 cell B") == true)
    #expect(log("B").contains("12 cell B ends grow"))
    #expect(log("C").contains("6 cell C, grow/meanwhile ends papers"))
  }

  @Test("Desk work has lasted for as long as its people were there, and pauses at night")
  func deskWork() throws {
    let told = try Told(
      """
      calendars: { day: { days: mon-sun, hours: 08:00-16:00 } }
      facilities: { lab: { people: { officer: { count: 1, calendars: day } } } }
      products:
        cell:
          patients: { arrive: { poisson: 1 / y }, at most: 0 }
          route: [ { review: record, takes: 20 h, uses: officer } ]
      initial state:
        patients: [ { id: A, product: cell, referred: 2023-12-01, in: record, since: 2023-12-30 12:00 } ]
      """)
    // Four hours on Saturday, eight on Sunday: eight are left for Monday.
    #expect(told.log(of: ["goes on", "ends"]) == ["8 cell A goes on record", "16 cell A ends record"])
  }

  @Test(
    "Shelves hold what was counted, and it expires on its day; a lot under way counts as ordered and is stored"
  )
  func stocks() throws {
    let text = """
      horizon: 30 d
      facilities: { lab: { rooms: { suite: { count: 9 } } } }
      stocks:
        kit: { initial: 500, shelf life: 90 d }
        dose: { initial: 1, reorder: { at: 5, quantity: 10, made by: lot } }
      products:
        lot: { route: [ { make: lot }, { culture: grow, takes: 9 d }, { store: dose, yields: 7 } ] }
        cell:
          patients: { arrive: { every: 12 d } }
          route: [ { step: wash, takes: 1 h, uses: suite, consumes: { kit: 1, dose: 1 } } ]
      initial state:
        stocks: { kit: [ { units: 4, expires: 2024-02-01 }, { units: 3, expires: 2024-01-20 } ] }
        lots: [ { id: L, product: lot, in: grow, since: 2023-12-30 } ]
      """
    let told = try Told(text)
    #expect(
      Array(told.log(of: ["is there", "is received", "is ordered", "is stored"]).prefix(6)) == [
        "0 kit is received kit (3)", "0 kit is received kit (4)", "0 dose is received dose (1)",
        "0 lot L is there grow", "168 dose is received dose (7)", "168 lot L is stored grow (7)",
      ])
    #expect(told.sum("stock.expired", [.stock: .name("kit")]) == 2)
    #expect(told.sum("batches.started") == 0)
  }

  @Test("Clocks have run since the referral or the collection")
  func clocks() throws {
    let told = try Told(
      """
      products:
        cell:
          patients:
            arrive: { poisson: 1 / y }
            at most: 0
            clocks: { death: { after: 10 d, from: referral, to: infusion } }
          route: [ { delay: board, takes: 30 d }, { infuse: infusion, takes: 1 h } ]
      initial state:
        patients: [ { id: A, product: cell, referred: 2023-12-23, in: board, since: 2023-12-24 } ]
      """)
    #expect(told.log(of: ["is lost"]) == ["24 cell A is lost board (death)"])
    #expect(told.sum("patients.lost") == 1)
  }

  @Test(
    "Who is there at the start changes nothing for those who come, and one more at the end nothing for the others"
  )
  func lineages() throws {
    func text(_ patients: [String]) -> String {
      """
      horizon: 40 d
      facilities: { lab: { rooms: { suite: { count: 99 } } } }
      products:
        cell:
          patients: { arrive: { poisson: 1 / d }, clocks: { death: { hazard: 10 % / 5 d, from: referral } } }
          route: [ { step: wash, takes: { lognormal: { median: 3 d, sigma: 0.7 } }, uses: suite } ]
      """ + (patients.isEmpty ? "" : "\ninitial state: { patients: [ \(patients.joined(separator: ", ")) ] }")
    }
    let one = "{ id: A, product: cell, referred: 2023-12-20, in: wash, since: 2023-12-31 }"
    let two = "{ id: B, product: cell, referred: 2023-12-20 }"
    func log(_ patients: [String], of name: String) throws -> [String] {
      try Told(text(patients)).log.filter { $0.contains(name) }
    }
    for number in 1...9 {
      #expect(try log([], of: "cell \(number) ") == log([one, two], of: "cell \(number) "))
    }
    #expect(try log([one], of: "cell A") == log([one, two], of: "cell A"))
    #expect(try !log([one], of: "cell A").isEmpty)
  }

  @Test(
    "The shipped state of both houses can be run: everybody in it is placed, and none is counted as referred")
  func shipped() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let check = ScenarioCheck.check(file: root.appendingPathComponent("Scenarios/from-today.yaml").path)
    let scenario = try #require(check.scenario, "\(check.report.text())")
    let program = try Program(compiling: scenario)
    var there: Set<String> = []
    let record = program.trace(0, seed: 1) { entry in
      if entry.event == "is there" { there.insert(entry.entity) }
    }
    #expect(record.outcome == .horizonReached)
    #expect(there.count == scenario.initialState.patients.count + scenario.initialState.lots.count)
    func sum(_ measure: String) -> Double {
      program.layout.slots.filter { program.layout.measures[$0.measure].name == measure }
        .reduce(0) { $0 + record.values[$1.offset] }
    }
    #expect(sum("patients.at-start") == Double(scenario.initialState.patients.count))
    #expect(record.size.patients == Int(sum("patients.at-start") + sum("patients.referred")))
  }
}
