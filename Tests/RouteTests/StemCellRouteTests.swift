import Quantities
import Testing

/// (b) Blood stem cells: the clock that does not pause, the graft kept back, the product that lives for six hours.
@Suite("Stem cells: hard clock, back-up graft, six hours") struct StemCellRouteTests {
  private func line(_ file: String, slots: String = "mon: 1, tue: 1", _ with: String = "", patients: Int = 20)
    throws -> LibraryLine
  {
    try LibraryLine(
      stocks: "hsc-vector-dose: { initial: 1000 doses }",
      """
      hsc:
        slots: { weekly: { \(slots) }, book ahead: 40 wk }
        patients: { arrive: { cohort: \(patients), at: 2026-01-05 } }
        route: [ { include: { file: \(file).yaml, with: { too few cells: 0, failed manufacture: 0\(with) } } } ]
      """, until: "2027-06-01")
  }

  private let sessions = ["select CD34 cells", "transduce", "transduce again"]
  private let cultures = ["stimulate", "first hit", "second hit"]

  @Test(
    "From the harvest on nothing pauses: each session follows the culture before within a night",
    arguments: [
      ("hsc-gene-therapy", "harvest and freeze"), ("hsc-gene-therapy-fresh", "harvest and formulate"),
    ])
  func clock(file: String, last: String) throws {
    let line = try line(file, slots: file.hasSuffix("fresh") ? "mon: 1" : "mon: 1, tue: 1")
    let harvests = line.all("starts", "bone-marrow harvest").count
    #expect(harvests >= 18)
    #expect(
      line.hours(from: ("ends", "bone-marrow harvest"), to: ("starts", "select CD34 cells")).allSatisfy {
        $0 <= 24
      })
    for (culture, session) in zip(cultures, sessions.dropFirst() + [last]) {
      let gaps = line.hours(from: ("ends", culture), to: ("starts", session))
      #expect(gaps.count == harvests && gaps.allSatisfy { $0 <= 16 }, "\(culture)")
    }
    let total = line.hours(from: ("starts", "select CD34 cells"), to: ("ends", last))
    #expect(total.count == harvests && total.allSatisfy { (60...110).contains($0) })
    let pauses = line.lines.filter {
      sessions.contains($0.place) && ["is too late", "goes on"].contains($0.event)
    }
    #expect(pauses.isEmpty)
    // One room from the first session to the last: nobody else begins in a sixth room while five are held.
    #expect(
      line.all("starts", "bone-marrow harvest").allSatisfy {
        [.mon, .tue].contains($0.date.date.weekday)
      })
  }

  @Test("A start whose later session falls on days without anybody is not booked")
  func unstaffed() throws {
    // Of a harvest on Wednesday or Thursday the last sessions fall on the weekend.
    func harvests(_ calendar: String) throws -> [Weekday] {
      try LibraryLine(
        stocks: "hsc-vector-dose: { initial: 1000 doses }",
        """
        hsc:
          slots: { weekly: { mon: 1, tue: 1, wed: 1, thu: 1 }, book ahead: 20 wk }
          patients: { arrive: { cohort: 12, at: 2026-01-05 } }
          route:
            - include:
                file: hsc-gene-therapy.yaml
                with: { too few cells: 0, failed manufacture: 0, operator: \(calendar) }
        """, until: "2026-09-01"
      ).all("starts", "bone-marrow harvest").map(\.date.date.weekday)
    }
    let always = try harvests("islet-team")
    #expect(always.count >= 10 && !Set(always).isDisjoint(with: [.wed, .thu]))
    // Technicians are there from Monday to Friday, the islet team at any hour.
    let weekdays = try harvests("technician")
    #expect(weekdays.count >= 10 && Set(weekdays).isSubset(of: [.mon, .tue]))
  }

  @Test(
    "The back-up graft is frozen before anybody is conditioned or infused without it",
    arguments: ["hsc-gene-therapy", "hsc-gene-therapy-fresh"])
  func backUp(file: String) throws {
    let line = try line(file)
    let graft = line.byPatient("ends", "freeze the back-up graft")
    let infusions = line.byPatient("starts", "infusion")
    #expect(infusions.count >= 15)
    for (patient, infusion) in infusions {
      let frozen = try #require(graft[patient]?.last, "\(patient)")
      #expect(frozen.hours < infusion[0].hours)
      if let conditioning = line.byPatient("starts", "conditioning")[patient]?.last {
        #expect(frozen.hours <= conditioning.hours, "\(patient)")
      }
    }
    #expect(!line.all("starts", "conditioning").isEmpty)
    // Cells that are to be given back one day are frozen while the others are stimulated, not weeks later.
    let kept = line.hours(from: ("ends", "bone-marrow harvest"), to: ("ends", "freeze the back-up graft"))
    #expect(kept.count >= 15 && kept.allSatisfy { $0 <= 48 })
  }

  @Test(
    "The fresh product is given within six hours of the last session, or thrown away")
  func sixHours() throws {
    let fresh = try line("hsc-gene-therapy-fresh", slots: "mon: 1")
    let lives = fresh.hours(from: ("ends", "harvest and formulate"), to: ("starts", "infusion"))
    #expect(lives.count >= 15 && lives.allSatisfy { $0 <= 6 })
    // Where the Qualified Person has gone home, the product is thrown away when the six hours are over, and not given.
    let expired = fresh.lines.filter { $0.event == "expires" }
    let formulated = fresh.byPatient("ends", "harvest and formulate")
    for line in expired {
      let ends = (formulated[line.patient] ?? []).map { abs(line.hours - $0.hours - 6) }
      #expect((ends.min() ?? 99) < 0.001, "\(line.patient)")
    }
    // So it is where the room was cleared first and the last session then falls on the evening before its date: the patient is
    // conditioned for the next day.
    #expect(expired.count * 2 < lives.count)
    // The rapid panel and the certificate take an hour and a half: what lives for an hour never comes to the ward.
    #expect(throws: RefusedLine.self) {
      try self.line("hsc-gene-therapy-fresh", slots: "mon: 1", ", shelf life: 1 h", patients: 2)
    }
  }

  @Test("Too few cells mean a second harvest, and after three there is no product")
  func harvestAgain() throws {
    let line = try LibraryLine(
      stocks: "hsc-vector-dose: { initial: 1000 doses }",
      """
      hsc:
        slots: { weekly: { mon: 1, tue: 1 }, book ahead: 40 wk }
        patients: { arrive: { cohort: 6, at: 2026-01-05 } }
        route: [ { include: { file: hsc-gene-therapy.yaml, with: { too few cells: 1, failed manufacture: 0 } } } ]
      """, until: "2027-06-01")
    let harvests = line.byPatient("starts", "bone-marrow harvest")
    #expect(harvests.count == 6)
    #expect(harvests.values.allSatisfy { $0.count == 4 })
    #expect(line.sum("patients.lost", [.reason: .name("no product")]) == 6)
    #expect(
      try self.line("hsc-gene-therapy").byPatient("starts", "bone-marrow harvest").values.allSatisfy {
        $0.count == 1
      })
  }
}
