import PipelineSimulation
import Testing

/// Identities that are mixed up, checked, and infused all the same. That a run itself keeps batches with their patients is held
/// by `BrokenIdentityTests`.
@Suite("The chain of identity") struct ChainOfIdentityTests {
  private static let patients = 1000

  /// Patients at once, each collected, checked and infused.
  private func told(_ mixesUp: String, _ check: String) throws -> Told {
    try Told(
      """
      facilities: { ward: { people: { nurse: { count: 2000 } } } }
      products:
        cell:
          patients: { arrive: { cohort: \(Self.patients), at: 0 h } }
          route:
            - { step: collect, takes: 1 h, marks: collection\(mixesUp) }
            - { make: batch }
            - { step: check, takes: 1 h, uses: { nurse: 2 }\(check) }
            - { infuse: infusion, takes: 1 h }
      """)
  }

  /// So many events of a told run.
  private func count(_ event: String, _ told: Told) -> Double {
    Double(told.lines.count { $0.event == event })
  }

  /// Five standard deviations of a binomial count.
  private func isBinomial(_ count: Double, _ trials: Double, _ probability: Double) -> Bool {
    abs(count - trials * probability) <= 5 * (trials * probability * (1 - probability)).squareRoot()
  }

  @Test("Of mix-ups of every second patient, as many are measured as happened, and none is infused silently")
  func measured() throws {
    let told = try told(", mixes up: 0.5", ", checks identity: { finds: 0.6, then: { lose: mixed up } }")
    let (errors, found) = (told.sum("identity.errors"), told.sum("identity.found"))
    let missed = told.sum("identity.missed")
    #expect(errors == count("is mixed up", told))
    #expect(found == count("is found to be another's", told))
    #expect(missed == count("is given another's", told))
    #expect(errors == found + missed)
    #expect(found == told.sum("patients.lost", [.reason: .name("mixed up")]))
    #expect(told.ratio("identity.infused") == missed / (Double(Self.patients) - found))
    let mixedUp = Set(told.lines.filter { $0.event == "is mixed up" }.map(\.entity))
    let caught = Set(told.lines.filter { $0.event == "is found to be another's" }.map { name($0.entity) })
    let infused = Set(told.lines.filter { $0.event == "is given another's" }.map { name($0.entity) })
    #expect(infused == mixedUp.subtracting(caught))
    #expect(isBinomial(errors, Double(Self.patients), 0.5))
    // Two persons find 1 - 0.4². One would find 0.6, three 0.936: both are seen not to fit.
    #expect(isBinomial(found, errors, 0.84))
    #expect(!isBinomial(found, errors, 0.6) && !isBinomial(found, errors, 0.936))
  }

  private func name(_ entity: String) -> String {
    String(entity.split(separator: ",").first ?? "")
  }

  @Test("Who always finds lets nothing pass, and who never finds lets everything pass")
  func extremes() throws {
    let all = try told(
      ", mixes up: 0.5", ", checks identity: { finds: 1, persons: 1, then: { lose: mixed up } }")
    #expect(all.sum("identity.errors") > 400)
    #expect(all.sum("identity.found") == all.sum("identity.errors"))
    #expect(all.sum("identity.missed") == 0)
    let none = try told(", mixes up: 0.5", ", checks identity: { finds: 0, then: { lose: mixed up } }")
    #expect(none.sum("identity.errors") == all.sum("identity.errors"))
    #expect(none.sum("identity.missed") == none.sum("identity.errors"))
    #expect(none.ratio("identity.infused") == none.sum("identity.errors") / Double(Self.patients))
  }

  @Test("What is mixed up at a step is not seen by the check of the same step")
  func sameStep() throws {
    let told = try told("", ", checks identity: 1, mixes up: 0.5")
    #expect(told.sum("identity.found") == 0)
    #expect(told.sum("identity.missed") == told.sum("identity.errors"))
  }

