import PipelineSimulation
import Testing

@Suite("Patients and starts lost for want of people, and to training") struct WantOfPeopleTests {
  @Test("Who dies in a line for a role is lost for it; who dies in a line for a room is not")
  func inLine() throws {
    func lost(_ uses: String) throws -> Told {
      try Told(
        """
        also measure: want of people
        facilities: { lab: { people: { op: { count: 1 } }, rooms: { suite: { count: 1 } } } }
        products:
          a:
            patients: { arrive: { at: [0 h, 0 h, 0 h] }, clocks: { death: { after: 12 h, from: referral, to: infusion } } }
            route: [ { infuse: work, takes: 10 h, uses: \(uses) } ]
        """)
    }
    let role = try lost("op")
    // The first is done after 10 hours; after 12 the second dies at work, and the third in the line.
    #expect(role.sum("patients.lost") == 2)
    #expect(role.sum("patients.lost-for-people", [.role: .name("op")]) == 1)
    let room = try lost("{ suite: 1, op: 1 }")
    #expect(room.sum("patients.lost") == role.sum("patients.lost"))
    #expect(room.sum("patients.lost-for-people") == 0)
  }

  private func booked(_ role: String, room: Int = 1) throws -> Told {
    try Told(
      """
      start: 2025-03-01
      horizon: 2025-09-01
      also measure: want of people
      calendars: { day: { days: mon-fri, hours: 08:00-16:00 } }
      facilities: { lab: { people: { op: { \(role), calendars: day } }, rooms: { suite: { count: \(room), calendars: day } } } }
      products:
        cell:
          slots: { weekly: { mon: 1 } }
          patients: { arrive: { at: [0 h, 0 h] } }
          route: [ { book: slot, patience: 30 d }, { step: harvest, on: booked day, takes: 8 h, uses: { suite: 1, op: 1 } } ]
      """)
  }

  @Test("Whose booking is refused for want of a role is lost for it")
  func refused() throws {
    let nobody = try booked("fte: { start: 0, 2025-08-01: 1 }, productive: 2088 h / y")
    #expect(nobody.sum("patients.lost") == 2)
    #expect(nobody.sum("patients.lost-for-people", [.role: .name("op")]) == 2)
    let one = try booked("fte: 1, productive: 2088 h / y")
    #expect(one.sum("patients.lost") == 0)
    #expect(one.sum("patients.lost-for-people") == 0)
  }

  /// Two patients who ask for a suite; runs have it on some days.
  private func beside(_ purpose: String, _ grid: String, runs: Int = 1, patients: String) throws -> Told {
    try Told(
      """
      start: 2025-03-01
      horizon: 2025-09-01
      also measure: want of people
      calendars: { day: { days: mon-fri, hours: 08:00-16:00 } }
      facilities: { lab: { rooms: { suite: { count: 1, calendars: day } } } }
      products:
        exercise:
          purpose: \(purpose)
          slots: { weekly: { \(grid) } }
          runs: { arrive: { at: [\(Array(repeating: "0 h", count: runs).joined(separator: ", "))] } }
          route: [ { book: slot }, { step: train, on: booked day, takes: 8 h, uses: suite } ]
        cell:
          slots: { weekly: { mon: 2, tue: 2, wed: 2 } }
          patients: { arrive: { at: [\(patients)] } }
          route: [ { book: slot }, { step: harvest, on: booked day, takes: 8 h, uses: suite } ]
      """)
  }

  @Test("A start that only a training run keeps from a patient is lost to training, once")
  func training() throws {
    let monday = try beside("training run", "mon: 1", patients: "1 h")
    #expect(monday.sum("slots.lost-to-training") == 1)
    // The second patient finds the Monday full with the first one, the Tuesday with the exercise.
    let tuesday = try beside("training run", "tue: 1", patients: "1 h, 1 h")
    #expect(tuesday.sum("slots.lost-to-training") == 1)
    let both = try beside("training run", "mon: 1, tue: 1", runs: 2, patients: "1 h")
    #expect(both.sum("slots.lost-to-training") == 2)
    #expect(both.sum("slots.lost-to-media-fills") == 0)
  }

  @Test("Media fills are counted apart, and other runs not at all")
  func mediaFills() throws {
    let fill = try beside("media fill", "mon: 1", patients: "1 h")
    #expect(fill.sum("slots.lost-to-media-fills") == 1)
    #expect(fill.sum("slots.lost-to-training") == 0)
    let trial = try beside("engineering run", "mon: 1", patients: "1 h")
    #expect(!trial.layout.slots.contains { trial.layout.measures[$0.measure].name.hasPrefix("slots.lost") })
  }
}
