import PipelineSimulation
import Testing

/// Products that are never together are sent to one room and to one air, and do not meet.
@Suite("Products that are never together") struct ApartTests {
  private let head = """
    facilities: { shop: { rooms: { a: { count: 2, air: ahu-1 }, b: { count: 1, air: ahu-1 }, c: { count: 1 } }, devices: { freezer: { count: 1 } } } }
    incompatible: [ { never together: [viral vector, cells], in: same air } ]
    products:

    """

  @Test("A claim waits until the last of what it never meets has left the air; others go on")
  func sameAir() throws {
    let told = try Told(
      head + """
          vector: { traits: viral vector, patients: { arrive: { at: [0 h, 0 h] } }, route: [ { step: fill, takes: 10 h, uses: a } ] }
          cells: { traits: cells, patients: { arrive: { at: [1 h] } }, route: [ { step: wash, takes: 5 h, uses: b } ] }
          plain: { patients: { arrive: { at: [2 h] } }, route: [ { step: work, takes: 1 h, uses: b } ] }
          away: { traits: cells, patients: { arrive: { at: [3 h] } }, route: [ { step: wash, takes: 1 h, uses: c } ] }
        """)
    #expect(
      told.log(of: ["starts", "is kept apart"]) == [
        "0 vector 1 starts fill", "0 vector 2 starts fill",
        "1 cells 1 is kept apart wash (from vector in ahu-1)",
        "2 plain 1 starts work", "3 away 1 starts wash", "10 cells 1 starts wash",
      ])
    #expect(told.ratio("line.kept-apart", [.product: .name("cells")]) == 0.09)
  }

  @Test("Who waits keeps later ones of the other kind out, so that nobody waits for ever")
  func noStarvation() throws {
    let told = try Told(
      head + """
          vector: { traits: viral vector, patients: { arrive: { at: [0 h, 4 h, 8 h] } }, route: [ { step: fill, takes: 5 h, uses: a } ] }
          cells: { traits: cells, patients: { arrive: { at: [1 h] } }, route: [ { step: wash, takes: 5 h, uses: b } ] }
        """)
    #expect(
      told.log(of: ["starts", "is kept apart"]) == [
        "0 vector 1 starts fill", "1 cells 1 is kept apart wash (from vector in ahu-1)",
        "4 vector 2 is kept apart fill (from cells in ahu-1)", "5 cells 1 starts wash",
        "10 vector 2 starts fill", "10 vector 3 starts fill",
      ])
  }

  @Test("Who already has a room of the air is not kept out of a second one by those who wait")
  func alreadyIn() throws {
    let told = try Told(
      head + """
          vector: { traits: viral vector, patients: { arrive: { at: [0 h] } }, route: [ { step: grow, takes: 5 h, uses: a, keeps: a }, { step: fill, takes: 5 h, uses: b, frees: a } ] }
          cells: { traits: cells, patients: { arrive: { at: [1 h] } }, route: [ { step: wash, takes: 5 h, uses: a } ] }
        """)
    #expect(
      told.log(of: ["starts"]) == [
        "0 vector 1 starts grow", "5 vector 1 starts fill", "10 cells 1 starts wash",
      ])
  }

  @Test("The rooms of one name are places of one room where the pair says so")
  func sameRoom() throws {
    let told = try Told(
      """
      facilities: { shop: { rooms: { hall: { count: 3 }, other: { count: 1 } } } }
      incompatible: [ { never together: [viral vector, cells], in: same room } ]
      products:
        vector: { traits: viral vector, patients: { arrive: { at: [0 h] } }, route: [ { step: fill, takes: 10 h, uses: hall } ] }
        cells: { traits: cells, patients: { arrive: { at: [1 h] } }, route: [ { step: wash, takes: 5 h, uses: hall } ] }
        skin: { traits: cells, patients: { arrive: { at: [2 h] } }, route: [ { step: wash, takes: 5 h, uses: other } ] }
        plain: { patients: { arrive: { at: [3 h] } }, route: [ { step: work, takes: 1 h, uses: hall } ] }
      """)
    #expect(
      told.log(of: ["starts"]) == [
        "0 vector 1 starts fill", "2 skin 1 starts wash", "3 plain 1 starts work", "10 cells 1 starts wash",
      ])
  }

  @Test("Nobody is interrupted for a claim that would have to wait for others all the same")
  func noVainPreemption() throws {
    let told = try Told(
      """
      facilities: { shop: { rooms: { a: { count: 1, air: x }, b: { count: 1, air: x } } } }
      incompatible: [ { never together: [viral vector, cells], in: same air } ]
      products:
        vector: { traits: viral vector, patients: { arrive: { at: [0 h] } }, route: [ { step: fill, takes: 10 h, uses: a } ] }
        plain: { patients: { arrive: { at: [0.5 h] } }, route: [ { step: work, takes: 20 h, uses: b, interruptible: resume } ] }
        cells: { traits: cells, priority: 1, patients: { arrive: { at: [1 h] } }, route: [ { step: wash, takes: 5 h, uses: b } ] }
      """)
    #expect(
      told.log(of: ["starts", "pauses", "goes on"]) == [
        "0 vector 1 starts fill", "0.5 plain 1 starts work", "10 plain 1 pauses work",
        "10 cells 1 starts wash",
        "15 plain 1 goes on work",
      ])
  }

  @Test("A circle through the air ends the run and is named")
  func deadlock() throws {
    let told = try Told(
      head + """
          vector: { traits: viral vector, patients: { arrive: { at: [0 h] } }, route: [ { step: grow, takes: 5 h, uses: a, keeps: a }, { step: freeze, takes: 5 h, uses: freezer, frees: a } ] }
          cells: { traits: cells, patients: { arrive: { at: [1 h] } }, route: [ { step: thaw, takes: 1 h, uses: freezer, keeps: freezer }, { step: wash, takes: 5 h, uses: b, frees: freezer } ] }
        """)
    guard case .deadlock(let seconds, let circle) = told.record.outcome else {
      Issue.record("\(told.record.outcome)")
      return
    }
    #expect(seconds == 5 * 3_600)
    #expect(
      circle == [
        "vector 1 holds a and waits at 'freeze' for freezer, held by cells 1",
        "cells 1 holds freezer and waits at 'wash' to be alone in ahu-1, where vector 1 has a room",
      ])
  }

  @Test("Under heavy load the two are never in the air at once, and both are served", arguments: 0..<5)
  func neverTogether(replication: Int) throws {
    let told = try Told(
      """
      horizon: 2000 h
      facilities: { shop: { rooms: { a: { count: 2, air: ahu-1 }, b: { count: 2, air: ahu-1 } } } }
      incompatible: [ { never together: [viral vector, cells], in: same air } ]
      products:
        vector: { traits: viral vector, patients: { arrive: { poisson: 0.3 / h } }, route: [ { step: fill, takes: { exponential: 5 h }, uses: a }, { step: rest, takes: 1 h, uses: b } ] }
        cells: { traits: [cells, frozen], patients: { arrive: { poisson: 0.3 / h } }, route: [ { step: wash, takes: { exponential: 5 h }, uses: b } ] }
      """, replication: replication)
    var present: [String: Int] = [:]
    var served: [String: Int] = [:]
    for entry in told.lines {
      let product = String(entry.entity.split(separator: " ")[0])
      if entry.event == "starts" { present[product, default: 0] += 1 }
      if entry.event == "ends" {
        present[product, default: 0] -= 1
        served[product, default: 0] += 1
      }
      #expect(present["vector", default: 0] == 0 || present["cells", default: 0] == 0)
    }
    #expect(served["vector", default: 0] > 100 && served["cells", default: 0] > 100)
  }
}
