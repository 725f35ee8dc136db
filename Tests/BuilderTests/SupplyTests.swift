import PipelineModel
import Testing

@Suite struct SupplyTests {
  @Test("The file and the builder say the same lots, people and orders")
  func supply() throws {
    try expectSame(
      """
      title: Supply
      about: Everything that the other cases leave out.
      start: 2024-Q1
      horizon: 2030-01-01
      facilities:
        lab:
          gmp: false
          devices: { tank: { count: 2 }, pump: { count: 1 } }
          people:
            technician: { count: { 0 h: 1, 3 mo: 2 }, calendars: [day], independent after: 26 wk, minimum: 2, hire after: 8 wk }
      calendars: { day: { days: mon-fri, hours: 22:00-06:00 } }
      transport:
        road: { from: lab, to: ward, takes: 2 h }
      stocks:
        doses: { initial: 40 doses, facility: lab, reorder: { at: 10, quantity: 80, after: 12 wk, fails: 0.1 } }
        bags: { unit: bags, reorder: { at: 5, up to: 60, made by: cells } }
        vials: { reorder: { at: 5, quantity: 40, made by: cells } }
      products:
        cells:
          name: Cells from a donor
          class: sCTMP
          regime: hospital exemption
          route:
            - make: batch
            - { step: thaw, takes: 1 h, uses: { tank: 2, pump: 1 }, keeps: { tank: 1 }, priority: 1, within: { of: 24 h, otherwise: remake } }
            - { step: fill, frees: [tank, pump], passes: { probability: 0.9, otherwise: record }, line: { bypass: true }, starts shelf life: { of: 72 h, on expiry: remake } }
            - certify: { takes: 1 wd }
            - { store: bags }
        graft:
          name: graft
          patients: { arrive: { cohort: 30, at: 2025-09-01 }, from: licensed, until: 2029-01-01, withdrawals: [ { patient: 1, at: 3 d, reason: moved } ] }
        patch:
          patients: { arrive: { renewal: { erlang: { k: 2, mean: 3 h } } }, from: 30 d, clocks: { worse: { after: 90 d, from: referral, to: collection } } }
        sheet:
          patients: { arrive: { varying: { rate: 1 / h, over day: [0, 0, 0, 0, 0, 0, 0, 1, 2, 2, 2, 2, 1, 2, 2, 2, 1, 0, 0, 0, 0, 0, 0, 0], wave: { every: 24 h, amplitude: 0.5, from: 6 h } } } }
        film:
          patients: { arrive: { every: 2 h, first: 0 h } }
      training:
        course: { name: The course, at most: 60, intake: { cohort: 20, at: 2024-09-01, from: 2024-02-01 }, takes: 20 wk, becomes: { lab/technician: 0.5, source: register }, costs: { entrant: 500 EUR, student year: 40k EUR } }
      """,
      Scenario(
        "Supply", start: "2024-Q1", horizon: "2030-01-01", about: "Everything that the other cases leave out."
      ) {
        Facility("lab") {
          Device("tank", count: 2)
          People("technician", count: [.hours(0): 1, .months(3): 2], calendars: ["day"])
            .independent(after: .weeks(26)).minimum(2).hire(after: .weeks(8))
          // Devices stand together in a file.
          Device("pump", count: 1)
        }.gmp(false)
        WorkingPlan("day", days: .mondayToFriday, hours: "22:00-06:00")
        TransportLink("road", from: "lab", to: "ward", takes: .hours(2))
        Stock("doses", initial: 40, unit: "doses", facility: "lab")
          .reorder(at: 10, quantity: 80, after: .weeks(12), fails: 0.1)
        Stock("bags", unit: "bags").reorder(at: 5, upTo: 60, madeBy: "cells")
        Stock("vials").reorder(at: 5, quantity: 40, madeBy: "cells")
        Product("cells", title: "Cells from a donor") {
          Route {
            Make("batch")
            Step("thaw", takes: .hours(1)).uses("tank", 2).uses("pump").keeps("tank", 1).priority(1)
              .within(.hours(24), otherwise: .remake)
            Step("fill").frees("tank", "pump").passes(0.9, otherwise: .record).line(bypass: true)
              .startsShelfLife(.hours(72), onExpiry: .remake)
            Certify(takes: .workingDays(1))
            Store("bags")
          }
        }
        .kind(.somaticCellTherapy).regime(.hospitalExemption)
        Product("graft") {
          Patients(.cohort(30, at: "2025-09-01")) {
            Withdrawal(patient: 1, at: .days(3), reason: "moved")
          }
          .from(.licensed).until("2029-01-01")
        }
        Product("patch") {
          Patients(.renewal(.erlang(stages: 2, mean: .hours(3)))) {
            PatientClock("worse", after: .days(90), from: "referral", to: "collection")
          }
          .from(.moment(.days(30)))
        }
        Product("sheet") {
          Patients(
            .varying(
              .perHour(1),
              overDay: [0, 0, 0, 0, 0, 0, 0, 1, 2, 2, 2, 2, 1, 2, 2, 2, 1, 0, 0, 0, 0, 0, 0, 0],
              wave: Wave(period: .hours(24), amplitude: 0.5, from: .hours(6))))
        }
        Product("film") { Patients(.every(.hours(2), first: .hours(0))) }
        TrainingProgramme(
          "course", title: "The course", intake: .cohort(20, at: "2024-09-01"), takes: .weeks(20)
        )
        .atMost(60).from("2024-02-01").costs(entrant: .euros(500), studentYear: .euros(40_000))
        .becomes("lab/technician", 0.5).source("register", on: "becomes")
      })
  }
}
