import Randomness

/// One place at which a law stands.
struct LawSite {
  enum Kind: Equatable {
    /// Durations in seconds.
    case time
    /// Durations in working days.
    case workingDays
    /// Counts: group sizes, yields.
    case number
    /// Any number, such as a severity.
    case anyNumber
  }
  let law: Law
  let kind: Kind
  let path: String
  /// Where working days have a plan: the duration of a step.
  let isOfStep: Bool
}

extension ScenarioView {
  /// Every law of the scenario.
  var lawSites: [LawSite] {
    var sites = LawSites()
    for facility in scenario.facilities {
      let path = "facilities/\(facility.name)"
      sites.add(facility.opens?.slips, "\(path)/opens/slips")
      if case .afterOpening(let law) = facility.licensed { sites.add(law, "\(path)/licensed/after") }
      for process in facility.processes {
        sites.add(process.failedStops, "\(path)/processes/\(process.name)/failed stops")
      }
    }
    for place in resources {
      let (resource, path) = (place.resource, place.path)
      sites.add(resource.changeover?.sameProduct, "\(path)/changeover/same product")
      sites.add(resource.changeover?.otherProduct, "\(path)/changeover/other product")
      for (index, rule) in (resource.changeover?.rules ?? []).enumerated() {
        sites.add(rule.takes, "\(path)/changeover/\(index + 1)/takes")
      }
      let monitoring = resource.monitoring
      sites.add(monitoring?.readAfter, "\(path)/monitoring/read after")
      sites.add(monitoring?.deviation?.takes, "\(path)/monitoring/deviation/takes", isOfStep: true)
      sites.add(monitoring?.hold?.takes, "\(path)/monitoring/hold/takes")
      sites.add(resource.breakdown?.after, "\(path)/breaks/after")
      sites.add(resource.breakdown?.mend, "\(path)/breaks/mend")
      sites.add(resource.turnover?.hireAfter, "\(path)/hire after")
      sites.add(resource.turnover?.independentAfter, "\(path)/independent after")
      sites.add(resource.absence?.spells, "\(path)/absence/spells")
    }
    for certificate in scenario.certificates {
      let path = "certificates/\(certificate.name)"
      sites.add(certificate.firstAfter, "\(path)/first after")
      sites.add(certificate.renewal?.takes, "\(path)/renewal/takes", isOfStep: true)
      sites.add(certificate.renewal?.againAfter, "\(path)/renewal/again after")
    }
    for link in scenario.transport {
      sites.add(link.takes, "transport/\(link.name)/takes")
      sites.add(link.delay?.by, "transport/\(link.name)/delayed/by")
    }
    for stock in scenario.stocks {
      if case .leadTime(let law) = stock.reorder?.supply {
        sites.add(law, "stocks/\(stock.name)/reorder/after")
      }
    }
    for product in products { sites.add(product) }
    for programme in scenario.training {
      let path = "training/\(programme.name)"
      sites.add(programme.intake, "\(path)/intake")
      sites.add(programme.takes, "\(path)/takes")
      for entry in programme.becomes {
        sites.add(entry.independentAfter, "\(path)/becomes/\(entry.role)/independent after")
      }
    }
    return sites.all
  }
}

private struct LawSites {
  var all: [LawSite] = []

  mutating func add(_ law: SpanLaw?, _ path: String, isOfStep: Bool = false) {
    guard let law else { return }
    all.append(
      LawSite(
        law: law.law, kind: law.measure == .seconds ? .time : .workingDays, path: path, isOfStep: isOfStep))
  }

  mutating func add(_ law: Law?, _ kind: LawSite.Kind, _ path: String) {
    if let law { all.append(LawSite(law: law, kind: kind, path: path, isOfStep: false)) }
  }

  mutating func add(_ arrivals: Arrivals, _ path: String) {
    if case .renewal(let law) = arrivals { add(law, "\(path)/renewal") }
  }

  mutating func add(_ product: ProductView) {
    add(product.product.trial?.startsAfter, "\(product.path)/trial/starts after")
    if let arrivals = product.product.runs?.arrivals { add(arrivals, "\(product.path)/runs/arrive") }
    if let demand = product.product.patients {
      let path = "\(product.path)/patients"
      add(demand.arrivals, "\(path)/arrive")
      add(demand.groupSize, .number, "\(path)/each")
      add(demand.severity, .anyNumber, "\(path)/severity")
      add(demand.due, "\(path)/due")
      for clock in demand.clocks {
        if case .after(let law) = clock.risk { add(law, "\(path)/clocks/\(clock.name)/after") }
      }
    }
    for part in product.parts {
      switch part.part {
      case .step(let step):
        add(step.takes, "\(part.path)/takes", isOfStep: true)
        add(step.handsOn, "\(part.path)/hands on", isOfStep: true)
        add(step.line.patience, "\(part.path)/line/patience")
        for (index, touch) in step.repeats.enumerated() {
          add(
            touch.takes, "\(item("\(part.path)/repeats", index, of: step.repeats.count))/takes",
            isOfStep: true)
        }
      case .book(let booking): add(booking.patience, "\(part.path)/patience")
      case .countdown(let countdown): add(countdown.takes, "\(part.path)/takes", isOfStep: true)
      case .split(let splitting): add(splitting.into, .number, "\(part.path)/into")
      case .store(let storing): add(storing.yields, .number, "\(part.path)/yields")
      default: break
      }
    }
  }
}
