import Quantities

extension ScenarioPart where Part == Facility {
  /// `costs:` what the building costs in a year.
  public func costs(year: Money) -> Noted<Facility> { setting(\.costs, FacilityCosts(year: year)) }
}

extension ScenarioPart where Part == Resource {
  /// `costs:` the prices of one unit or person.
  public func costs(_ costs: ResourceCosts) -> Noted<Resource> { setting(\.costs, costs) }

  /// `costs:` the prices of one unit or person: of a year, of an hour in use, of a use.
  public func costs(year: Money? = nil, hour: Money? = nil, use: Money? = nil) -> Noted<Resource> {
    setting(\.costs, ResourceCosts(year: year, hour: hour, use: use))
  }
}

extension ScenarioPart where Part == Stock {
  /// `costs:` of one unit that is bought.
  public func costs(unit: Money) -> Noted<Stock> { setting(\.costs, StockCosts(unit: unit)) }
}

extension ScenarioPart where Part == TransportLink {
  /// `costs:` of one shipment.
  public func costs(shipment: Money) -> Noted<TransportLink> {
    setting(\.costs, LinkCosts(shipment: shipment))
  }
}

extension ScenarioPart where Part == TrainingProgramme {
  /// `costs:` of each who enters, and of a year of each who studies.
  public func costs(entrant: Money? = nil, studentYear: Money? = nil) -> Noted<TrainingProgramme> {
    setting(\.costs, TrainingCosts(entrant: entrant, studentYear: studentYear))
  }
}

extension ScenarioPart where Part == Step {
  /// `costs:` each time that the step begins; each call adds an item, and one without a name is listed by the kind of step.
  public func costs(_ price: Money, for name: String = "") -> Noted<Step> {
    changed { $0.costs.append(CostItem(price, for: name)) }
  }
}

extension Scenario {
  /// A copy that counts in a currency, with what others are worth in it.
  public func counting(in currency: Currency, exchange: [Currency: Money] = [:]) -> Scenario {
    var result = self
    result.costs = CostRules(currency, exchange: exchange)
    return result
  }
}
