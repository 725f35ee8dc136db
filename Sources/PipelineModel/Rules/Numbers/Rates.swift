import Quantities

/// Rates are greater than zero, and arrivals further apart than the clock can tell.
enum Rates: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    let tick = view.scenario.tick
    var findings: [Finding] = []
    func check(_ rate: Rate, _ path: String, isArrival: Bool) {
      if !(rate.perSecond > 0) {
        findings.append(Finding(path, .rateOfZero))
      } else if isArrival, rate.perSecond * Double(Laws.leastTicks) > Double(tick.ticksPerSecond) {
        findings.append(Finding(path, .rateTooHigh(perSecond: rate.perSecond, tick: tick)))
      }
    }
    func check(_ arrivals: Arrivals, _ path: String) {
      switch arrivals {
      case .poisson(let rate): check(rate, "\(path)/poisson", isArrival: true)
      case .varying(let function): check(function.base, "\(path)/varying/rate", isArrival: true)
      default: break
      }
    }
    for product in view.products {
      if let arrivals = product.product.runs?.arrivals { check(arrivals, "\(product.path)/runs/arrive") }
      guard let demand = product.product.patients else { continue }
      check(demand.arrivals, "\(product.path)/patients/arrive")
      if let rate = demand.worsens {
        check(rate, "\(product.path)/patients/worsens", isArrival: false)
      }
      for clock in demand.clocks {
        guard case .hazard(let rate) = clock.risk else { continue }
        check(rate, "\(product.path)/patients/clocks/\(clock.name)/hazard", isArrival: false)
      }
    }
    for programme in view.scenario.training { check(programme.intake, "training/\(programme.name)/intake") }
    return findings
  }
}