  @Test("A mix-up that nothing follows from changes no other draw")
  func nothingElse() throws {
    let marks: Set = ["is mixed up", "is given another's"]
    let plain = try told("", "").log
    #expect(try told(", mixes up: 0.5", "").log(without: marks) == plain)
    #expect(try told("", "").sum("identity.errors") == 0)
  }

  /// One patient whose batch fails once and is made again.
  private func remade(_ collect: String, _ fill: String, _ check: String = "") throws -> Told {
    try Told(
      """
      facilities: { ward: { people: { nurse: { count: 2 } } } }
      products:
        cell:
          patients: { arrive: { at: [0 h] } }
          route:
            - { step: collect, takes: 1 h, marks: collection\(collect) }
            - { make: batch, attempts: 3 }
            - { step: fill, takes: 1 h\(fill) }
            - { step: test, takes: 1 h, uses: { nurse: 2 }, fails: { on attempts: [1], then: remake }\(check) }
            - { infuse: infusion, takes: 1 h }
      """)
  }

  @Test("A batch that is made again from another's material is another's, too; one from one's own is not")
  func madeAgain() throws {
    let material = try remade(", mixes up: 1", "")
    #expect(material.sum("identity.errors") == 1)
    #expect(material.sum("identity.missed") == 1)
    // The first batch is thrown away with its wrong name, and the second one is given one as well.
    let batch = try remade("", ", mixes up: 1")
    #expect(batch.sum("identity.errors") == 2)
    #expect(batch.sum("identity.missed") == 1)
  }

  @Test("A check that is only recorded is counted once, and the infusion as missed by nobody but the record")
  func recorded() throws {
    let told = try remade(", mixes up: 1", "", ", checks identity: { finds: 1, then: record }")
    #expect(told.sum("identity.found") == 1)
    #expect(told.sum("identity.missed") == 1)
  }

  @Test("What is found is thrown away: the next collection is the patient's own")
  func collectedAgain() throws {
    let told = try Told(
      """
      facilities: { ward: { people: { nurse: { count: 2 } } } }
      products:
        cell:
          patients: { arrive: { at: [0 h] } }
          route:
            - { step: collect, takes: 1 h, marks: collection, fails: { on attempts: [2], then: { go to: own } } }
            - { step: label, takes: 1 h, mixes up: 1 }
            - { step: own, takes: 1 h }
            - { step: check, takes: 1 h, uses: { nurse: 2 }, checks identity: 1 }
            - { infuse: infusion, takes: 1 h }
      """)
    #expect(
      told.log(of: ["starts", "is mixed up", "is found to be another's", "is collected again"]) == [
        "0 cell 1 starts collect", "1 cell 1 starts label", "2 cell 1 is mixed up label",
        "2 cell 1 starts own",
        "3 cell 1 starts check", "4 cell 1 is found to be another's check",
        "4 cell 1 is collected again check",
        "4 cell 1 starts collect", "5 cell 1 starts own", "6 cell 1 starts check", "7 cell 1 starts infusion",
      ])
    #expect(told.sum("identity.missed") == 0)
    #expect(told.ratio("identity.infused") == 0)
  }

  @Test("A trace names patient and attempt of all that is handled, and says when a name is not the true one")
  func names() throws {
    let program = try Told.program(
      """
      products:
        cell:
          patients: { arrive: { at: [0 h] } }
          route:
            - { step: collect, takes: 1 h, marks: collection }
            - { make: batch, attempts: 2 }
            - { step: fill, takes: 1 h, fails: { on attempts: [1], then: remake } }
            - { step: label, takes: 1 h, mixes up: 1 }
            - { infuse: infusion, takes: 1 h }
      """)
    var names: [String] = []
    _ = program.trace(0, seed: 1) { entry in
      if names.last != entry.identity { names.append(entry.identity) }
    }
    #expect(names == ["cell 1", "cell 1/1", "cell 1", "cell 1/2", "not cell 1/2"])
  }
}
