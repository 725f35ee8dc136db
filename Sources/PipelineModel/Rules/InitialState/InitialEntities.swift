import Quantities

/// Who and what is there at the start can be there: of a product that has such, at a step of its route, in an order of time.
enum InitialEntities: ScenarioRule {
  /// So long before the start the past is of no interest, and not laid out.
  static var oldest: Int { 5 }

  static func findings(in view: ScenarioView) -> [Finding] {
    let state = view.scenario.initialState
    if state == InitialState() { return [] }
    var check = StateCheck(view)
    if let day = state.asOf, day != view.scenario.start {
      check.findings.append(Finding("initial state/as of", .stateOfAnotherDay(view.scenario.start)))
    }
    for (index, patient) in state.patients.enumerated() {
      check.check(patient, "initial state/patients/\(index + 1)")
    }
    for (index, lot) in state.lots.enumerated() { check.check(lot, "initial state/lots/\(index + 1)") }
    return check.findings
  }
}

private struct StateCheck {
  let view: ScenarioView
  var findings: [Finding] = []
  private var names: Set<String> = []
  private let products: [String: ProductView]

  init(_ view: ScenarioView) {
    self.view = view
    products = Dictionary(view.products.map { ($0.product.name, $0) }) { first, _ in first }
  }

  mutating func check(_ patient: InitialPatient, _ path: String) {
    guard let product = product(patient.product, path) else { return }
    checkName(patient.id, of: patient.product, path)
    if product.product.patients == nil {
      findings.append(Finding("\(path)/product", .patientsOfNoDemand(product: patient.product)))
    }
    if let place = patient.madeAt, !product.facilities.contains(place) {
      findings.append(Finding("\(path)/made at", .notMadeAt(product: patient.product, facility: place)))
    }
    check(patient.referred, "\(path)/referred", isOldAllowed: true)
    check(patient.collected, "\(path)/collected", isOldAllowed: true)
    if let collected = patient.collected, collected < patient.referred {
      findings.append(
        Finding("\(path)/collected", .beforeEarlier(what: "the collection", earlier: "the referral")))
    }
    if let entry = patient.waitsFor {
      checkEntry(entry, of: product, "\(path)/waits for", isStep: false)
    }
    check(patient.since, "\(path)/since")
    checkOrder(patient.since, behind: patient, "\(path)/since")
    check(patient.steps, since: patient.since, of: product, path)
    for step in patient.steps { checkOrder(step.since, behind: patient, "\(path)/in/\(step.name)") }
  }

  mutating func check(_ lot: InitialLot, _ path: String) {
    guard let product = product(lot.product, path) else { return }
    checkName(lot.id, of: lot.product, path)
    let fills = view.scenario.stocks.contains { stock in
      if case .product(lot.product)? = stock.reorder?.supply { true } else { false }
    }
    if !fills { findings.append(Finding("\(path)/product", .lotsOfNoStock(product: lot.product))) }
    if lot.steps.isEmpty { findings.append(Finding(path, .lotNowhere)) }
    check(lot.since, "\(path)/since")
    check(lot.steps, since: lot.since, of: product, path)
  }

  private mutating func product(_ name: String, _ path: String) -> ProductView? {
    if let product = products[name] { return product }
    let known = view.scenario.products.map(\.name)
    findings.append(Finding("\(path)/product", .unknownName(.product, name: name, known: known)))
    return nil
  }

  private mutating func checkName(_ name: String?, of product: String, _ path: String) {
    guard let name, !names.insert("\(product) \(name)").inserted else { return }
    findings.append(Finding("\(path)/id", .secondOfName(name)))
  }

  private mutating func checkEntry(_ name: String, of product: ProductView, _ path: String, isStep: Bool) {
    let known = product.parts.filter { part in
      switch part.part {
      case .step, .countdown: true
      case .book: !isStep
      default: false
      }
    }.map(\.name)
    if known.contains(name) { return }
    findings.append(Finding(path, .unknownName(.part, name: name, known: known)))
  }

  private mutating func check(
    _ steps: [InitialStep], since: CivilInstant?, of product: ProductView, _ path: String
  ) {
    for step in steps {
      checkEntry(
        step.name, of: product, step.since == nil ? "\(path)/in" : "\(path)/in/\(step.name)", isStep: true)
      check(step.since, "\(path)/in/\(step.name)")
      if step.since == nil, since == nil {
        findings.append(Finding("\(path)/in", .sinceWhen(step: step.name)))
      }
    }
  }

  private mutating func check(_ instant: CivilInstant?, _ path: String, isOldAllowed: Bool = false) {
    guard let instant else { return }
    let start = view.scenario.start
    if instant > start { findings.append(Finding(path, .afterStart(start))) }
    let oldest = isOldAllowed ? 20 : InitialEntities.oldest
    if instant.date < start.date.adding(years: -oldest) {
      findings.append(Finding(path, .tooLongAgo(years: oldest)))
    }
  }

  private mutating func checkOrder(_ since: CivilInstant?, behind patient: InitialPatient, _ path: String) {
    guard let since else { return }
    if since < patient.referred {
      findings.append(Finding(path, .beforeEarlier(what: "this", earlier: "the referral")))
    }
  }
}
