import PipelineModel
import ScenarioFiles
import Testing

/// What is made under hospital exemption stays in its member state, whatever way it is tried to take it out.
@Suite struct HospitalExemptionTests {
  /// What is wrong with a scenario of two countries, as the paths and the sentences of its errors.
  private func errors(_ products: String, stocks: String = "{}") throws -> [String] {
    let text = """
      title: Two countries
      start: 2025-01-06
      horizon: 1 y
      sites: { leiden: { country: NL }, lund: { country: SE } }
      transport: { to-lund: { from: leiden, to: lund, takes: 14 h } }
      facilities:
        lumc: { site: leiden, rooms: { suite: { count: 1 } }, people: { officer: { count: 1 } } }
        sus: { site: lund, rooms: { ward: { count: 1 } }, people: { analyst: { count: 1 }, nurse: { count: 1 } } }
      stocks: \(stocks)
      products:
      \(products)
      """
    let result = ScenarioReader.read(text: text)
    let scenario = try #require(result.scenario, "\(result.report().text())")
    return ScenarioRules.findings(in: scenario).filter { $0.severity == .error }.map { finding in
      guard case .crossesBorder(let product, let made, let treated) = finding.problem else {
        return finding.sentence
      }
      return "\(finding.path): \(product) \(made) to \(treated)"
    }
  }

  private let lot = """
      lot:
        regime: hospital exemption
        made at: [lumc]
        route: [ { step: expand, takes: 4 h, uses: suite }, { store: bag } ]
    """
  private let bag = "{ bag: { initial: 1, reorder: { at: 0, quantity: 1, made by: lot } } }"

  @Test("A lot that is stored may not be consumed by a product made abroad")
  func stockAbroad() throws {
    let dose = """
        dose:
          made at: [sus]
          patients: { arrive: { poisson: 18 / y } }
          route: [ { step: thaw, takes: 1 h, uses: ward, consumes: bag }, { infuse: infusion, takes: 1 h } ]
      """
    #expect(
      try errors("\(lot)\n\(dose)", stocks: bag)
        == ["products/dose/route/thaw/consumes/bag: lot NL to SE"])
  }

  @Test("A lot may not be used abroad by a product that is made at home, nor through another stock")
  func secondStock() throws {
    let stocks = """
      { bag: { initial: 1, reorder: { at: 0, quantity: 1, made by: lot } }, syringe: { initial: 1, reorder: { at: 0, quantity: 1, made by: filling } } }
      """
    let rest = """
        filling:
          made at: [lumc]
          route: [ { step: fill, takes: 1 h, uses: suite, consumes: bag }, { store: syringe } ]
        dose:
          made at: [lumc]
          patients: { arrive: { poisson: 18 / y } }
          route: [ { infuse: infusion, takes: 1 h, uses: sus/ward, consumes: syringe } ]
      """
    #expect(
      try errors("\(lot)\n\(rest)", stocks: stocks) == ["products/dose/route/infusion/uses: lot NL to SE"])
  }

  @Test("A lot may not be stored in a facility abroad")
  func storedAbroad() throws {
    let stocks = "{ bag: { initial: 1, facility: sus, reorder: { at: 0, quantity: 1, made by: lot } } }"
    #expect(try errors(lot, stocks: stocks) == ["products/lot/route/bag: lot NL to SE"])
  }

  private func product(_ route: String, at site: String = "") -> String {
    """
      car-t:
        regime: hospital exemption
        made at: [lumc]
        patients: { \(site)arrive: { poisson: 18 / y } }
        route:
          - { step: wash, takes: 1 h, uses: suite }
    \(route)
          - { infuse: infusion, takes: 1 h }
    """
  }

  @Test(
    "Touch work, cultures, delays, touches and countdowns abroad take the product there",
    arguments: [
      "{ step: bedside, takes: 1 h, uses: sus/ward }", "{ culture: bedside, takes: 1 d, uses: sus/ward }",
      "{ delay: bedside, takes: 1 d, uses: sus/ward }", "{ step: bedside, takes: 1 h, uses: sus/nurse }",
    ])
  func touchAbroad(step: String) throws {
    #expect(
      try errors(product("      - \(step)")) == ["products/car-t/route/bedside/uses: car-t NL to SE"])
  }

  @Test("Touches that repeat and units that are kept abroad take the product there")
  func touchesAbroad() throws {
    let touches =
      "{ culture: bed, takes: 3 d, uses: suite, repeats: { every: 1 d, takes: 1 h, uses: sus/nurse } }"
    #expect(
      try errors(product("      - \(touches)")) == ["products/car-t/route/bed/repeats/uses: car-t NL to SE"])
    let kept = "{ step: bed, takes: 1 h, keeps: { sus/ward: 1 } }"
    let frees = "{ step: up, takes: 1 h, frees: sus/ward }"
    #expect(
      try errors(product("      - \(kept)\n      - \(frees)"))
        == ["products/car-t/route/bed/keeps: car-t NL to SE"])
  }

  @Test("Assays and desk work abroad leave the product where it is")
  func deskWork() throws {
    let work = """
            - { assay: sterility, takes: 7 d, hands on: 2 h, uses: sus/analyst }
            - { review: record, takes: 1 d, uses: sus/analyst }
      """
    #expect(try errors(product(work)) == [])
  }

  @Test("An infusion that uses nothing is where the patients are")
  func patientsAbroad() throws {
    #expect(try errors(product("", at: "at: lund, ")) == ["products/car-t/patients/at: car-t NL to SE"])
    #expect(try errors(product("", at: "at: leiden, ")) == [])
    #expect(try errors(product("")) == [])
  }

  @Test("A shared product of two countries is refused for the maker of the other one")
  func sharedPool() throws {
    let shared = """
        car-t:
          regime: hospital exemption
          made at: [lumc, sus]
          patients: { at: leiden, arrive: { poisson: 18 / y } }
          route: [ { step: rest, takes: 1 h }, { infuse: infusion, takes: 1 h } ]
      """
    #expect(try errors(shared) == ["products/car-t/patients/at: car-t SE to NL"])
  }

  @Test("A clinical trial crosses the border")
  func trial() throws {
    let crossing = product("      - { step: bedside, takes: 1 h, uses: sus/ward }", at: "at: lund, ")
    let trial = crossing.replacing("regime: hospital exemption", with: "regime: clinical trial")
    #expect(try errors(trial) == [])
  }
}

extension String {
  /// The text with every piece of it that reads so replaced.
  fileprivate func replacing(_ piece: String, with other: String) -> String {
    split(separator: piece, omittingEmptySubsequences: false).joined(separator: other)
  }
}
