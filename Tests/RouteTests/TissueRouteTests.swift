import Testing

/// (g) Cartilage cells, and sheets of skin by the same route.
@Suite("Tissue: weeks of culture, days of shelf life, a day that was booked") struct TissueRouteTests {
  private func line(_ with: String = "") throws -> LibraryLine {
    try LibraryLine(
      """
      tissue:
        slots: { weekly: { mon: 1, tue: 1 }, book ahead: 40 wk }
        patients: { arrive: { cohort: 30, at: 2026-01-05 } }
        route: [ { include: { file: tissue-engineered.yaml, with: { lost: 0\(with) } } } ]
      """, until: "2027-06-01")
  }

  private let skin =
    ", culture: { triangular: [16 d, 19 d, 20 d] }, harvest: booked day + 21 d, surgery: booked day + 23 d, shelf life: 48 h"

  @Test(
    "Cartilage: three to eight weeks of culture, within three days of the harvest implanted on the day that was booked"
  )
  func cartilage() throws { try check(line(), culture: 21...56, surgery: 52, shelf: 72) }

  @Test("Skin: three weeks in all, within two days of the harvest")
  func sheets() throws { try check(line(skin), culture: 16...20, surgery: 23, shelf: 48) }

  private func check(_ line: LibraryLine, culture: ClosedRange<Double>, surgery: Int, shelf: Double) throws {
    let grown = line.hours(from: ("starts", "expand"), to: ("ends", "expand")).map { $0 / 24 }
    #expect(grown.count >= 28 && grown.allSatisfy(culture.contains))
    let lives = line.hours(from: ("ends", "harvest and formulate"), to: ("starts", "implantation"))
    #expect(lives.count >= 25 && lives.allSatisfy { $0 <= shelf && $0 > 24 })
    let (biopsies, implanted) = (line.byPatient("starts", "biopsy"), line.byPatient("starts", "implantation"))
    // Who is on the first collection is operated on the day that was booked with it.
    for (patient, operation) in implanted where biopsies[patient]?.count == 1 {
      let first = try #require(biopsies[patient]?.first)
      #expect(first.date.date.distance(to: operation[0].date.date) == surgery, "\(patient)")
    }
    #expect(implanted.count >= 25)
  }

  @Test("What lives for a day does not reach the theatre two days later: such a start is refused")
  func tooShort() { #expect(throws: RefusedLine.self) { try line(", shelf life: 20 h") } }
}
