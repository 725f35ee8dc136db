import PipelineSimulation
import Testing

/// Certificates of persons: who counts for what, and when.
@Suite("Certificates") struct CertificateTests {
  private func shop(
    _ role: String, _ certificates: String, products: String, horizon: String = "100 h", state: String = "",
    more: String = "", options: ReplicationOptions = ReplicationOptions()
  ) throws -> Told {
    try Told(
      """
      horizon: \(horizon)
      certificates: { \(certificates) }
      facilities: { shop: { rooms: { class: { count: 1 } }\(more), people: { op: { \(role) } } } }
      \(state.isEmpty ? "" : "initial state: { people: [ { role: shop/op, persons: { \(state) } } ] }")
      products:
        \(products)
      """, options: options)
  }

  private func work(_ name: String, at: String, takes: String = "5 h", uses: String) -> String {
    "\(name): { patients: { arrive: { at: \(at) } }, route: [ { step: work, takes: \(takes), uses: { op: \(uses) } } ] }"
  }

  @Test("One lapses at noon: what has begun is finished, nothing starts after, and the renewal restores it")
  func lapse() throws {
    let told = try shop(
      "count: 1, certificates: gown", "gown: { lasts: 60 h, renewal: { takes: 4 h, uses: { class: 1 } } }",
      products: work("a", at: "[35 h, 36 h]", uses: "{ certified: gown }"),
      state: "A: { gown: 2024-01-02 12:00 }")
    #expect(
      told.log(of: ["starts", "ends", "passes"]) == [
        "35 a 1 starts work", "40 a 1 ends work", "40 op 1 starts shop/op/gown", "44 op 1 ends shop/op/gown",
        "44 op 1 passes shop/op/gown", "44 a 2 starts work", "49 a 2 ends work",
      ])
    #expect(told.sum("certificates.lapsed") == 1)
    #expect(told.sum("certificates.renewed") == 1)
    #expect(told.sum("certificates.hours") == 4)
    #expect(abs(told.ratio("staff.certified") - 0.92) < 1e-9)
  }

  @Test("A claim at the very instant of the lapse comes too late, and bare work goes on")
  func instant() throws {
    let told = try shop(
      "count: 1, certificates: gown", "gown: { lasts: 60 h }",
      products: work("a", at: "[36 h]", uses: "{ certified: gown }") + "\n  "
        + work("b", at: "[50 h]", uses: "1"), state: "A: { gown: 2024-01-02 12:00 }")
    #expect(told.log(of: ["starts"]) == ["50 b 1 starts work"])
  }

  @Test("A renewal passed ahead of the expiry counts from the expiry")
  func ahead() throws {
    let told = try shop(
      "count: 1, certificates: gown", "gown: { lasts: 40 h, renewal: { ahead: 10 h, takes: 4 h } }",
      products: work("a", at: "[1 h]", uses: "{ certified: gown }"), state: "A: { gown: 2024-01-02 12:00 }")
    // Due at 26 h, valid until 76 h; due at 66 h, valid until 116 h.
    #expect(
      told.log(of: ["starts"]) == [
        "1 a 1 starts work", "26 op 1 starts shop/op/gown", "66 op 1 starts shop/op/gown",
      ])
    #expect(told.sum("certificates.lapsed") == 0)
    #expect(told.ratio("staff.certified") == 1)
  }

  @Test("Who does not pass tries again after a while, and lapses meanwhile")
  func failing() throws {
    var options = ReplicationOptions()
    options.fixedAtMedian = true
    let told = try shop(
      "count: 1, certificates: gown",
      "gown: { lasts: 60 h, renewal: { ahead: 6 h, takes: 1 h, passes: 0.4, again after: 24 h } }",
      products: work("a", at: "[40 h]", uses: "{ certified: gown }"), state: "A: { gown: 2024-01-02 12:00 }",
      options: options)
    #expect(
      told.log(of: ["starts", "does not pass"]) == [
        "30 op 1 starts shop/op/gown", "31 op 1 does not pass shop/op/gown", "55 op 1 starts shop/op/gown",
        "56 op 1 does not pass shop/op/gown", "80 op 1 starts shop/op/gown",
        "81 op 1 does not pass shop/op/gown",
      ])
    #expect(told.sum("certificates.failed") == 3)
    #expect(told.sum("certificates.lapsed") == 1)
  }

  @Test("One of two is assessed at a time where there is one room, and each leaves the work for it")
  func room() throws {
    let told = try shop(
      "count: 2, certificates: gown",
      "gown: { lasts: 60 h, renewal: { ahead: 10 h, takes: 4 h, uses: class } }",
      products: work("a", at: "[24 h, 24 h]", uses: "1"),
      state: "A: { gown: 2024-01-02 12:00 }, B: { gown: 2024-01-02 12:00 }")
    // Two batches until 29 h; then one person after the other.
    #expect(
      told.log(of: ["starts"]) == [
        "24 a 1 starts work", "24 a 2 starts work", "29 op 1 starts shop/op/gown",
        "33 op 2 starts shop/op/gown", "86 op 1 starts shop/op/gown", "90 op 2 starts shop/op/gown",
      ])
    // The second is assessed from 33 to 37 h, an hour too late.
    #expect(told.sum("certificates.lapsed") == 1)
  }

  @Test("Bare claims take who has no certificate first, and one who holds both serves whichever is short")
  func overlap() throws {
    // A holds both, B the first, C none.
    let told = try shop(
      "count: 3, certificates: [one, two]", "one: {}, two: {}",
      products: [
        work("bare", at: "[0 h]", uses: "1"),
        work("first", at: "[1 h, 20 h, 20 h]", uses: "{ certified: one }"),
        work("second", at: "[2 h, 21 h]", uses: "{ certified: two }"),
        work("both", at: "[41 h]", uses: "{ certified: [one, two] }"),
        work("other", at: "[40 h]", uses: "{ certified: one }"),
      ].joined(separator: "\n  "),
      state: "A: { one: 2030-01-01, two: 2030-01-01 }, B: { one: 2030-01-01 }, C: {}")
    #expect(
      told.log(of: ["starts"]) == [
        "0 bare 1 starts work", "1 first 1 starts work", "2 second 1 starts work",
        // Both who hold the first are at work: the second waits for the one who holds both.
        "20 first 2 starts work", "20 first 3 starts work", "25 second 2 starts work",
        "40 other 1 starts work", "41 both 1 starts work",
      ])
  }

  @Test("Certificates that are given at the opening expire one after the other, evenly")
  func spread() throws {
    let told = try shop(
      "count: 4, certificates: gown", "gown: { lasts: 100 h }",
      products: work("a", at: "[0 h]", uses: "{ count: 4, certified: gown }"))
    // At 12.5, 37.5, 62.5 and 87.5 h.
    #expect(abs(told.ratio("staff.certified") - 2) < 1e-9)
    #expect(told.sum("certificates.lapsed") == 4)
  }

  @Test("A share is held by every other person")
  func share() throws {
    let told = try shop(
      "count: 4, certificates: { gown: 0.5 }", "gown: {}",
      products: work("a", at: "[0 h, 0 h, 0 h]", uses: "{ certified: gown }"))
    #expect(told.log(of: ["starts"]) == ["0 a 1 starts work", "0 a 2 starts work", "5 a 3 starts work"])
    #expect(told.ratio("staff.certified") == 2)
  }

  @Test("A new person gets it after a while from entry, and nobody holds what has left")
  func newPerson() throws {
    let told = try shop(
      "count: 1, starts with: 0, hire after: 10 h, certificates: gown", "gown: { first after: 20 h }",
      products: work("a", at: "[0 h]", uses: "{ certified: gown }") + "\n  "
        + work("b", at: "[0 h]", uses: "1"))
    #expect(told.log(of: ["starts"]) == ["10 b 1 starts work", "30 a 1 starts work"])
    #expect(told.ratio("staff.certified") == 0.7)
  }

  @Test("Persons are called in turn: every other shift has the one who is certified")
  func turns() throws {
    let told = try Told(
      """
      horizon: 5 d
      calendars: { day: { days: mon-sun, hours: 08:00-16:00 } }
      certificates: { gown: {} }
      facilities: { shop: { people: { op: { fte: 2, productive: 1461 h / y, calendars: day, certificates: gown } } } }
      initial state: { people: [ { role: shop/op, persons: { A: { gown: 2030-01-01 }, B: {} } } ] }
      products:
        a: { patients: { arrive: { at: [0 h, 24 h, 48 h, 72 h, 96 h] } }, route: [ { step: work, takes: 1 h, uses: { op: { certified: gown } } } ] }
      """)
    // 1461 of 2922 hours: one of two is present.
    #expect(
      told.log(of: ["starts"]) == [
        "8 a 1 starts work", "56 a 2 starts work", "57 a 3 starts work", "104 a 4 starts work",
        "105 a 5 starts work",
      ])
  }

  @Test(
    "Desk work pauses at the end of the shift, gives up its person whole, and goes on with one who is certified"
  )
  func suspended() throws {
    let told = try Told(
      """
      horizon: 60 h
      calendars: { day: { days: mon-sun, hours: 08:00-16:00 } }
      certificates: { sign: { lasts: 1 y } }
      facilities: { shop: { people: { op: { count: 2, calendars: day, certificates: sign } } } }
      initial state: { people: [ { role: shop/op, persons: { A: { sign: 2024-01-02 10:00 }, B: { sign: 2023-01-01 } } } ] }
      products:
        a: { patients: { arrive: { at: [14 h] } }, route: [ { review: read, takes: 5 h, uses: { op: { certified: sign } } } ] }
        b: { patients: { arrive: { at: [33 h, 33 h] } }, route: [ { step: work, takes: 1 h, uses: op } ] }
      """)
    // It goes on at 32 h, and what has begun is finished though nobody is certified after 34 h.
    #expect(
      told.log(without: ["arrives", "leaves"]) == [
        "14 a 1 starts read", "16 a 1 pauses read", "32 a 1 goes on read", "33 b 1 starts work",
        "34 b 1 ends work", "34 b 2 starts work", "35 a 1 ends read", "35 b 2 ends work",
      ])
  }

  @Test("What is kept with certificates is freed with the role")
  func kept() throws {
    let told = try Told(
      """
      certificates: { gown: {} }
      facilities: { shop: { people: { op: { count: 2, certificates: { gown: 0.5 } } } } }
      products:
        a:
          patients: { arrive: { at: [0 h, 1 h] } }
          route:
            - { step: open, takes: 2 h, uses: { op: { certified: gown } }, keeps: op }
            - { step: close, takes: 3 h, frees: op }
      """)
    #expect(
      told.log(of: ["starts"]) == [
        "0 a 1 starts open", "2 a 1 starts close", "5 a 2 starts open", "7 a 2 starts close",
      ])
  }

  @Test("Nobody stands in for a claim that asks for certificates")
  func covered() throws {
    let told = try shop(
      "count: 1, certificates: gown, covered by: deputy }, deputy: { count: 1", "gown: {}",
      products: work("a", at: "[0 h, 1 h]", uses: "{ certified: gown }") + "\n  "
        + work("b", at: "[2 h]", uses: "1"))
    #expect(told.log(of: ["starts"]) == ["0 a 1 starts work", "2 b 1 starts work", "5 a 2 starts work"])
  }

  @Test("More persons at the start than the role has are a fault with its place")
  func tooManyNamed() throws {
    #expect {
      try shop(
        "count: 1, certificates: gown", "gown: {}", products: work("a", at: "[0 h]", uses: "1"),
        state: "A: { gown: 2030-01-01 }, B: { gown: 2030-01-01 }")
    } throws: { error in
      (error as? CompileFault)?.path == "initial state/people/1/persons"
    }
  }

  @Test("Bookings count on those who hold what a dated step asks for, and on no others")
  func booked() throws {
    func starts(_ share: String) throws -> [String] {
      try Told(
        """
        horizon: 12 d
        calendars: { day: { days: mon-sun, hours: 08:00-16:00 } }
        certificates: { gown: {} }
        facilities: { shop: { people: { op: { count: 2, calendars: day, certificates: { gown: \(share) } } } } }
        products:
          a:
            slots: { weekly: { mon: 2, tue: 2, wed: 2, thu: 2, fri: 2, sat: 2, sun: 2 }, book ahead: 4 wk }
            patients: { arrive: { at: [0 h, 0 h, 0 h, 0 h] } }
            route:
              - book: slot
              - { step: work, on: booked day, takes: 6 h, uses: { op: { certified: gown } } }
        """
      ).log(of: ["starts"])
    }
    #expect(
      try starts("1") == [
        "8 a 1 starts work", "8 a 2 starts work", "32 a 3 starts work", "32 a 4 starts work",
      ])
    #expect(
      try starts("0.5") == [
        "8 a 1 starts work", "32 a 2 starts work", "56 a 3 starts work", "80 a 4 starts work",
      ])
  }

  @Test("An urgent claim takes one with the certificate from work that may be interrupted")
  func preempted() throws {
    let told = try Told(
      """
      certificates: { gown: {} }
      facilities: { shop: { people: { op: { count: 2, certificates: { gown: 0.5 } } } } }
      products:
        calm: { priority: 5, patients: { arrive: { at: [0 h] } }, route: [ { step: work, takes: 10 h, interruptible: resume, uses: { op: { certified: gown } } } ] }
        urgent: { priority: 1, patients: { arrive: { at: [4 h] } }, route: [ { step: rush, takes: 2 h, uses: { op: { certified: gown } } } ] }
      """)
    #expect(
      told.log(of: ["starts", "pauses", "goes on", "ends"]) == [
        "0 calm 1 starts work", "4 calm 1 pauses work", "4 urgent 1 starts rush", "6 urgent 1 ends rush",
        "6 calm 1 goes on work", "12 calm 1 ends work",
      ])
  }

  @Test("Who is away is assessed when back")
  func away() throws {
    for replication in 0..<20 {
      let told = try Told(
        """
        horizon: 2000 h
        certificates: { gown: { lasts: 200 h, renewal: { ahead: 50 h, takes: 4 h } } }
        facilities: { shop: { people: { op: { count: 3, certificates: gown, absence: { share: 40 %, spells: { exponential: 60 h } }, attrition: 300 % / y, hire after: 30 h } } } }
        products:
          a: { patients: { arrive: { every: 11 h } }, route: [ { step: work, takes: 20 h, uses: { op: { certified: gown } } } ] }
        """, replication: replication)
      #expect(told.sum("certificates.renewed") > 10)
      #expect(told.sum("certificates.lapsed") > 0)
    }
  }

  @Test("Other scenarios' draws stay as they are when certificates are added")
  func draws() throws {
    func log(_ certificates: String, _ role: String) throws -> [String] {
      try Told(
        """
        horizon: 60 d
        \(certificates)
        facilities: { shop: { people: { op: { count: 2\(role) }, other: { count: 1, absence: { share: 20 %, spells: { exponential: 2 d } } } } } }
        products:
          a: { patients: { arrive: { poisson: 1 / d } }, route: [ { step: work, takes: { exponential: 5 h }, uses: op } ] }
          b: { patients: { arrive: { poisson: 1 / d } }, route: [ { step: talk, takes: { exponential: 5 h }, uses: other } ] }
        """
      ).log.filter { $0.contains(" b ") }
    }
    let with = try log(
      "certificates: { gown: { lasts: 10 d, renewal: { takes: 2 h, passes: 0.5, again after: 1 d } } }",
      ", certificates: gown")
    #expect(try with == log("", ""))
    #expect(!with.isEmpty)
  }
}
