import Testing

/// Hazards that change with time and severity: what has to come out exactly. Their law is held by `HazardSurvivalTests`.
@Suite("Hazards that change, and who is served for it") struct HazardTests {
  private func told(_ clock: String, _ demand: String = "", seed: UInt64 = 1) throws -> Told {
    try Told(
      """
      horizon: 1000 h
      facilities: { ward: { devices: { bed: { count: 1 } } } }
      products:
        cells:
          patients:
            arrive: { cohort: 200, at: 0 h }
            \(demand)
            clocks: { death: { hazard: 100 % / 200 h, from: referral\(clock) } }
          route: [ { delay: wait, takes: 2000 h }, { infuse: infusion, uses: bed } ]
      """, seed: seed)
  }

  private func losses(_ told: Told) -> [String: Double] {
    Dictionary(
      uniqueKeysWithValues: told.lines.filter { $0.event == "is lost" }.map { ($0.entity, $0.hours) })
  }

  @Test("Factors of 1, and a severity of 0, draw what no course draws, to the tick")
  func nothingChanges() throws {
    let plain = try told("").log
    #expect(plain.count > 300)
    #expect(try told(", changes: [ { after: 0 h, factor: 1 }, { after: 30 h, factor: 1 } ]").log == plain)
    #expect(try told(", doubles with severity: 0.5", "severity: { fixed: 0 }").log == plain)
    #expect(try told("", "severity: { uniform: [0, 1] }\n      worsens: 1 / 10 h").log == plain)
  }

  @Test("Twice the hazard halves each time, also by a severity with which it doubles")
  func twice() throws {
    let plain = losses(try told(""))
    for twice in [
      losses(try told(", changes: [ { after: 0 h, factor: 2 } ]")),
      losses(try told(", doubles with severity: 0.5", "severity: { fixed: 0.5 }")),
    ] {
      for (patient, hours) in plain {
        let half = try #require(twice[patient])
        #expect(abs(half - hours / 2) < 1e-6, "\(patient)")
      }
    }
  }

  @Test("A change moves nothing before it, and a hazard of none loses nobody behind it")
  func change() throws {
    let plain = losses(try told(""))
    let (faster, none) = (
      losses(try told(", changes: [ { after: 100 h, factor: 3 } ]")),
      losses(try told(", changes: [ { after: 100 h, factor: 0 }, { after: 500 h, factor: 1 } ]"))
    )
    for (patient, hours) in plain {
      if hours <= 100 {
        #expect(faster[patient] == hours && none[patient] == hours)
      } else {
        #expect(abs(try #require(faster[patient]) - (100 + (hours - 100) / 3)) < 1e-6)
        if hours + 400 < 1000 { #expect(abs(try #require(none[patient]) - (hours + 400)) < 1e-6) }
      }
    }
    #expect(none.values.allSatisfy { $0 <= 100 || $0 > 500 })
  }

  @Test("Severity that grows brings each loss forward, and the more the sicker")
  func worsening() throws {
    let steady = losses(try told(", doubles with severity: 1", "severity: { uniform: [0, 1] }"))
    let growing = losses(
      try told(", doubles with severity: 1", "severity: { uniform: [0, 1] }\n      worsens: 1 / 100 h"))
    for (patient, hours) in steady {
      let earlier = try #require(growing[patient])
      #expect(earlier < hours)
      // 1 − exp(−b w t) of the steady time: the inverse of the integral of exp(b w t), with b w = ln 2 / 100 h.
      #expect(abs(earlier - 100 * logOfTwo(1 + hours * 0.6931471805599453 / 100)) < 1e-5, "\(patient)")
    }
  }

  private func logOfTwo(_ value: Double) -> Double {
    // By bisection, so that the test shares nothing with what it tests.
    var (low, high) = (0.0, 64.0)
    for _ in 0..<200 {
      let middle = (low + high) / 2
      if power(middle) < value { low = middle } else { high = middle }
    }
    return low
  }

  private func power(_ exponent: Double) -> Double {
    var (result, rest) = (1.0, exponent)
    while rest >= 1 { (result, rest) = (result * 2, rest - 1) }
    var (root, bit) = (2.0.squareRoot(), 0.5)
    for _ in 0..<60 {
      if rest >= bit { (result, rest) = (result * root, rest - bit) }
      (root, bit) = (root.squareRoot(), bit / 2)
    }
    return result
  }

  @Test("Of those who all worsen alike the worst off is who came first, unless he came less sick")
  func worstOff() throws {
    let told = try Told(
      """
      facilities: { ward: { devices: { bed: { count: 1 } } } }
      products:
        other: { priority: 1, patients: { arrive: { at: [0 h] } }, route: [ { step: s, takes: 20 h, uses: bed } ] }
        cells:
          patients: { arrive: { at: [1 h, 2 h, 3 h] }, order: worst off, severity: { fixed: 1 }, worsens: 1 / 10 h }
          route: [ { infuse: infusion, takes: 1 h, uses: bed } ]
      """)
    #expect(
      told.log(of: ["starts"]).suffix(3) == [
        "20 cells 1 starts infusion", "21 cells 2 starts infusion", "22 cells 3 starts infusion",
      ])
  }

