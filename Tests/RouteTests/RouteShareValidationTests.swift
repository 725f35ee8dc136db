import Testing

/// Shares that the library's defaults state, in many patients; each bound refuses a share that is so many times as large.
@Suite("Shares of the library routes") struct RouteShareValidationTests {
  /// Whether a count fits a probability, within 3.9 standard deviations (one in ten thousand), and refuses so many times it.
  private func fits(_ count: Int, of trials: Int, _ probability: Double, refusing factor: Double = 1.5)
    -> Bool
  {
    func isInside(_ share: Double) -> Bool {
      let deviation = (Double(trials) * share * (1 - share)).squareRoot()
      return abs(Double(count) - Double(trials) * share) <= 3.9 * deviation
    }
    return isInside(probability) && !isInside(min(1, factor * probability))
  }

  @Test("TCR-T: the tissue type fits 40 of 100, and 30 of 100 of these have the antigen")
  func screens() throws {
    let line = try LibraryLine(
      stocks: "tcr-vector-dose: { initial: 1000 doses }",
      """
      tcr-t:
        slots: { weekly: { mon: 1, tue: 1 } }
        patients: { arrive: { cohort: 4000, at: 2026-01-05 } }
        route: [ { include: { file: tcr-t.yaml } } ]
      """, until: "2026-06-01")
    let (typed, passed) = (line.all("ends", "tissue type").count, line.all("starts", "antigen").count)
    #expect(typed == 4000 && fits(passed, of: typed, 0.40))
    #expect(fits(line.all("starts", "plan the collection").count, of: passed, 0.30))
  }

  @Test("Islets: half of the offers are accepted, and 42 of 100 isolations give a graft")
  func islets() throws {
    let line = try LibraryLine(
      stocks: "islet-graft: { initial: 0 grafts, shelf life: 48 h }",
      """
      donor:
        purpose: donor
        runs: { arrive: { poisson: 400 / y } }
        route: [ { include: { file: islet-donor.yaml } } ]
      """, replications: 4)
    let (offers, isolations) = (line.all("ends", "offer").count, line.all("ends", "isolation").count)
    let accepted = offers - Int(line.sum("runs.failed", [.reason: .name("not accepted")]))
    #expect(fits(accepted, of: offers, 0.5))
    let grafts = line.all("starts", "count and viability").count
    #expect(isolations > 1000 && fits(grafts, of: isolations, 0.42))
  }

  @Test("AAV: of 100 lots 15 are lost, and a lot brings 47 doses in the mean")
  func vectors() throws {
    let line = try LibraryLine(
      stocks:
        "aav-dose: { initial: 0 doses, shelf life: 20 d, reorder: { at: 0 doses, quantity: 30 doses, made by: lot } }",
      "lot: { route: [ { include: { file: adeno-associated-vector.yaml } } ] }", until: "2066-01-01",
      replications: 8)
    let grown = line.all("ends", "produce").count
    let lost = line.all("fails", "produce").count
    #expect(grown > 250 && fits(lost, of: grown, 0.15, refusing: 2))
    let doses = line.lines.filter { $0.event == "is stored" }.compactMap { Double($0.detail) }
    // Triangular from 10 over 30 to 100: mean 46.7, standard deviation 19.3.
    let mean = doses.reduce(0, +) / Double(doses.count)
    #expect(abs(mean - 140.0 / 3) < 3.9 * 19.3 / Double(doses.count).squareRoot())
  }

  @Test("Stem cells: one harvest in ten brings too few cells, seven manufactures in a hundred fail")
  func harvests() throws {
    let line = try LibraryLine(
      stocks: "hsc-vector-dose: { initial: 100000 doses }",
      """
      hsc:
        slots: { weekly: { mon: 1, tue: 1 } }
        patients: { arrive: { poisson: 60 / y } }
        route: [ { include: { file: hsc-gene-therapy.yaml } } ]
      """, until: "2032-01-01", replications: 3)
    let selected = line.all("ends", "select CD34 cells").count
    #expect(selected > 800 && fits(line.all("fails", "select CD34 cells").count, of: selected, 0.10))
    let made = line.all("ends", "second hit").count
    #expect(fits(line.all("fails", "second hit").count, of: made, 0.07, refusing: 2))
  }

  @Test("CAR-T: one batch in ten is out of specification, and physicians ask for seven of ten of these")
  func specification() throws {
    let line = try LibraryLine(
      stocks: "car-vector-dose: { initial: 100000 doses }",
      """
      car-t:
        slots: { weekly: { mon: 1, tue: 1 } }
        patients: { arrive: { poisson: 80 / y } }
        route: [ { include: { file: car-t.yaml, with: { eligible: 1 } } } ]
      """, until: "2034-01-01", replications: 2)
    let asked = line.all("is out of specification, released on request", "qualified person").count
    let refused = line.all("is out of specification", "qualified person").count
    let released = line.all("is released", "qualified person").count
    #expect(released > 700 && fits(asked + refused, of: released + refused, 0.10))
    let share = Double(asked) / Double(asked + refused)
    #expect(abs(share - 0.7) < 3.9 * (0.21 / Double(asked + refused)).squareRoot())
  }

  @Test("TIL: 28.5 of 100 batches are out of specification, and three of 100 do not grow")
  func tumours() throws {
    let line = try LibraryLine(
      stocks: "feeder-vial: { initial: 100000 vials }",
      """
      til:
        slots: { weekly: { mon: 1, tue: 1 } }
        patients: { arrive: { poisson: 90 / y } }
        route: [ { include: { file: tumour-infiltrating-lymphocytes.yaml } } ]
      """, until: "2036-01-01", replications: 2)
    let grown = line.all("ends", "first growth").count
    #expect(grown > 700 && fits(line.all("fails", "first growth").count, of: grown, 0.03, refusing: 4))
    let outside = line.sum("batches.out-of-specification")
    let tested =
      line.sum("batches.released") + Double(line.all("is out of specification", "qualified person").count)
    #expect(fits(Int(outside), of: Int(tested), 0.285))
  }
}
