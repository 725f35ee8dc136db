import PipelineModel
import ScenarioFiles
import Testing

@Suite struct CertificatesTests {
  private let text = """
    title: Certificates
    start: 2025-01-06
    horizon: 3 y
    certificates:
      gowning: { lasts: 1 y, first after: 3 wk, renewal: { ahead: 30 d, takes: 4 h, uses: { class: 1 }, passes: 95 %, again after: 14 d } }
      aseptic: { lasts: 1 y, by taking part in: fill }
      cytometry: {}
    facilities:
      lund:
        rooms: { class: { count: 1 } }
        people:
          operator: { count: 4, certificates: [gowning, aseptic] }
          analyst: { count: 3, certificates: { gowning: 1, cytometry: 0.5 } }
    initial state:
      people: [ { role: lund/operator, persons: { A: { gowning: 2025-03-01, aseptic: 2025-12-10 }, B: {} } } ]
    products:
      cells:
        made at: lund
        patients: { arrive: { every: 30 d } }
        route:
          - { step: wash, takes: 2 h, uses: { operator: { count: 2, certified: [gowning, aseptic] } } }
          - { step: count, takes: 2 h, uses: { analyst: { certified: cytometry }, operator: 1 } }
      fill:
        made at: lund
        purpose: media fill
        runs: { every: 2 mo }
        route: [ { step: fill, takes: 8 h, uses: { operator: { count: 2, certified: gowning } } } ]
    """

  @Test("The file and the builder say the same certificates, who holds them and who is asked for them")
  func same() throws {
    try expectSame(
      text,
      Scenario("Certificates", start: "2025-01-06", horizon: .years(3)) {
        Certificate("gowning").lasts(.years(1)).first(after: .weeks(3))
          .renewal(
            ahead: .days(30), takes: .hours(4), uses: ["class": 1], passes: 0.95, againAfter: .days(14))
        Certificate("aseptic").lasts(.years(1)).byTakingPart(in: "fill")
        Certificate("cytometry")
        Facility("lund") {
          Room("class", count: 1)
          People("operator", count: 4).certificates("gowning", "aseptic")
          People("analyst", count: 3).certificates("gowning").certificate("cytometry", share: 0.5)
        }
        InitialState(people: [
          InitialRole(
            "lund/operator",
            [
              InitialPerson(
                "A", [HeldCertificate("gowning", "2025-03-01"), HeldCertificate("aseptic", "2025-12-10")]),
              InitialPerson("B"),
            ])
        ])
        Product("cells", madeAt: ["lund"]) {
          Patients(.every(.days(30)))
          Route {
            Step("wash", takes: .hours(2)).uses("operator", 2, certified: "gowning", "aseptic")
            Step("count", takes: .hours(2)).uses("analyst", certified: "cytometry").uses("operator")
          }
        }
        Product("fill", madeAt: ["lund"]) {
          Runs(every: .months(2))
          Route { Step("fill", takes: .hours(8)).uses("operator", 2, certified: "gowning") }
        }
        .purpose(.mediaFill)
      })
  }

  @Test("What is written of them is read again as the same value")
  func written() throws { try ScenarioText.expectSameWhenWritten(text) }

  @Test("A scenario of them has no error")
  func findings() throws { try ScenarioText.expectNoError(text) }

  @Test("Sets of certificates that are asked of a role are told apart whatever the order of their names")
  func profiles() throws {
    let scenario = try #require(ScenarioReader.read(text: text).scenario)
    #expect(
      scenario.certificateProfiles == [
        "lund/operator": [["aseptic", "gowning"], ["gowning"]], "lund/analyst": [["cytometry"]],
      ])
  }

  @Test("Of the first n persons the share holds a certificate, rounded up")
  func share() {
    let half = RoleCertificate("x", share: 0.5)
    #expect((1...6).map { half.isHeld(byPerson: $0) } == [true, false, true, false, true, false])
    let third = RoleCertificate("x", share: 1.0 / 3)
    #expect((0...9).map { third.holders(among: $0) } == [0, 1, 1, 1, 2, 2, 2, 3, 3, 3])
    #expect((1...5).allSatisfy { RoleCertificate("x").isHeld(byPerson: $0) })
  }
}
