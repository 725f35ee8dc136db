import Quantities

extension Facility: ScenarioPart {
  /// A facility, open from the start: `Facility("lund-sus", at: "lund") { Room("grade-b", count: 3) }`.
  public init(_ name: String, at site: String? = nil, title: String? = nil) {
    self.init(name: name, title: title, site: site)
  }

  /// The facility without notes.
  public var noted: Noted<Facility> { Noted(self) }
}

extension ScenarioPart where Part == Facility {
  /// Rooms, devices, people, processes and shutdowns, in braces behind the facility.
  ///
  /// A file lists rooms, devices and people each in a map of their own, so the builder groups them: kinds in the order in
  /// which they first appear, resources of a kind in the order in which they are written.
  public func callAsFunction(@FacilityBuilder _ parts: () -> [FacilityEntry]) -> Noted<Facility> {
    var result = noted
    let entries = parts()
    var kinds: [String] = []
    for case .resource(let resource) in entries.map(\.content)
    where !kinds.contains(resource.part.kind.listName) {
      kinds.append(resource.part.kind.listName)
    }
    for kind in kinds {
      for case .resource(let resource) in entries.map(\.content) where resource.part.kind.listName == kind {
        result.part.resources.append(resource.part)
        result.inner += resource.notes.under("\(kind)/\(resource.part.name)")
      }
    }
    for case .process(let process) in entries.map(\.content) {
      result.part.processes.append(process.part)
      result.inner += process.notes.under("processes/\(process.part.name)")
    }
    for case .shutdown(let shutdown) in entries.map(\.content) {
      result.part.shutdowns.append(shutdown.part)
      result.inner += shutdown.notes.under("shutdowns/\(result.part.shutdowns.count)")
    }
    return result
  }

  /// `opens:` the planned date, and how much it slips.
  public func opens(_ planned: Written<CivilInstant>, slips: SpanLaw? = nil) -> Noted<Facility> {
    setting(\.opens, Opening(planned: planned.quantity, slips: slips))
  }

  /// `licensed:` the date from which it may make patient batches.
  public func licensed(_ date: Written<CivilInstant>) -> Noted<Facility> {
    setting(\.licensed, .date(date.quantity))
  }

  /// `licensed: { after: … }`, counted from the opening.
  public func licensed(after law: SpanLaw) -> Noted<Facility> { setting(\.licensed, .afterOpening(law)) }

  /// `gmp:` false where it trains and develops but makes no patient batches.
  public func gmp(_ isGMP: Bool) -> Noted<Facility> { setting(\.isGMP, isGMP) }
}

/// One statement in the braces of a facility.
public struct FacilityEntry: Hashable, Sendable {
  enum Content: Hashable, Sendable {
    case resource(Noted<Resource>)
    case process(Noted<QualifiedProcess>)
    case shutdown(Noted<Shutdown>)
  }
  let content: Content
}

/// The braces behind a facility.
@resultBuilder public enum FacilityBuilder: PartListBuilder {
  /// A resource, a process or a shutdown.
  public typealias Entry = FacilityEntry

  /// A room, a device or people.
  public static func buildExpression(_ part: some ScenarioPart<Resource>) -> [FacilityEntry] {
    [FacilityEntry(content: .resource(part.noted))]
  }
  /// A process that has to be qualified.
  public static func buildExpression(_ part: some ScenarioPart<QualifiedProcess>) -> [FacilityEntry] {
    [FacilityEntry(content: .process(part.noted))]
  }
  /// A closure that is known ahead.
  public static func buildExpression(_ part: some ScenarioPart<Shutdown>) -> [FacilityEntry] {
    [FacilityEntry(content: .shutdown(part.noted))]
  }
}

extension Resource.Kind {
  /// The key of the list in which a file has it.
  var listName: String {
    switch self {
    case .room: "rooms"
    case .device: "devices"
    case .people: "people"
    }
  }
}
