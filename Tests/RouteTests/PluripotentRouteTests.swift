import Quantities
import Testing

/// (e) A lot from pluripotent cells, over a border, and the trial in which it is given.
@Suite("Pluripotent cells: feeding, testing, import, surgery, cohorts") struct PluripotentRouteTests {
  /// Lots that a shelf orders again and again, which nobody takes anything from but by age.
  private func lots(_ with: String = "") throws -> LibraryLine {
    try LibraryLine(
      stocks:
        "stem-pd-vial: { initial: 0 vials, shelf life: 60 d, reorder: { at: 30 vials, quantity: 60 vials, made by: lot } }",
      "lot: { route: [ { include: { file: pluripotent-lot.yaml, with: { lot lost: 0\(with) } } } ] }",
      until: "2028-01-01")
  }

  @Test("Fed every day of the week, holidays too, for three to four weeks")
  func feeding() throws {
    let line = try lots()
    for culture in ["expand", "differentiate"] {
      let touches = line.all("starts", "\(culture)/repeats 1")
      let days = Dictionary(grouping: touches, by: \.date.date.weekday)
      #expect(Set(days.keys) == Set(Weekday.allCases), "\(culture)")
      // Of seven touches two fall on a weekend.
      let weekend = (days[.sat]?.count ?? 0) + (days[.sun]?.count ?? 0)
      let share = Double(weekend) / Double(touches.count)
      #expect(abs(share - 2.0 / 7) < 0.1)
    }
    let feedings = Dictionary(grouping: line.all("starts", "differentiate/repeats 1"), by: \.patient)
    #expect(feedings.count >= 3)
    // Sixteen days from an hour of the day on are fifteen touches, and a sixteenth where the last one was late.
    for (lot, touches) in feedings
    where line.all("ends", "differentiate").contains(where: { $0.patient == lot }) {
      #expect(touches.count % 15 <= 1 || touches.count % 16 == 0, "\(lot): \(touches.count)")
      for (one, next) in zip(touches, touches.dropFirst()) { #expect(next.hours - one.hours < 48) }
    }
    let length = line.hours(from: ("starts", "differentiate"), to: ("ends", "differentiate"))
    #expect(length.allSatisfy { abs($0 - 16 * 24) < 0.001 })
  }

  @Test("Tested for eight to twelve weeks")
  func testing() throws {
    let line = try lots()
    let tests = line.hours(from: ("starts", "release tests"), to: ("ends", "release tests"))
    #expect(tests.count >= 3 && tests.allSatisfy { (56 * 24...84 * 24).contains($0) })
  }

  @Test(
    "After the border a Qualified Person confirms the import within two to six working days, before anything is on the shelf"
  )
  func imports() throws {
    let line = try lots()
    let transits = line.hours(
      from: ("is sent", "qualified person"), to: ("arrives from transport", "qualified person"))
    #expect(transits.count >= 3 && transits.allSatisfy { (24...96).contains($0) })
    let confirmed = line.hours(from: ("starts", "import"), to: ("ends", "import"))
    // Two working days are two days at least; six may have a weekend and a holiday between.
    #expect(confirmed.count >= 3 && confirmed.allSatisfy { (24...14 * 24).contains($0) })
    #expect(line.all("is stored", "import").count == confirmed.count)
    #expect(line.sum("stock.received", [.stock: .name("stem-pd-vial")]) > 0)
  }

  @Test("A dry shipper keeps cold for ten days: a longer transport loses the lot, a shorter one does not")
  func dryShipper() throws {
    let slow = try LibraryLine(
      stocks:
        "stem-pd-vial: { initial: 0 vials, shelf life: 60 d, reorder: { at: 1 vial, up to: 400 vials, a lot brings: 50 vials, made by: lot } }",
      links: "slow: { takes: { uniform: [7 d, 12 d] } }",
      "lot: { route: [ { include: { file: pluripotent-lot.yaml, with: { lot lost: 0, courier: slow } } } ] }",
      until: "2028-01-01")
    let cold = slow.hours(from: ("is sent", "qualified person"), to: ("starts", "import"))
    #expect(cold.count >= 5 && cold.allSatisfy { (168...240).contains($0) })
    let thawed = slow.hours(from: ("is sent", "qualified person"), to: ("is lost", "qualified person"))
    #expect(thawed.count >= 3 && thawed.allSatisfy { abs($0 - 240) < 0.001 })
    #expect(slow.lines.contains { $0.event == "is lost" && $0.detail == "thawed in transport" })
    let shipped = try lots()
    #expect(!shipped.lines.contains { $0.event == "is too late" })
  }

  private func surgery(_ trial: String, _ with: String = "", perYear: Int = 24) throws -> LibraryLine {
    try LibraryLine(
      stocks: "stem-pd-vial: { initial: 1000 vials }",
      """
      stem-pd:
        \(trial)
        slots: { weekly: { tue: 1, wed: 1 }, book ahead: 26 wk }
        patients: { arrive: { poisson: \(perYear) / y } }
        route: [ { include: { file: pluripotent-surgery.yaml\(with) } } ]
      """)
  }

  private let trial = "trial: { cohort: 4, follow-up: 6 mo, at most: 8, enrolled at: enrolment }"

  @Test("Thawed, formulated and implanted on one day, within eight hours, one patient a day")
  func surgeryDay() throws {
    let line = try surgery("")
    let (thawed, given) = (
      line.byPatient("starts", "thaw and formulate"), line.byPatient("starts", "surgery")
    )
    #expect(given.count > 20)
    for (patient, surgery) in given {
      #expect(thawed[patient]?.last?.date.date == surgery[0].date.date, "\(patient)")
    }
    let lives = line.hours(from: ("ends", "thaw and formulate"), to: ("starts", "surgery"))
    #expect(lives.allSatisfy { $0 <= 8 })
    let days = line.all("starts", "surgery").map(\.date.date)
    #expect(Set(days).count == days.count)
    #expect(
      line.sum("stock.issued", [.stock: .name("stem-pd-vial")])
        == Double(2 * line.all("starts", "thaw and formulate").count))
  }

  @Test("Four, six months of all four, the next four, and nobody after them")
  func cohorts() throws {
    let line = try surgery(trial)
    let surgeries = line.all("ends", "surgery").map(\.date.date)
    #expect(surgeries.count == 8)
    let enrolled = line.all("starts", "enrolment").map(\.date.date)
    #expect(enrolled.count == 8)
    let over = try #require(surgeries[..<4].max()).adding(months: 6)
    #expect(enrolled[4] >= over)
    #expect(enrolled[4] < over.adding(days: 60))
    #expect(line.sum("trial.cohorts") == 2)
    #expect(line.sum("patients.lost", [.reason: .name("trial is full")]) > 20)
    // Without the trial the fifth does not wait for half a year.
    let free = try surgery("").all("starts", "enrolment").map(\.date.date)
    #expect(free[4] < over && free.count > 40)
  }
}