  @Test("With the maximum benefit, first goes who loses most by waiting now, not by what was when he came")
  func maximumBenefit() throws {
    // The benefit falls between a severity of 1 and of 2 only, which a patient has 10 to 20 hours after the referral.
    func order(_ order: String) throws -> [String] {
      let text = """
        facilities: { ward: { devices: { bed: { count: 1 } } } }
        products:
          other: { priority: 1, patients: { arrive: { at: [0 h] } }, route: [ { step: s, takes: 25 h, uses: bed } ] }
          cells:
            patients:
              arrive: { at: [1 h, 12 h, 13 h, 24 h] }
              order: \(order)
              severity: { fixed: 0 }
              worsens: 1 / 10 h
              benefit: { by severity: [ { at: 0, is: 1 }, { at: 1, is: 1 }, { at: 1.25, is: 0.9 }, { at: 2, is: 0 } ], over: 2 h }
            route: [ { infuse: infusion, takes: 8 h, uses: bed } ]
        """
      return try Told(text).log(of: ["starts"]).suffix(4).map { String($0) }
    }
    // Severities at 25 h: 2.4, 1.3, 1.2 and 0.1; at 33 h the last has 0.9 and the third 2.0, when nothing is left to lose.
    #expect(
      try order("maximum benefit") == [
        "25 cells 2 starts infusion", "33 cells 4 starts infusion", "41 cells 1 starts infusion",
        "49 cells 3 starts infusion",
      ])
    #expect(try order("first come").first == "25 cells 1 starts infusion")
    #expect(try order("worst off").first == "25 cells 1 starts infusion")
  }

  @Test("What a hazard takes counts as a loss of benefit: who is at risk goes first")
  func hazardAndBenefit() throws {
    let told = try Told(
      """
      horizon: 1000 h
      facilities: { ward: { devices: { bed: { count: 1 } } } }
      products:
        other: { priority: 1, patients: { arrive: { at: [0 h] } }, route: [ { step: s, takes: 25 h, uses: bed } ] }
        cells:
          patients:
            arrive: { at: [1 h, 20 h] }
            order: maximum benefit
            severity: { fixed: 0 }
            benefit: { by severity: [ { at: 0, is: 1 } ], over: 10 h }
            clocks: { death: { hazard: 1 % / 1000 h, from: referral, changes: [ { after: 12 h, factor: 0.1 } ] } }
          route: [ { infuse: infusion, takes: 8 h, uses: bed } ]
      """)
    // The later one is still in the first twelve hours, in which the hazard is ten times as high.
    #expect(
      told.log(of: ["starts"]).suffix(2) == ["25 cells 2 starts infusion", "33 cells 1 starts infusion"])
  }

  @Test(
    "On time is who is infused within the target, to the instant; waits and losses go by class of severity")
  func onTime() throws {
    func run(_ target: String) throws -> Told {
      try Told(
        """
        facilities: { ward: { devices: { bed: { count: 1 } } } }
        products:
          cells:
            target: \(target)
            patients:
              arrive: { at: [0 h, 0 h, 0 h, 0 h] }
              severity: { fixed: 0.5 }
              severity classes: [0.5, 0.8]
              clocks: { death: { after: 12 h, from: referral } }
              benefit: { by severity: [ { at: 0, is: 1 }, { at: 1, is: 0 } ] }
            route: [ { step: collect, takes: 1 h, marks: collection }, { step: thaw, takes: 5 h, uses: bed }, { infuse: infusion } ]
        """)
    }
    // Thawed at 6, 11 and 16 h: the second comes 10 h after the collection; the others die at 12 h.
    let told = try run("10 h")
    #expect(told.sum("patients.on-time") == 2)
    #expect(told.ratio("patients.on-time") == 1)
    #expect(try run("599 min").ratio("patients.on-time") == 0.5)
    #expect(told.sum("patients.treated") == 2)
    #expect(told.ratio("fairness.infused", [.severity: .name("2 (0.5 to 0.8)")]) == 0.5)
    #expect(abs(told.sum("fairness.wait", [.severity: .name("2 (0.5 to 0.8)")]) - 17.0 / 24) < 1e-12)
    #expect(told.sum("fairness.wait", [.severity: .name("1 (below 0.5)")]) == 0)
    #expect(told.sum("patients.benefit") == 1)
  }
}
