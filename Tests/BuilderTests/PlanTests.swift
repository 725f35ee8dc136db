import PipelineModel
import Testing

@Suite struct PlanTests {
  @Test("The file and the builder say the same shifts, leave and closures")
  func shifts() throws {
    try expectSame(
      """
      title: Shifts
      start: 2025-01-06
      horizon: 1 y
      sites:
        lund: { country: SE, time zone: Europe/Stockholm, holidays: { named: swedish, dates: [2025-06-05] } }
      calendars:
        day: { days: mon-fri, hours: [07:00-11:00, 12:00-16:00] }
        weekend: { days: sat-sun, hours: 09:00-12:00, holidays: open }
      leave:
        july: { from: 07-01, to: 07-31, present: 0.5 }
      facilities:
        lab:
          name: The laboratory
          site: lund
          opens: { planned: 2025-Q2, slips: { triangular: [0 mo, 6 mo, 18 mo] } }
          licensed: 2026-01-01
          rooms:
            suite: { count: 1, grade: B, changeover: { same product: 4 h, other product: 1 wd } }
          people:
            server: { fte: 2.5, productive: 1600 h / y, calendars: [day, weekend], leave: july, attrition: 18 % / y, hire: never, starts with: 2 }
          shutdowns:
            - { what: media fill, from: 2025-03-03 08:00, lasts: 2 d, every: 6 mo, closes: [suite] }
      transport:
        road: { from: lab, takes: { normal: { mean: 14 h, sd: 2 h } }, delayed: { probability: 0.05, by: 12 h }, lost: 0.01 }
      products:
        job:
          patients: { arrive: { at: [15 h, 15.5 h, 2025-01-08] } }
          route:
            - { step: work, takes: { triangular: [1 wd, 2 wd, 5 wd] }, uses: server, at shift end: only if it fits }
            - { ship: home, by: road, if lost: remake }
      """,
      Scenario("Shifts", start: "2025-01-06", horizon: .years(1)) {
        Site("lund", country: "SE", zone: "Europe/Stockholm", holidays: .swedish.closed(on: "2025-06-05"))
        WorkingPlan("day", days: .mondayToFriday, hours: "07:00-11:00", "12:00-16:00")
        WorkingPlan("weekend", days: [.sat, .sun], hours: "09:00-12:00", worksOnHolidays: true)
        LeavePeriod("july", from: "07-01", to: "07-31", present: 0.5)
        Facility("lab", at: "lund", title: "The laboratory") {
          // A file lists the rooms before the people, in whatever order Swift mixes them.
          Shutdown(
            "media fill", from: "2025-03-03 08:00", lasts: .days(2), every: .months(6), closes: ["suite"])
          Room("suite", grade: "B", count: 1)
            .changeover(sameProduct: .hours(4), otherProduct: .workingDays(1))
          People("server", equivalents: 2.5, productive: 1_600, calendars: ["day"]).calendars("weekend")
            .leave("july").attrition(.percent(18, per: .years(1))).hiresNever().startsWith(2)
        }
        .opens("2025-Q2", slips: .triangular(.months(0), .months(6), .months(18))).licensed("2026-01-01")
        TransportLink(
          "road", from: "lab", takes: .normal(mean: .hours(14), standardDeviation: .hours(2)), lost: 0.01
        ).delayed(0.05, by: .hours(12))
        Product("job") {
          Patients(.scheduled([.hours(15), .hours(15.5), "2025-01-08"]))
          Route {
            Step("work", takes: .triangular(.workingDays(1), .workingDays(2), .workingDays(5)))
              .uses("server").atShiftEnd(.onlyIfItFits)
            Ship("home", by: "road").ifLost(.remake)
          }
        }
      })
  }

  @Test("The file and the builder say the same bookings")
  func bookings() throws {
    try expectSame(
      """
      title: Bookings
      start: 2025-03-01
      horizon: 200 d
      calendars: { week: { days: mon-fri, hours: 08:00-16:00 } }
      facilities:
        lab:
          rooms: { room: { count: 1, calendars: week } }
          devices: { device: { count: 2 } }
      products:
        cells:
          slots: { weekly: { mon: 1, tue: 2 }, book ahead: 14 d, from: 2025-03-03 }
          patients:
            arrive: { at: [2025-03-01, 2025-03-01, 2025-03-01] }
            withdrawals: [ { patient: 1, at: 2025-03-02 } ]
          route:
            - { book: slot, patience: 90 d }
            - { step: first touch, on: booked day, takes: 8 h, uses: { room: 1, device: 2 }, keeps: device }
            - { hold: fresh, at most: 48 h, then: collect again, until: second touch }
            - { make: batch, attempts: 2, material left: 0.6, else: { lose: no product } }
            - { step: second touch, on: booked day + 7 d, takes: 8 h, uses: room, frees: device }
            - { countdown: conditioning, starts: 5 d before booked infusion, takes: 3 d, at risk: true }
            - infuse: { takes: 1 h, marks: infusion }
      """,
      Scenario("Bookings", start: "2025-03-01", horizon: .days(200)) {
        WorkingPlan("week", days: .mondayToFriday, hours: "08:00-16:00")
        Facility("lab") {
          Room("room", count: 1).calendars("week")
          Device("device", count: 2)
        }
        Product("cells") {
          Patients(.scheduled(["2025-03-01", "2025-03-01", "2025-03-01"])) {
            Withdrawal(patient: 1, at: "2025-03-02")
          }
          Route {
            Book("slot").patience(.days(90))
            // What a bare name keeps is known when the whole step is, in any order of its modifiers.
            Step("first touch", takes: .hours(8)).on(.bookedDay).keeps("device").uses("room")
              .uses("device", 2)
            Hold("fresh", atMost: .hours(48), then: .collectAgain, until: "second touch")
            Make("batch").attempts(2, otherwise: .lose("no product")).materialLeft(0.6)
            Step("second touch", takes: .hours(8)).on(.bookedDay(plus: .days(7))).uses("room").frees("device")
            Countdown("conditioning", starts: .days(5), before: "infusion").takes(.days(3)).atRisk()
            Infuse(takes: .hours(1)).marks("infusion")
          }
        }
        .slots([.tue: 2, .mon: 1], bookAhead: .days(14), from: "2025-03-03")
      })
  }
}
