/// One place at which a consequence is stated, or left to its default.
struct ConsequenceSite {
  let consequence: Consequence
  let path: String
  /// How often it follows: never where it cannot.
  let isPossible: Bool
}

extension PlacedPart {
  /// What can become of who is at this entry.
  var consequences: [ConsequenceSite] {
    var sites: [ConsequenceSite] = []
    func add(_ consequence: Consequence, _ key: String, if isPossible: Bool = true) {
      sites.append(ConsequenceSite(consequence: consequence, path: "\(path)/\(key)", isPossible: isPossible))
    }
    switch part {
    case .step(let step):
      if let passes = step.passes {
        add(passes.otherwise, "passes/otherwise", if: passes.probability < 1)
      }
      for (index, rule) in step.fails.enumerated() {
        let key = item("fails", index, of: step.fails.count)
        add(rule.then, "\(key)/then", if: rule.canStrike)
        add(rule.otherwise, "\(key)/else", if: rule.canStrike && rule.attempts != nil)
      }
      if let check = step.checksIdentity {
        add(check.then, "checks identity/then", if: check.finds > 0 && check.persons > 0)
      }
      if step.line.patience != nil { add(step.line.then, "line/then") }
      if let within = step.within { add(within.then, "within/otherwise") }
      if let life = step.startsShelfLife { add(life.then, "starts shelf life/on expiry") }
    case .hold(let hold): add(hold.limit.then, "then")
    case .makeBatch(let make): add(make.otherwise, "else", if: make.attempts != nil)
    case .ship(let shipment): add(shipment.ifLost, "if lost")
    case .release(let release):
      if let rule = release.outOfSpecification {
        add(
          rule.otherwise, "out of specification/else", if: rule.probability > 0 && rule.releasedOnRequest < 1)
      }
    default: break
    }
    return sites
  }
}

extension FailureRule {
  /// Whether it can strike at all.
  var canStrike: Bool { probability > 0 || !onAttempts.isEmpty }
}
