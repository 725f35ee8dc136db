/// One rule that a scenario must follow.
protocol ScenarioRule {
  /// Where the scenario breaks it.
  static func findings(in view: ScenarioView) -> [Finding]
}

/// All rules of the model.
public enum ScenarioRules {
  /// Everything that is wrong with a scenario, or looks wrong, in no particular order.
  ///
  /// Pure: the same scenario gives the same findings in the same order. A scenario without an error can be run.
  ///
  /// - Complexity: O(size of the scenario), but for routes O(entries × limits).
  public static func findings(in scenario: Scenario) -> [Finding] {
    let tooLarge = LimitsRule.findings(in: ScenarioView(scenario, withRoutes: false))
    if !tooLarge.isEmpty { return tooLarge }
    let view = ScenarioView(scenario)
    return withoutDoubts(all.flatMap { $0.findings(in: view) })
  }

  /// What nothing uses may be what a misspelt name meant: then the misspelt name alone is told.
  private static func withoutDoubts(_ findings: [Finding]) -> [Finding] {
    let misspelt = Set(
      findings.compactMap { if case .unknownName(let kind, _, _) = $0.problem { kind.list } else { nil } })
    return findings.filter { finding in
      guard case .unused(let kind, _, _) = finding.problem else { return true }
      return !misspelt.contains(kind.list)
    }
  }
}

extension ScenarioRules {
  /// The rules in the order in which they are looked at; sizes come before all of them.
  private static var all: [any ScenarioRule.Type] {
    [
      UnknownNames.self, ClaimedNames.self, DuplicateNames.self, UnusedNames.self, ClaimsWithinCapacity.self,
      Probabilities.self, Laws.self, Rates.self, Severities.self, CalendarLengths.self, Horizon.self,
      ShiftFit.self,
      TimeLimits.self, KeepsAndFrees.self, Bookings.self, OneOfAKind.self, Remakes.self, EndlessLoops.self,
      RoutesAreThere.self, StockSupply.self, Vacancies.self, PlannedPeople.self, PeopleOnCall.self,
      Certificates.self, CertifiedClaims.self, Programmes.self, Qualifications.self, Regimes.self,
      HospitalExemption.self, OpenWork.self,
      RoomLicences.self,
      Requirements.self, Identities.self, Trials.self, Processes.self, Traits.self, Prices.self,
      AskedMeasures.self, InitialEntities.self, InitialBookings.self, InitialStocks.self,
    ]
  }
}
