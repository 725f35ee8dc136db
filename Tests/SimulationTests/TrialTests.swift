import Testing

/// Trials: what has to come out exactly. Follow-up is in hours, so that logs can be reckoned by hand.
@Suite("Trials enrol cohort after cohort") struct TrialTests {
  /// Patients at given hours, enrolled after an hour of screening and infused an hour later, each followed for 10 h.
  private func told(
    _ trial: String, at hours: [Int], _ demand: String = "", before: String = "", horizon: String = "200 h"
  ) throws -> Told {
    let arrivals = hours.map { "\($0) h" }.joined(separator: ", ")
    return try Told(
      """
      horizon: \(horizon)
      products:
        cell:
          trial: { follow-up: 10 h, enrolled at: enrolment, \(trial) }
          patients: { arrive: { at: [\(arrivals)] }\(demand) }
          route:
            - { step: screening, takes: 1 h }
            - { step: enrolment, takes: 0 h }
            \(before)
            - { infuse: infusion, takes: 1 h }
      """)
  }

  @Test("Two, all of them followed, the next two, and nobody beyond the number that was planned")
  func cohorts() throws {
    let told = try told("cohort: 2, at most: 5", at: [0, 0, 3, 3, 3, 4, 30, 90])
    // Places: 0 h two; both infused at 2, followed until 12; the next two (of those who came at 3) infused at 13, followed
    // until 23; the fifth infused at 24. Then no place can come free: who waits leaves at once, who comes later on coming.
    #expect(
      told.log(of: ["ends", "is lost"]).filter {
        !$0.contains("screening") && !$0.contains("enrolment") || $0.contains("lost")
      } == [
        "2 cell 1 ends infusion", "2 cell 2 ends infusion", "13 cell 3 ends infusion",
        "13 cell 4 ends infusion",
        "24 cell 5 ends infusion", "24 cell 6 is lost enrolment (trial is full)",
        "31 cell 7 is lost screening (trial is full)", "91 cell 8 is lost screening (trial is full)",
      ])
    #expect(told.sum("trial.cohorts") == 3)
    #expect(told.sum("trial.enrolled") == 5)
    #expect(told.sum("milestone.last-patient") == 24 * 3600)
    #expect(told.sum("milestone.last-visit") == 34 * 3600)
    #expect(told.sum("patients.lost", [.reason: .name("trial is full")]) == 3)
  }

  @Test("Without a trial nobody waits, and the same patients are infused as they come")
  func withoutTrial() throws {
    let told = try told("cohort: 1000", at: [0, 0, 3, 3, 3, 4])
    #expect(
      told.log(of: ["ends"]).filter { $0.contains("infusion") }.map { $0.prefix(2) } == [
        "2 ", "2 ", "5 ", "5 ", "5 ", "6 ",
      ])
    #expect(told.sum("trial.cohorts") == 0)
  }

  @Test("The next cohort waits for the last member of this one, not for the first")
  func slowest() throws {
    // The second is enrolled at 5 and infused at 6, so that the follow-up of all ends at 16.
    let told = try told("cohort: 2", at: [0, 4, 5])
    #expect(told.log(of: ["starts"]).last == "16 cell 3 starts infusion")
  }

  private let wait = "- { delay: wait, takes: 5 h }"
  private let withdrawal = ", withdrawals: [ { patient: 2, at: 3 h } ]"

  @Test("Who is lost before the infusion is replaced in the same cohort")
  func replaced() throws {
    // 1 and 2 are enrolled at 1; 2 withdraws at 3, and 3, who waits, takes the place: infused at 8, followed until 18 or 19.
    let told = try told("cohort: 2, at most: 2, lost: replaced", at: [0, 0, 0, 0], withdrawal, before: wait)
    #expect(
      told.log(of: ["starts"]).filter { $0.contains("infusion") } == [
        "6 cell 1 starts infusion", "8 cell 3 starts infusion",
      ])
    #expect(told.sum("trial.replaced") == 1)
    #expect(told.sum("trial.enrolled") == 3)
    #expect(told.sum("trial.cohorts") == 1)
    #expect(told.sum("milestone.last-visit") == 19 * 3600)
    #expect(told.log(of: ["is lost"]).last == "9 cell 4 is lost enrolment (trial is full)")
  }

  @Test("Or counts as followed, where the trial says so")
  func counted() throws {
    // 1 is infused at 7 and followed until 17; 2 counts as done at 3: the next two are enrolled at 17.
    let told = try told("cohort: 2, at most: 4, lost: counted", at: [0, 0, 0, 0], withdrawal, before: wait)
    #expect(
      told.log(of: ["starts"]).filter { $0.contains("infusion") } == [
        "6 cell 1 starts infusion", "22 cell 3 starts infusion", "22 cell 4 starts infusion",
      ])
    #expect(told.sum("trial.replaced") == 0)
    #expect(told.sum("trial.cohorts") == 2)
  }

  @Test("A cohort of which all are lost and counted is over")
  func allLost() throws {
    let told = try told(
      "cohort: 1, lost: counted", at: [0, 0], ", withdrawals: [ { patient: 1, at: 3 h } ]", before: wait)
    // The first cohort is over at 3, the second when its one member was infused at 9 and followed until 19.
    #expect(told.log(of: ["starts"]).filter { $0.contains("infusion") } == ["8 cell 2 starts infusion"])
    #expect(told.sum("trial.cohorts") == 2)
  }

  @Test("A patient who is lost after the infusion is followed all the same")
  func lostLater() throws {
    let told = try Told(
      """
      products:
        cell:
          trial: { cohort: 1, follow-up: 10 h }
          patients: { arrive: { at: [0 h, 0 h] }, withdrawals: [ { patient: 1, at: 5 h } ] }
          route: [ { step: enrolment, takes: 1 h }, { infuse: infusion, takes: 1 h }, { delay: stay, takes: 9 h } ]
      """)
    // Infused at 2; lost at 5; the follow-up ends at 12.
    #expect(told.log(of: ["starts"]).last { $0.contains("enrolment") } == "12 cell 2 starts enrolment")
    #expect(told.sum("trial.replaced") == 0)
  }

  @Test("Who comes back to the enrolment gives the place back, and asks for one as all others do")
  func comesBack() throws {
    let told = try Told(
      """
      products:
        cell:
          trial: { cohort: 2, follow-up: 10 h, at most: 2 }
          patients: { arrive: { at: [0 h, 5 h] } }
          route:
            - { step: enrolment, takes: 1 h }
            - { step: test, takes: 1 h, fails: { on attempts: [1], then: { again from: enrolment } } }
            - { infuse: infusion, takes: 1 h }
      """)
    #expect(told.sum("trial.enrolled") == 2)
    #expect(
      told.log(of: ["starts"]).filter { $0.contains("infusion") } == [
        "4 cell 1 starts infusion", "9 cell 2 starts infusion",
      ])
  }

  @Test("Months of follow-up are calendar months")
  func calendarMonths() throws {
    let told = try Told(
      """
      start: 2024-08-31
      horizon: 2025-12-31
      products:
        cell:
          trial: { cohort: 1, follow-up: 6 mo }
          patients: { arrive: { at: [2024-08-31, 2024-09-15] } }
          route: [ { infuse: infusion, takes: 0 h } ]
      """)
    // 31 August and six months are 28 February.
    let days = try #require(told.lines.last { $0.event == "starts" }).hours / 24
    #expect(days == 181)
  }

  @Test("Nobody is referred before the authorities have assessed the trial")
  func assessment() throws {
    let told = try told("cohort: 9, starts after: { fixed: 20 h }", at: [0, 19, 20, 30])
    #expect(told.log(of: ["arrives"]) == ["20 cell 1 arrives", "30 cell 2 arrives"])
    func arrivals(_ trial: String) throws -> [String] {
      try Told(
        """
        horizon: 400 h
        products:
          cell:
            \(trial)
            patients: { arrive: { poisson: 1 / 1 d } }
            route: [ { infuse: infusion, takes: 1 h } ]
        """
      ).log(of: ["arrives"])
    }
    // The same intervals, all of them later by the assessment.
    let (plain, late) = (
      try arrivals(""), try arrivals("trial: { cohort: 99, follow-up: 1 h, starts after: 50 h }")
    )
    let hours = plain.compactMap { Double($0.split(separator: " ")[0]) }
    let later = late.compactMap { Double($0.split(separator: " ")[0]) }
    #expect(later.count > 5 && zip(hours, later).allSatisfy { abs($0 + 50 - $1) < 1e-3 })
  }

  @Test("A cohort that no patient comes for any more waits, and nothing else does")
  func nobodyComes() throws {
    let told = try told("cohort: 4, at most: 8", at: [0, 0, 0])
    #expect(told.record.outcome == .horizonReached)
    #expect(told.sum("trial.cohorts") == 0)
    #expect(told.sum("milestone.last-patient") == .infinity)
  }

  @Test("An enrolment may cost something, and a trial stands beside stocks")
  func costs() throws {
    let told = try Told(
      """
      horizon: 2025-12-31
      costs: { currency: EUR }
      facilities: { ward: { people: { nurse: { count: 1 } } } }
      stocks: { vial: { initial: 5 vials } }
      products:
        cell:
          trial: { cohort: 2, follow-up: 10 h }
          patients: { arrive: { at: [0 h, 0 h, 0 h] } }
          route:
            - { step: enrolment, takes: 1 h, uses: nurse, consumes: vial, costs: 100 EUR }
            - { infuse: infusion, takes: 1 h }
      """)
    // Two at once, the third when both were followed: each enrolment is paid.
    #expect(told.sum("trial.enrolled") == 3)
    #expect(told.sum("cost.total", [.product: .name("cell")]) == 300)
    #expect(told.sum("stock.issued") == 3)
  }
}
