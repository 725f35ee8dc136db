import Quantities

/// The documented limits of a scenario.
public enum ScenarioLimits {
  /// The greatest count of anything: units, claims, patients of a cohort, units of a stock.
  public static let count = 1_000_000
  /// The most entries of one route, those inside others included.
  public static let routeParts = 500
  /// The most resources and stocks that one step can claim.
  public static let claims = 32
  /// The most sets of certificates that claims can ask of one role.
  public static let certificateProfiles = 4
  /// The most names in one list: products, facilities, resources of all facilities, stocks and so on.
  public static let names = 5_000
  /// The furthest horizon in years after the start.
  public static let horizonYears = 10_000
  /// The furthest horizon in years after the start where calendars are used.
  public static let horizonYearsWithCalendars = 400
  /// The most years over which people are counted by month.
  public static let yearsByMonth = 50
}

/// Sizes within which every other rule, and the simulation, work.
enum LimitsRule: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    let scenario = view.scenario
    var counts = CountCheck()
    counts.check(scenario.sites.count, "sites")
    counts.check(scenario.calendars.count, "calendars")
    counts.check(scenario.leave.count, "leave")
    counts.check(scenario.facilities.count, "facilities")
    counts.check(view.resources.count, "facilities")
    counts.check(scenario.transport.count, "transport")
    counts.check(scenario.stocks.count, "stocks")
    counts.check(scenario.products.count, "products")
    counts.check(scenario.training.count, "training")
    for place in view.resources {
      let path = place.path
      switch place.resource.capacity {
      case .count(let count): counts.check(count, from: 0, "\(path)/count")
      case .timetable(let changes):
        for change in changes { counts.check(change.count, from: 0, "\(path)/count/\(change.at.written)") }
      case .fullTimeEquivalents(let fte, let hours):
        counts.check(fte, "\(path)/fte")
        counts.check(hours, "\(path)/productive")
      case .fullTimeEquivalentPlan(let changes, let hours):
        for change in changes where change.equivalents != 0 {
          counts.check(change.equivalents, "\(path)/fte/\(change.at.written)")
        }
        counts.check(hours, "\(path)/productive")
      }
      counts.check(place.resource.monitoring?.deviation?.uses ?? [], "\(path)/monitoring/deviation/uses")
      counts.check(place.resource.breakdown?.uses ?? [], "\(path)/breaks/uses")
    }
    for facility in scenario.facilities {
      for process in facility.processes {
        let path = "facilities/\(facility.name)/processes/\(process.name)"
        counts.check(process.initially, from: 1, "\(path)/initially")
        counts.check(process.again, from: 0, "\(path)/again")
      }
    }
    for stock in scenario.stocks {
      let path = "stocks/\(stock.name)"
      counts.check(stock.initial, from: 0, "\(path)/initial")
      counts.check(stock.reorder?.at, from: 0, "\(path)/reorder/at")
      counts.check(stock.reorder?.upTo, from: 0, "\(path)/reorder/up to")
      counts.check(stock.reorder?.lotBrings, from: 0, "\(path)/reorder/a lot brings")
      counts.check(stock.reorder?.quantity, from: 0, "\(path)/reorder/quantity")
    }
    for product in scenario.products {
      let path = "products/\(product.name)"
      counts.check(product.priority, from: 0, "\(path)/priority")
      for day in product.slots?.weekly ?? [] {
        counts.check(day.count, from: 0, "\(path)/slots/weekly/\(day.day.symbol)")
      }
      counts.check(product.trial?.cohort, from: 1, "\(path)/trial/cohort")
      counts.check(product.trial?.atMost, from: 1, "\(path)/trial/at most")
      if let runs = product.runs {
        counts.check(runs.initially, from: 1, "\(path)/runs/initially")
        if let arrivals = runs.arrivals { counts.check(arrivals, "\(path)/runs/arrive") }
      }
      if let demand = product.patients {
        counts.check(demand.arrivals, "\(path)/patients/arrive")
        for (index, withdrawal) in demand.withdrawals.enumerated() {
          counts.check(withdrawal.patient, from: 1, "\(path)/patients/withdrawals/\(index + 1)/patient")
        }
      }
      if product.route.reduce(0, { $0 + $1.count }) > ScenarioLimits.routeParts {
        counts.findings.append(Finding("\(path)/route", .tooManyParts(limit: ScenarioLimits.routeParts)))
      } else {
        counts.check(ProductView(product, onlyFacility: nil))
      }
    }
    counts.check(scenario.initialState)
    for programme in scenario.training {
      let path = "training/\(programme.name)"
      counts.check(programme.intake, "\(path)/intake")
      counts.check(programme.seats, from: 0, "\(path)/seats")
    }
    return counts.findings
  }
}

private struct CountCheck {
  var findings: [Finding] = []

  mutating func check(_ count: Int?, from least: Int, _ path: String) {
    let range = least...ScenarioLimits.count
    if let count, !range.contains(count) { findings.append(Finding(path, .countOutOfRange(count, range))) }
  }

  mutating func check(_ names: Int, _ path: String) {
    if names > ScenarioLimits.names {
      findings.append(Finding(path, .tooManyNames(limit: ScenarioLimits.names)))
    }
  }

  mutating func check(_ number: Double, _ path: String) {
    if !(number > 0) || !number.isFinite { findings.append(Finding(path, .notPositive(number))) }
    if number > Double(ScenarioLimits.count) {
      findings.append(Finding(path, .countOutOfRange(Int(min(number, 1e15)), 0...ScenarioLimits.count)))
    }
  }

  mutating func check(_ state: InitialState) {
    check(state.patients.count, "initial state/patients")
    check(state.lots.count, "initial state/lots")
    for (index, patient) in state.patients.enumerated() {
      check(patient.attempt, from: 1, "initial state/patients/\(index + 1)/batch")
    }
    for (index, lot) in state.lots.enumerated() {
      check(lot.units, from: 1, "initial state/lots/\(index + 1)/counts for")
    }
    for shelf in state.stocks { check(shelf.lots.count, "initial state/stocks/\(shelf.stock)") }
  }

  mutating func check(_ claims: [Claim], _ path: String) {
    for claim in claims { check(claim.count, from: 1, "\(path)/\(claim.name)") }
  }

  mutating func check(_ arrivals: Arrivals, _ path: String) {
    if case .cohort(let count, _) = arrivals { check(count, from: 1, "\(path)/cohort") }
  }

  mutating func check(_ product: ProductView) {
    for part in product.parts {
      switch part.part {
      case .step(let step):
        if step.uses.count + step.keeps.count + step.consumes.count + (step.process == nil ? 0 : 1)
          > ScenarioLimits.claims
        {
          findings.append(Finding("\(part.path)/uses", .tooManyClaims(limit: ScenarioLimits.claims)))
        }
        check(step.uses, "\(part.path)/uses")
        check(step.consumes, "\(part.path)/consumes")
        check(step.keeps, "\(part.path)/keeps")
        check(step.line.atMost, from: 0, "\(part.path)/line/at most")
        check(step.priority, from: 0, "\(part.path)/priority")
        for (index, touch) in step.repeats.enumerated() {
          check(touch.uses, "\(item("\(part.path)/repeats", index, of: step.repeats.count))/uses")
        }
      case .countdown(let countdown): check(countdown.uses, "\(part.path)/uses")
      case .gather(let gathering): check(gathering.size, from: 1, "\(part.path)/of")
      case .makeBatch(let make): check(make.attempts, from: 1, "\(part.path)/attempts")
      default: break
      }
    }
  }
}
