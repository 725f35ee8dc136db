import Testing

@Suite("Claims and lines") struct ClaimTests {
  private func mixed(_ line: String) -> String {
    """
    facilities: { shop: { devices: { unit: { count: 2 }, other: { count: 1 } } } }
    products:
      early: { patients: { arrive: { at: [0 h] } }, route: [ { step: work, takes: 10 h, uses: { unit: 1 } } ] }
      large: { patients: { arrive: { at: [1 h] } }, route: [ { step: work, takes: 5 h, uses: { unit: 2 } } ] }
      small: { patients: { arrive: { at: [2 h] } }, route: [ { step: work, takes: 1 h, uses: unit\(line) } ] }
      apart: { patients: { arrive: { at: [3 h] } }, route: [ { step: work, takes: 1 h, uses: other } ] }
    """
  }

  @Test("A smaller claim does not overtake on the same resource; a claim on another one goes on")
  func noBypass() throws {
    #expect(
      try Told(mixed("")).log(of: ["starts"]) == [
        "0 early 1 starts work", "3 apart 1 starts work", "10 large 1 starts work", "15 small 1 starts work",
      ])
  }

  @Test("A claim with bypass overtakes one that cannot start")
  func bypass() throws {
    #expect(
      try Told(mixed(", line: { bypass: true }")).log(of: ["starts"]) == [
        "0 early 1 starts work", "2 small 1 starts work", "3 apart 1 starts work", "10 large 1 starts work",
      ])
  }

  @Test("A claim that waits for one resource does not hold back claims on another that it also wants")
  func scarce() throws {
    let told = try Told(
      """
      facilities: { shop: { devices: { a: { count: 1 }, b: { count: 1 } } } }
      products:
        early: { patients: { arrive: { at: [0 h] } }, route: [ { step: work, takes: 10 h, uses: b } ] }
        both: { patients: { arrive: { at: [1 h] } }, route: [ { step: work, takes: 5 h, uses: { a: 1, b: 1 } } ] }
        small: { patients: { arrive: { at: [2 h] } }, route: [ { step: work, takes: 20 h, uses: a } ] }
      """)
    #expect(
      told.log(of: ["starts"]) == [
        "0 early 1 starts work", "2 small 1 starts work", "22 both 1 starts work",
      ])
  }

  @Test("A higher class is served first, and does not stop work that is not interruptible")
  func priority() throws {
    let told = try Told(
      """
      facilities: { shop: { devices: { unit: { count: 1 } } } }
      products:
        low: { priority: 3, patients: { arrive: { at: [0 h, 1 h] } }, route: [ { step: work, takes: 10 h, uses: unit } ] }
        high: { priority: 1, patients: { arrive: { at: [2 h, 10 h] } }, route: [ { step: work, takes: 10 h, uses: unit } ] }
      """)
    #expect(
      told.log(of: ["starts", "pauses", "is stopped"]) == [
        "0 low 1 starts work", "10 high 1 starts work", "20 high 2 starts work", "30 low 2 starts work",
      ])
  }

  @Test("A step's own priority stands before its product's")
  func ownPriority() throws {
    let told = try Told(
      """
      facilities: { shop: { devices: { unit: { count: 1 } } } }
      products:
        a: { patients: { arrive: { at: [0 h, 1 h] } }, route: [ { step: work, takes: 4 h, uses: unit } ] }
        b: { patients: { arrive: { at: [2 h] } }, route: [ { step: work, takes: 4 h, uses: unit, priority: 1 } ] }
      """)
    #expect(
      told.log(of: ["starts"]) == ["0 a 1 starts work", "4 b 1 starts work", "8 a 2 starts work"])
  }

  @Test("Nobody is interrupted unless all that is short can be had so; the lowest class yields first")
  func preemption() throws {
    let told = try Told(
      """
      facilities: { shop: { devices: { unit: { count: 2 } } } }
      products:
        fixed: { priority: 3, patients: { arrive: { at: [0 h] } }, route: [ { step: work, takes: 8 h, uses: unit } ] }
        soft: { priority: 3, patients: { arrive: { at: [1 h] } },
                route: [ { step: work, takes: 20 h, uses: unit, interruptible: resume } ] }
        large: { priority: 1, patients: { arrive: { at: [2 h] } }, route: [ { step: work, takes: 1 h, uses: { unit: 2 } } ] }
      """)
    #expect(
      told.work == [
        "0 fixed 1 starts work", "1 soft 1 starts work", "8 fixed 1 ends work", "8 soft 1 pauses work",
        "8 large 1 starts work", "9 large 1 ends work", "9 soft 1 goes on work", "22 soft 1 ends work",
      ])
  }

  @Test("The lowest class yields first, then the latest started")
  func whoYields() throws {
    func soft(_ name: String, _ priority: Int, _ at: Int) -> String {
      "  \(name): { priority: \(priority), patients: { arrive: { at: [\(at) h] } }, "
        + "route: [ { step: work, takes: 20 h, uses: unit, interruptible: resume } ] }\n"
    }
    let told = try Told(
      "facilities: { shop: { devices: { unit: { count: 3 } } } }\nproducts:\n" + soft("low", 9, 0)
        + soft("early", 5, 1) + soft("late", 5, 2)
        + "  urgent: { priority: 1, patients: { arrive: { at: [3 h, 4 h] } }, "
        + "route: [ { step: work, takes: 30 h, uses: unit } ] }\n")
    #expect(told.log(of: ["pauses"]) == ["3 low 1 pauses work", "4 late 1 pauses work"])
  }

  @Test("What a step keeps is held until a later step frees it, at that step's end")
  func keeps() throws {
    let told = try Told(
      """
      facilities: { shop: { devices: { reactor: { count: 1 }, bench: { count: 5 } } } }
      products:
        cell:
          patients: { arrive: { at: [0 h, 1 h] } }
          route:
            - { step: seed, takes: 2 h, uses: { reactor: 1, bench: 1 }, keeps: reactor }
            - { delay: grow, takes: 10 h }
            - { step: harvest, takes: 3 h, uses: bench, frees: reactor }
            - { step: fill, takes: 1 h, uses: bench }
      """)
    #expect(
      told.log(of: ["starts"]) == [
        "0 cell 1 starts seed", "2 cell 1 starts grow", "12 cell 1 starts harvest", "15 cell 2 starts seed",
        "15 cell 1 starts fill", "17 cell 2 starts grow", "27 cell 2 starts harvest", "30 cell 2 starts fill",
      ])
    // Held 0-30 without a break, of 100 h.
    #expect(told.ratio("device.utilisation", [.resource: .name("reactor")]) == 0.30)
  }

  @Test("Holders who wait for each other end the run, with the circle in words")
  func deadlock() throws {
    let told = try Told(
      """
      facilities: { shop: { devices: { a: { count: 1 }, b: { count: 1 } } } }
      products:
        x: { patients: { arrive: { at: [0 h] } }, route: [ { step: one, takes: 1 h, uses: a, keeps: a }, { step: two, takes: 1 h, uses: b, frees: a } ] }
        y: { patients: { arrive: { at: [0 h] } }, route: [ { step: one, takes: 1 h, uses: b, keeps: b }, { step: two, takes: 1 h, uses: a, frees: b } ] }
      """)
    guard case .deadlock(let seconds, let circle) = told.record.outcome else {
      Issue.record("the run ended with \(told.record.outcome)")
      return
    }
    #expect(seconds == 3600)
    #expect(circle.count == 2)
  }

  @Test("Patience runs from joining the line, and only until the work begins")
  func patience() throws {
    let told = try Told(
      """
      calendars: { early: { days: mon-sun, hours: [00:00-04:00, 12:00-20:00] } }
      facilities: { shop: { devices: { unit: { count: 1, calendars: early } } } }
      products:
        a: { patients: { arrive: { at: [1 h, 2 h] } }, route: [ { step: work, takes: 5 h, uses: unit, interruptible: resume, line: { patience: 4 h } } ] }
      """)
    #expect(
      told.log(of: ["starts", "pauses", "goes on", "ends", "is lost"]) == [
        "1 a 1 starts work", "4 a 1 pauses work", "6 a 2 is lost work (patience)", "12 a 1 goes on work",
        "14 a 1 ends work",
      ])
  }

  @Test("Nobody yields to work that would not begin all the same")
  func yieldsInVain() throws {
    let told = try Told(
      """
      calendars: { day: { days: mon-sun, hours: 08:00-16:00 } }
      facilities: { shop: { devices: { unit: { count: 1 } }, people: { operator: { count: 2, calendars: day } } } }
      products:
        low: { patients: { arrive: { at: [14 h] } }, route: [ { step: work, takes: 20 h, uses: unit, interruptible: restart } ] }
        high: { priority: 1, patients: { arrive: { at: [15 h] } }, route: [ { step: touch, takes: 2 h, uses: { unit: 1, operator: 1 }, at shift end: only if it fits } ] }
      """)
    #expect(
      told.log(of: ["starts", "is stopped"])
        == [
          "14 low 1 starts work", "32 low 1 is stopped work", "32 high 1 starts touch",
          "34 low 1 starts work",
        ].filter { !$0.contains("34 low 1 starts") })
    #expect(told.log(of: ["goes on"]) == ["34 low 1 goes on work"])
  }

  @Test("A product that serves the sickest first waits no longer beside another for the same unit")
  func policies() throws {
    let told = try Told(
      """
      horizon: 40 y
      facilities: { ward: { devices: { bed: { count: 1 } } } }
      products:
        a: { patients: { arrive: { poisson: 0.045 / d }, order: worst off, severity: { uniform: [0, 1] } }, route: [ { step: stay, takes: 10 d, uses: bed } ] }
        b: { patients: { arrive: { poisson: 0.045 / d } }, route: [ { step: stay, takes: 10 d, uses: bed } ] }
      """)
    func waited(_ product: String) -> Double {
      told.sum("line.length", [.product: .name(product), .step: .name("stay")])
    }
    #expect(abs(waited("a") / waited("b") - 1) < 0.15, "\(waited("a")) and \(waited("b"))")
  }
}
