extension Release: RouteEntry, ScenarioPart {
  /// A release whose first stage follows in braces.
  public init(_ name: String = "release") { self.init(name, stage1: []) }

  /// The release in a route.
  public var routePart: RoutePart { .release(self) }
  /// The release without notes.
  public var noted: Noted<Release> { Noted(self) }
}

extension ScenarioPart where Part == Release {
  /// `stage 1:` the parts before infusion is allowed, in braces behind the release.
  public func callAsFunction(@RouteBuilder _ parts: () -> [Noted<RoutePart>]) -> Noted<Release> {
    let route = Route(parts)
    var result = changed { $0.stage1 += route.parts }
    result.own += route.notes.under("stage 1")
    return result
  }

  /// `stage 2:` the parts that end in final certification and go on beside the patient's way.
  public func stage2(@RouteBuilder _ parts: () -> [Noted<RoutePart>]) -> Noted<Release> {
    let route = Route(parts)
    var result = changed { $0.stage2 += route.parts }
    result.own += route.notes.under("stage 2")
    return result
  }

  /// `out of specification:` how likely, how often it is infused all the same, and what follows otherwise.
  public func outOfSpecification(
    _ probability: Double, releasedOnRequest: Double = 0, otherwise: Consequence = .remake
  ) -> Noted<Release> {
    let rule = Release.OutOfSpecification(
      probability: probability, releasedOnRequest: releasedOnRequest, otherwise: otherwise)
    return setting(\.outOfSpecification, rule)
  }

  /// `positive after infusion:` the probability that stage 2 finds a positive.
  public func positiveAfterInfusion(_ probability: Double) -> Noted<Release> {
    setting(\.positiveAfterInfusion, probability)
  }
}
