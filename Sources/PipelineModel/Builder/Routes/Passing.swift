import Quantities

/// `gather:` in a route: `Gather("run", of: 4, orAfter: .hours(10))`.
public typealias Gather = Gathering
/// `ship:` in a route: `Ship("to Lund", by: "leiden-lund")`.
public typealias Ship = Shipment

extension Gathering: RouteEntry, ScenarioPart {
  /// The gathering in a route.
  public var routePart: RoutePart { .gather(self) }
  /// The gathering without notes.
  public var noted: Noted<Gathering> { Noted(self) }
}

/// `separate:` in a route: the members of a gathered batch go on singly.
public struct Separate: ScenarioPart, Hashable {
  /// The part.
  public var noted: Noted<RoutePart>
  /// A separation.
  public init(_ name: String) { noted = Noted(.separate(name: name)) }
}

/// `leave:` in a route: the patient leaves here; `treated` counts as treated.
public struct Leave: ScenarioPart, Hashable {
  /// The part.
  public var noted: Noted<RoutePart>
  /// A leaving with a name.
  public init(_ name: String) { noted = Noted(.leave(name: name)) }
}

/// `split:` in a route: several children go on singly, and the parent ends.
public struct Split: ScenarioPart, Hashable {
  /// The part.
  public var noted: Noted<RoutePart>
  /// A split into so many.
  public init(_ name: String, into law: NumberLaw) { noted = Noted(.split(Splitting(name, into: law.law))) }
}

/// `store:` in a route: puts what was made into a stock.
public struct Store: ScenarioPart, Hashable {
  /// The part.
  public var noted: Noted<RoutePart>
  /// So many units come in.
  public init(_ stock: String, yields law: NumberLaw = 1) {
    noted = Noted(.store(Storing(stock: stock, yields: law.law)))
  }
}

extension Shipment: RouteEntry, ScenarioPart {
  /// The shipment in a route.
  public var routePart: RoutePart { .ship(self) }
  /// The shipment without notes.
  public var noted: Noted<Shipment> { Noted(self) }
}

extension ScenarioPart where Part == Shipment {
  /// `if lost:` what follows when it is lost.
  public func ifLost(_ then: Consequence) -> Noted<Shipment> { setting(\.ifLost, then) }
}
