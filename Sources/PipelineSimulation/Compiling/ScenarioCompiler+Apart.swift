import PipelineModel

extension ScenarioCompiler {
  /// The traits that rules and pairs tell apart, each a bit.
  private var traitBits: [String: UInt64] {
    var bits: [String: UInt64] = [:]
    for name in scenario.traitsToldApart where bits[name] == nil { bits[name] = 1 << UInt64(bits.count & 63) }
    return bits
  }

  /// The traits of each product, and the zones in which those that are never together keep apart.
  mutating func compileTraits() throws(CompileFault) {
    let bits = traitBits
    guard bits.count <= 64 else { throw CompileFault("products", "At most 64 traits can be told apart.") }
    tables.traitsOfProduct = scenario.products.map { product in
      product.traits.reduce(0) { $0 | (bits[$1] ?? 0) }
    }
    for place in IncompatiblePair.Place.allCases {
      let pairs = scenario.incompatible.filter { $0.place == place && $0.traits.count == 2 }
      let partners = scenario.products.map { product in
        scenario.products.indices.filter { other in
          pairs.contains { isApart(product, scenario.products[other], by: $0) }
        }.map(Int32.init)
      }
      if partners.allSatisfy(\.isEmpty) { continue }
      addZones(place, partners)
    }
  }

  private func isApart(_ product: Product, _ other: Product, by pair: IncompatiblePair) -> Bool {
    product.traits.contains(pair.traits[0]) && other.traits.contains(pair.traits[1])
      || product.traits.contains(pair.traits[1]) && other.traits.contains(pair.traits[0])
  }

  private mutating func addZones(_ place: IncompatiblePair.Place, _ partners: [[Int32]]) {
    for facility in scenario.facilities {
      var zoneOfAir: [String: Int32] = [:]
      for resource in facility.resources {
        guard case .room = resource.kind, let pool = poolOf["\(facility.name)/\(resource.name)"] else {
          continue
        }
        switch place {
        case .sameRoom:
          tables.pools[Int(pool)].roomZone = Int32(tables.zones.count)
          tables.zones.append(ZonePlan(name: resource.name, partners: partners))
        case .sameAir:
          guard let air = resource.air else { continue }
          let zone = zoneOfAir[air] ?? Int32(tables.zones.count)
          if zoneOfAir[air] == nil { tables.zones.append(ZonePlan(name: air, partners: partners)) }
          zoneOfAir[air] = zone
          tables.pools[Int(pool)].airZone = zone
        }
      }
    }
  }

  /// The rules of a changeover; their draws are named by what they are for, so that a rule put in between changes no other.
  mutating func changeoverRules(_ rules: [ChangeoverRule], path: String) throws(CompileFault) -> TableRange {
    let bits = traitBits
    let start = tables.changeoverRules.count
    for rule in rules {
      let name = "\(path)/changeover after \(rule.after.name) before \(rule.before.name)"
      tables.changeoverRules.append(
        ChangeoverRulePlan(
          after: plan(of: rule.after, bits), before: plan(of: rule.before, bits),
          takes: try draw(rule.takes, for: name)))
    }
    return TableRange(start: Int32(start), count: Int32(rules.count))
  }

  private func plan(of use: ChangeoverRule.Use, _ bits: [String: UInt64]) -> UsePlan {
    switch use {
    case .any: .any
    case .sameProduct: .sameProduct
    case .otherProduct: .otherProduct
    case .trait(let name): .traits(bits[name] ?? 0)
    }
  }

  /// Whether a step claims a room in which its product may meet one that it never meets.
  func keepsApart(_ step: StepPlan) -> Bool {
    guard step.variant >= 0 else { return false }
    let product = Int(tables.variants[Int(step.variant)].product)
    return tables.claims[step.claims.indices].contains { claim in
      tables.pools[Int(claim.pool)].zones.contains { !tables.zones[Int($0)].partners[product].isEmpty }
    }
  }
}

extension ChangeoverRule.Use {
  fileprivate var name: String {
    switch self {
    case .any: "any"
    case .sameProduct: "same product"
    case .otherProduct: "other product"
    case .trait(let name): name
    }
  }
}
