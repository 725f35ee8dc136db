/// Every probability and every fraction lies between 0 and 1, and those of alternatives add up to at most 1.
enum Probabilities: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    var findings: [Finding] = []
    func check(_ value: Double?, _ path: String) {
      guard let value, !(0...1).contains(value) else { return }
      findings.append(Finding(path, .fractionOutOfRange(value)))
    }
    func checkSum(_ values: [Double], of things: String, _ path: String) {
      let sum = values.reduce(0, +)
      if sum > 1 + 1e-9 { findings.append(Finding(path, .probabilitiesAboveOne(of: things, sum: sum))) }
    }
    for period in view.scenario.leave { check(period.present, "leave/\(period.name)/present") }
    for link in view.scenario.transport {
      check(link.lost, "transport/\(link.name)/lost")
      check(link.delay?.probability, "transport/\(link.name)/delayed/probability")
    }
    for place in view.resources {
      check(place.resource.monitoring?.excursion, "\(place.path)/monitoring/excursion")
      check(place.resource.monitoring?.hold?.probability, "\(place.path)/monitoring/hold/probability")
      check(place.resource.absence?.share, "\(place.path)/absence/share")
    }
    for certificate in view.scenario.certificates {
      check(certificate.renewal?.passes, "certificates/\(certificate.name)/renewal/passes")
    }
    for place in view.resources {
      for held in place.resource.certificates {
        check(held.share, "\(place.path)/certificates/\(held.name)")
      }
    }
    for stock in view.scenario.stocks { check(stock.reorder?.fails, "stocks/\(stock.name)/reorder/fails") }
    for programme in view.scenario.training {
      let path = "training/\(programme.name)"
      check(programme.completes, "\(path)/completes")
      check(programme.stays, "\(path)/stays")
      for entry in programme.becomes { check(entry.probability, "\(path)/becomes/\(entry.role)") }
      checkSum(programme.becomes.map(\.probability), of: "roles", "\(path)/becomes")
    }
    for part in view.products.flatMap(\.parts) {
      let path = part.path
      switch part.part {
      case .step(let step):
        check(step.passes?.probability, "\(path)/passes")
        check(step.mixesUp, "\(path)/mixes up")
        check(step.checksIdentity?.finds, "\(path)/checks identity/finds")
        for (index, rule) in step.fails.enumerated() {
          check(rule.probability, "\(item("\(path)/fails", index, of: step.fails.count))/probability")
        }
      case .choose(let choice):
        for arm in choice.arms { check(arm.probability, "\(path)/arms/\(arm.name)/probability") }
        checkSum(choice.arms.map(\.probability), of: "arms", "\(path)/arms")
      case .makeBatch(let make): check(make.materialLeft, "\(path)/material left")
      case .release(let release):
        check(release.positiveAfterInfusion, "\(path)/positive after infusion")
        check(release.outOfSpecification?.probability, "\(path)/out of specification/probability")
        check(
          release.outOfSpecification?.releasedOnRequest, "\(path)/out of specification/released on request")
      default: break
      }
    }
    return findings
  }
}
