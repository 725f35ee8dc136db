/// There is something to do, for somebody.
enum RoutesAreThere: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    let scenario = view.scenario
    let changes = view.resources.contains(where: \.changesByItself)
    if scenario.products.isEmpty, scenario.training.isEmpty, !changes { return [Finding("", .nothingToDo)] }
    let ordered = Set(
      scenario.stocks.compactMap { stock -> String? in
        if case .product(let name) = stock.reorder?.supply { name } else { nil }
      }
    ).union(scenario.trainingProducts)
    return scenario.products.flatMap { product -> [Finding] in
      let path = "products/\(product.name)"
      var findings: [Finding] = []
      if product.route.isEmpty { findings.append(Finding(path, .noRoute(product: product.name))) }
      if product.patients == nil, product.runs == nil, !ordered.contains(product.name) {
        findings.append(Finding(path, .noDemand(product: product.name)))
      }
      if let demand = product.patients { findings += order(of: demand, path) }
      findings += purpose(of: product, path)
      return findings
    }
  }

  /// Patients for patients, runs for runs.
  private static func purpose(of product: Product, _ path: String) -> [Finding] {
    if product.patients != nil && product.runs != nil {
      return [Finding("\(path)/runs", .patientsAndRuns(product: product.name))]
    }
    guard let purpose = product.purpose else { return [] }
    if product.runs != nil && purpose.isForPatients {
      return [Finding("\(path)/purpose", .runsForPatients(purpose))]
    }
    if product.patients != nil && !purpose.isForPatients {
      return [Finding("\(path)/purpose", .patientsOfRuns(purpose))]
    }
    return []
  }

  /// `order: worst off` needs a severity, `order: due date` a due date.
  private static func order(of demand: Demand, _ path: String) -> [Finding] {
    switch demand.order {
    case .worstOff where demand.severity == nil:
      [Finding("\(path)/patients/order", .orderWithoutKey(order: demand.order, key: "severity"))]
    case .dueDate where demand.due == nil:
      [Finding("\(path)/patients/order", .orderWithoutKey(order: demand.order, key: "due"))]
    case .maximumBenefit where demand.benefit == nil:
      [Finding("\(path)/patients/order", .orderWithoutKey(order: demand.order, key: "benefit"))]
    default: []
    }
  }
}
