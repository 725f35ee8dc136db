import Quantities

/// A building, or part of one, with rooms, devices and people of its own.
public struct Facility: Hashable, Sendable {
  /// Its name, the key in `facilities:`.
  public var name: String
  /// `name:` how reports call it; the key when not given.
  public var title: String
  /// `site:` where it stands; may be left out where a scenario has no sites.
  public var site: String?
  /// `opens: 2022-06-01`, or `{ planned: 2024-Q3, slips: { triangular: [0 mo, 6 mo, 18 mo] } }`. From the start when absent.
  public var opens: Opening?
  /// `licensed: 2022-12-01`, or `{ after: 6 mo }` counted from the opening. With the opening when absent.
  /// Capacity before the licence is no capacity.
  public var licensed: Licence?
  /// `gmp: false` for a facility that trains and develops but does not make patient batches.
  public var isGMP: Bool = true
  /// `rooms:`, `devices:` and `people:` in the order of the file.
  public var resources: [Resource] = []
  /// `processes:` that have to be qualified.
  public var processes: [QualifiedProcess] = []
  /// `costs:` of the building.
  public var costs: FacilityCosts = FacilityCosts()
  /// `shutdowns:` closures known ahead.
  public var shutdowns: [Shutdown] = []

  /// A facility that is open from the start.
  public init(name: String, title: String? = nil, site: String? = nil, resources: [Resource] = []) {
    self.name = name
    self.title = title ?? name
    self.site = site
    self.resources = resources
  }
}

/// When a facility opens: the planned date and how much it slips (drawn once in each replication).
public struct Opening: Hashable, Sendable {
  /// `planned:`.
  public var planned: CivilInstant
  /// `slips:` a law of calendar time; no slip when absent.
  public var slips: SpanLaw?

  /// An opening date.
  public init(planned: CivilInstant, slips: SpanLaw? = nil) {
    self.planned = planned
    self.slips = slips
  }
}

/// When a facility may make patient batches.
public enum Licence: Hashable, Sendable {
  /// `licensed: 2022-12-05`.
  case date(CivilInstant)
  /// `licensed: { after: 6 mo }` or a law, from the opening.
  case afterOpening(SpanLaw)
}
