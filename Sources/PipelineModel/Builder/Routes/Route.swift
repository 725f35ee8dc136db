/// `route:` a list of parts: `Route { Step("wash", takes: .hours(1)); Delay("rest", takes: .hours(2)) }`.
///
/// A route in the braces of another is spliced in, so that a function can return a piece that several products share.
public struct Route: Hashable, Sendable {
  /// The parts, each with the notes inside it.
  let entries: [Noted<RoutePart>]

  /// The parts in braces.
  public init(@RouteBuilder _ parts: () -> [Noted<RoutePart>]) { entries = parts() }

  /// The parts without their notes.
  public var parts: [RoutePart] { entries.map(\.part) }

  /// The notes of all parts, by the path from the route on.
  var notes: [ProvenanceNote] { entries.flatMap { $0.notes.under($0.part.entryName) } }
}

/// A value that can stand in a route.
public protocol RouteEntry: Hashable, Sendable {
  /// The part of the route that it is.
  var routePart: RoutePart { get }
}

/// The braces of a route.
@resultBuilder public enum RouteBuilder: PartListBuilder {
  /// A part of a route.
  public typealias Entry = Noted<RoutePart>

  /// One part.
  public static func buildExpression<Part: ScenarioPart>(_ part: Part) -> [Noted<RoutePart>]
  where Part.Part: RouteEntry {
    let noted = part.noted
    var result = Noted(noted.part.routePart)
    result.own = noted.notes
    return [result]
  }

  /// All parts of another route.
  public static func buildExpression(_ route: Route) -> [Noted<RoutePart>] { route.entries }
}

extension RoutePart: RouteEntry, ScenarioPart {
  /// Itself.
  public var routePart: RoutePart { self }
  /// The part without notes.
  public var noted: Noted<RoutePart> { Noted(self) }

  /// The name of the entry, which stands in the paths of its notes.
  var entryName: String {
    switch self {
    case .step(let part): part.name
    case .hold(let part): part.name
    case .book(let part): part.name
    case .makeBatch(let part): part.name
    case .choose(let part): part.name
    case .parallel(let part): part.name
    case .countdown(let part): part.name
    case .gather(let part): part.name
    case .separate(let name): name
    case .split(let part): part.name
    case .ship(let part): part.name
    case .release(let part): part.name
    case .store(let part): part.stock
    case .leave(let name): name
    }
  }
}
