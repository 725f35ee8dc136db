import Quantities

/// One place at which an instant stands.
struct MomentSite {
  let moment: Moment
  let path: String
  /// Whether something happens at that instant, so that it cannot lie before the start.
  let isEvent: Bool
  /// What happens there, in words.
  let what: String
}

extension ScenarioView {
  /// Every instant, but for the start and the horizon.
  var momentSites: [MomentSite] {
    var sites: [MomentSite] = []
    func add(_ moment: Moment?, _ path: String, _ what: String, isEvent: Bool = false) {
      if let moment { sites.append(MomentSite(moment: moment, path: path, isEvent: isEvent, what: what)) }
    }
    func add(_ arrivals: Arrivals, _ path: String) {
      switch arrivals {
      case .scheduled(let moments):
        for (index, moment) in moments.enumerated() {
          add(moment, "\(path)/at/\(index + 1)", "this arrival", isEvent: true)
        }
      case .cohort(_, let at): add(at, "\(path)/at", "this arrival", isEvent: true)
      case .varying(let function):
        for (index, point) in function.ramp.enumerated() {
          add(point.at, "\(path)/varying/ramp/\(index + 1)/at", "")
        }
      default: break
      }
    }
    for facility in scenario.facilities {
      let path = "facilities/\(facility.name)"
      add((facility.opens?.planned).map { .civil($0) }, "\(path)/opens", "the opening of '\(facility.name)'")
      if case .date(let date) = facility.licensed {
        add(.civil(date), "\(path)/licensed", "the licence of '\(facility.name)'")
      }
      for process in facility.processes {
        add(process.qualifiedUntil, "\(path)/processes/\(process.name)/qualified until", "")
      }
    }
    for place in resources {
      switch place.resource.capacity {
      case .timetable(let changes):
        for change in changes { add(change.at, "\(place.path)/count/\(change.at.written)", "") }
      case .fullTimeEquivalentPlan(let changes, _):
        for change in changes { add(change.at, "\(place.path)/fte/\(change.at.written)", "") }
      case .count, .fullTimeEquivalents: break
      }
      for (index, period) in (place.resource.turnover?.attritionPeriods ?? []).enumerated() {
        let path = "\(place.path)/attrition/periods/\(index + 1)"
        add(period.from, "\(path)/from", "this period")
        add(period.until, "\(path)/until", "")
      }
    }
    for product in scenario.products {
      let path = "products/\(product.name)"
      add((product.slots?.from).map { .civil($0) }, "\(path)/slots/from", "the first slot")
      if let runs = product.runs {
        if let arrivals = runs.arrivals { add(arrivals, "\(path)/runs/arrive") }
        if case .moment(let from) = runs.from { add(from, "\(path)/runs/from", "the first run") }
        add(runs.until, "\(path)/runs/until", "")
      }
      guard let demand = product.patients else { continue }
      add(demand.arrivals, "\(path)/patients/arrive")
      if case .moment(let from) = demand.from { add(from, "\(path)/patients/from", "the first referral") }
      add(demand.until, "\(path)/patients/until", "")
      for (index, withdrawal) in demand.withdrawals.enumerated() {
        add(
          withdrawal.at, "\(path)/patients/withdrawals/\(index + 1)/at", "this withdrawal", isEvent: true)
      }
    }
    for programme in scenario.training {
      let path = "training/\(programme.name)/intake"
      add(programme.intake, path)
      add(programme.from, "\(path)/from", "the first intake")
      add(programme.until, "\(path)/until", "")
    }
    return sites
  }
}

extension Moment {
  /// As a file has it.
  var written: String {
    switch self {
    case .civil(let instant): "\(instant)"
    case .afterStart(let length): "\(length)"
    }
  }
}
