/// `route:` a list of parts: `Route { Step("wash", takes: .hours(1)); Delay("rest", takes: .hours(2)) }`.
///
/// A route in the braces of another is spliced in, so that a function can return a piece that several products share.
public struct Route: ScenarioPart, Hashable {
  /// The parts, with the notes inside them.
  public var noted: Noted<[RoutePart]>

  /// The parts in braces.
  public init(@RouteBuilder _ parts: () -> [Noted<RoutePart>]) {
    noted = Noted([])
    for part in parts() {
      noted.part.append(part.part)
      noted.inner += part.notes.under(part.part.entryName)
    }
  }
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
  public static func buildExpression(_ route: Route) -> [Noted<RoutePart>] {
    let notes = route.noted.notes
    return route.noted.part.map { part in
      let name = part.entryName
      var result = Noted(part)
      result.own = notes.compactMap { note in
        var inside = note
        if note.path == name {
          inside.path = ""
        } else if note.path.hasPrefix(name + "/") {
          inside.path = String(note.path.dropFirst(name.count + 1))
        } else {
          return nil
        }
        return inside
      }
      return [result]
    }.flatMap { $0 }
  }
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
