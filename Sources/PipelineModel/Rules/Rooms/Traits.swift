/// Traits are those of products, changeover rules can be come to, and what is never together can be kept apart.
///
/// - Complexity: O(rules² + products × pairs).
enum Traits: ScenarioRule {
  /// The most traits that rules and pairs can tell apart.
  static let limit = 64

  static func findings(in view: ScenarioView) -> [Finding] {
    var known: [String] = []
    for trait in view.scenario.products.flatMap(\.traits) where !known.contains(trait) { known.append(trait) }
    var findings = rules(view, known) + pairs(view, known)
    let told = Set(view.scenario.traitsToldApart)
    if told.count > limit { findings.append(Finding("products", .tooManyTraits(limit: limit))) }
    return findings
  }

  private static func rules(_ view: ScenarioView, _ known: [String]) -> [Finding] {
    view.resources.flatMap { place -> [Finding] in
      let rules = place.resource.changeover?.rules ?? []
      var findings: [Finding] = []
      for (index, rule) in rules.enumerated() {
        let path = "\(place.path)/changeover/\(index + 1)"
        for (use, key) in [(rule.after, "after"), (rule.before, "before")] {
          if case .trait(let name) = use, !known.contains(name) {
            findings.append(Finding("\(path)/\(key)", .unknownName(.trait, name: name, known: known)))
          }
        }
        if let earlier = rules[..<index].firstIndex(where: { $0.covers(rule) }) {
          findings.append(Finding(path, .changeoverNeverFits(earlier: earlier + 1)))
        }
      }
      return findings
    }
  }

  private static func pairs(_ view: ScenarioView, _ known: [String]) -> [Finding] {
    var findings: [Finding] = []
    for (index, pair) in view.scenario.incompatible.enumerated() {
      let path = "incompatible/\(index + 1)"
      guard pair.traits.count == 2, pair.traits[0] != pair.traits[1] else {
        findings.append(Finding("\(path)/never together", .notTwoTraits))
        continue
      }
      for (number, name) in pair.traits.enumerated() where !known.contains(name) {
        findings.append(
          Finding("\(path)/never together/\(number + 1)", .unknownName(.trait, name: name, known: known)))
      }
      for product in view.scenario.products where pair.traits.allSatisfy(product.traits.contains) {
        findings.append(
          Finding(
            "products/\(product.name)/traits",
            .apartFromItself(product: product.name, one: pair.traits[0], other: pair.traits[1])))
      }
      if pair.place == .sameAir, !view.resources.contains(where: { $0.resource.air != nil }) {
        findings.append(Finding("\(path)/in", .noAir))
      }
    }
    return findings
  }
}

extension ChangeoverRule {
  /// Whether every pair of uses that another rule is for is also one of this rule.
  fileprivate func covers(_ other: ChangeoverRule) -> Bool {
    after.covers(other.after) && before.covers(other.before)
  }
}

extension ChangeoverRule.Use {
  fileprivate func covers(_ other: ChangeoverRule.Use) -> Bool { self == .any || self == other }
}

extension Scenario {
  /// The traits that changeover rules and incompatible pairs name, in the order of the file, some more than once.
  public var traitsToldApart: [String] {
    let rules = facilities.flatMap(\.resources).flatMap { $0.changeover?.rules ?? [] }
    let uses = rules.flatMap { [$0.after, $0.before] }
    let named = uses.compactMap { use in if case .trait(let name) = use { name } else { nil } }
    return named + incompatible.flatMap(\.traits)
  }
}
