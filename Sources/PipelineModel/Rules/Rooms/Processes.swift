/// A process is qualified by runs of a product made where the process is, and named by steps made there.
enum Processes: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    let products = Dictionary(view.products.map { ($0.product.name, $0) }) { first, _ in first }
    var used: Set<String> = []
    let steps = view.products.flatMap { product in
      product.steps.flatMap { step, path, _ -> [Finding] in
        guard let name = step.process else { return [] }
        return product.facilities.compactMap { facility -> Finding? in
          used.insert("\(facility ?? "")/\(name)")
          return finding(name, in: product, at: view.facility(facility), "\(path)/process")
        }
      }
    }
    let processes = view.scenario.facilities.flatMap { facility in
      facility.processes.flatMap { process in
        let path = "facilities/\(facility.name)/processes/\(process.name)"
        let isUsed = used.contains("\(facility.name)/\(process.name)")
        let unused = Finding(path, .unused(.processOf(facility: facility.name), name: process.name))
        return findings(of: process, at: facility, products, path) + (isUsed ? [] : [unused])
      }
    }
    return processes + steps
  }

  private static func finding(
    _ name: String, in product: ProductView, at facility: Facility?, _ path: String
  ) -> Finding? {
    guard let process = facility?.processes.first(where: { $0.name == name }) else {
      let home = facility?.name ?? ""
      let known = facility?.processes.map(\.name) ?? []
      return Finding(path, .unknownName(.processOf(facility: home), name: name, known: known))
    }
    if process.qualifiedBy != product.product.name { return nil }
    return Finding(path, .qualifiesItself(process: name, product: product.product.name))
  }

  private static func findings(
    of process: QualifiedProcess, at facility: Facility, _ products: [String: ProductView], _ path: String
  ) -> [Finding] {
    let product = process.qualifiedBy
    guard let fills = products[product] else {
      let known = products.keys.sorted()
      return [Finding("\(path)/qualified by", .unknownName(.product, name: product, known: known))]
    }
    var findings: [Finding] = []
    if fills.product.runs == nil {
      findings.append(
        Finding("\(path)/qualified by", .qualifiedWithoutRuns(process: process.name, product: product)))
    }
    if fills.facilities != [facility.name] {
      findings.append(
        Finding(
          "\(path)/qualified by",
          .qualifiedElsewhere(process: process.name, product: product, facility: facility.name)))
    }
    return findings
  }
}
