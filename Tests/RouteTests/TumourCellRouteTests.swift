import Testing

/// (c) T cells from a tumour, and T cells with a transferred receptor.
@Suite("TIL and TCR-T: twenty-two days, feeder cells, screens") struct TumourCellRouteTests {
  private func til(_ with: String = "") throws -> LibraryLine {
    try LibraryLine(
      stocks: "feeder-vial: { initial: 1000 vials }",
      """
      til:
        slots: { weekly: { mon: 1, tue: 1 }, book ahead: 30 wk }
        patients: { arrive: { cohort: 20, at: 2026-01-05 } }
        route: [ { include: { file: tumour-infiltrating-lymphocytes.yaml, with: { harvested: 1, no growth: 0\(with) } } } ]
      """, until: "2027-01-01")
  }

  @Test("Cut up within two days of the resection, twenty-two days of growth, frozen two days later at most")
  func days() throws {
    let line = try til()
    let cut = line.hours(from: ("ends", "resection"), to: ("starts", "cut up the tumour"))
    #expect(cut.count >= 18 && cut.allSatisfy { $0 <= 48 })
    for culture in ["first growth", "rapid expansion"] {
      let lengths = line.hours(from: ("starts", culture), to: ("ends", culture))
      #expect(lengths.count >= 18 && lengths.allSatisfy { abs($0 - 11 * 24) < 0.001 })
    }
    let process = line.hours(from: ("ends", "cut up the tumour"), to: ("starts", "harvest and freeze"))
    #expect(process.count >= 18 && process.allSatisfy { (22 * 24...26 * 24).contains($0) })
    let longer = try til(", expansion: 20 d").hours(
      from: ("ends", "cut up the tumour"), to: ("starts", "harvest and freeze"))
    #expect(!longer.isEmpty && longer.allSatisfy { $0 >= 31 * 24 })
  }

  @Test("Each rapid expansion takes feeder cells of three donors from the stock")
  func feeders() throws {
    let line = try til()
    let begun = line.all("starts", "start the rapid expansion").count
    #expect(begun >= 18)
    #expect(line.sum("stock.issued", [.stock: .name("feeder-vial")]) == Double(3 * begun))
  }

  @Test("About ten sessions of two people in a grade-B room")
  func sessions() throws {
    let line = try til()
    let open = [
      "cut up the tumour", "first growth/repeats 1", "start the rapid expansion", "rapid expansion/repeats 1",
      "harvest and freeze",
    ]
    let patients = Set(line.all("ends", "harvest and freeze").map(\.patient))
    let counts = patients.map { patient in
      line.lines.count { $0.patient == patient && $0.event == "starts" && open.contains($0.place) }
    }
    #expect(counts.count >= 18 && counts.allSatisfy { (8...11).contains($0) })
  }

  @Test("A week of lymphodepletion in the bed that is kept for two to three weeks after the infusion")
  func ward() throws {
    let line = try til()
    let before = line.hours(from: ("starts", "lymphodepletion"), to: ("starts", "infusion"))
    #expect(before.count >= 10 && before.allSatisfy { $0 >= 7 * 24 && $0 < 9 * 24 })
    let after = line.hours(from: ("starts", "stay on the ward"), to: ("ends", "stay on the ward"))
    #expect(after.count >= 10 && after.allSatisfy { (14 * 24...21 * 24).contains($0) })
  }

  @Test("Without feeder cells nothing expands")
  func noFeeders() throws {
    let line = try LibraryLine(
      stocks: "feeder-vial: { initial: 2 vials }",
      """
      til:
        slots: { weekly: { mon: 1 } }
        patients: { arrive: { at: [2026-01-05] } }
        route: [ { include: { file: tumour-infiltrating-lymphocytes.yaml, with: { harvested: 1, no growth: 0 } } } ]
      """, until: "2026-06-01")
    #expect(!line.all("starts", "first growth").isEmpty)
    #expect(line.all("starts", "start the rapid expansion").isEmpty)
  }

  @Test("TCR-T: tissue type, then antigen, then twelve to sixteen days by hand")
  func receptor() throws {
    let line = try LibraryLine(
      stocks: "tcr-vector-dose: { initial: 1000 doses }",
      """
      tcr-t:
        slots: { weekly: { mon: 1, tue: 1 }, book ahead: 40 wk }
        patients: { arrive: { cohort: 150, at: 2026-01-05 } }
        route: [ { include: { file: tcr-t.yaml } } ]
      """, until: "2027-06-01")
    let typed = line.all("ends", "tissue type").count
    let passed = line.all("starts", "antigen").count
    #expect(typed == 150 && passed < typed)
    #expect(line.sum("patients.lost", [.reason: .name("other tissue type")]) == Double(typed - passed))
    let eligible = line.all("starts", "plan the collection").count
    #expect(line.sum("patients.lost", [.reason: .name("no antigen")]) == Double(passed - eligible))
    #expect(eligible > 5)
    let manual = line.hours(from: ("starts", "select and activate"), to: ("starts", "harvest and freeze"))
    #expect(manual.count > 5 && manual.allSatisfy { (12 * 24 - 1...18 * 24 + 8).contains($0) })
    #expect(line.all("starts", "expand/repeats 1").count >= 4 * manual.count)
  }
}
