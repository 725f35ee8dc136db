/// One statement in the braces of a scenario.
public struct ScenarioEntry: Hashable, Sendable {
  enum Content: Hashable, Sendable {
    case citation(Citation)
    case site(Noted<Site>)
    case plan(Noted<WorkingPlan>)
    case leave(Noted<LeavePeriod>)
    case facility(Noted<Facility>)
    case link(Noted<TransportLink>)
    case stock(Noted<Stock>)
    case product(Noted<Product>)
    case programme(Noted<TrainingProgramme>)
    case incompatible(IncompatiblePair)
    case initialState(InitialState)
    case certificate(Noted<Certificate>)
  }
  let content: Content
}

/// The braces of a scenario.
@resultBuilder public enum ScenarioBuilder: PartListBuilder {
  /// A part of the scenario.
  public typealias Entry = ScenarioEntry

  /// An entry of `sources:`.
  public static func buildExpression(_ citation: Citation) -> [ScenarioEntry] {
    [ScenarioEntry(content: .citation(citation))]
  }
  /// An entry of `incompatible:`.
  public static func buildExpression(_ pair: IncompatiblePair) -> [ScenarioEntry] {
    [ScenarioEntry(content: .incompatible(pair))]
  }
  /// `initial state:`.
  public static func buildExpression(_ state: InitialState) -> [ScenarioEntry] {
    [ScenarioEntry(content: .initialState(state))]
  }
  /// An entry of `sites:`.
  public static func buildExpression(_ part: some ScenarioPart<Site>) -> [ScenarioEntry] {
    [ScenarioEntry(content: .site(part.noted))]
  }
  /// An entry of `calendars:`.
  public static func buildExpression(_ part: some ScenarioPart<WorkingPlan>) -> [ScenarioEntry] {
    [ScenarioEntry(content: .plan(part.noted))]
  }
  /// An entry of `leave:`.
  public static func buildExpression(_ part: some ScenarioPart<LeavePeriod>) -> [ScenarioEntry] {
    [ScenarioEntry(content: .leave(part.noted))]
  }
  /// An entry of `certificates:`.
  public static func buildExpression(_ part: some ScenarioPart<Certificate>) -> [ScenarioEntry] {
    [ScenarioEntry(content: .certificate(part.noted))]
  }
  /// An entry of `facilities:`.
  public static func buildExpression(_ part: some ScenarioPart<Facility>) -> [ScenarioEntry] {
    [ScenarioEntry(content: .facility(part.noted))]
  }
  /// An entry of `transport:`.
  public static func buildExpression(_ part: some ScenarioPart<TransportLink>) -> [ScenarioEntry] {
    [ScenarioEntry(content: .link(part.noted))]
  }
  /// An entry of `stocks:`.
  public static func buildExpression(_ part: some ScenarioPart<Stock>) -> [ScenarioEntry] {
    [ScenarioEntry(content: .stock(part.noted))]
  }
  /// An entry of `products:`.
  public static func buildExpression(_ part: some ScenarioPart<Product>) -> [ScenarioEntry] {
    [ScenarioEntry(content: .product(part.noted))]
  }
  /// An entry of `training:`.
  public static func buildExpression(_ part: some ScenarioPart<TrainingProgramme>) -> [ScenarioEntry] {
    [ScenarioEntry(content: .programme(part.noted))]
  }
}
