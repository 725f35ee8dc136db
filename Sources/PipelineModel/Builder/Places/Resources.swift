import Quantities

extension Resource: ScenarioPart {
  /// The resource without notes.
  public var noted: Noted<Resource> { Noted(self) }
}

/// `rooms:` like rooms of a facility.
public struct Room: ScenarioPart, Hashable {
  /// The resource.
  public var noted: Noted<Resource>

  /// So many rooms of a grade (`A`, `B`, `C` or `D`; empty when none is stated).
  public init(_ name: String, grade: String = "", count: Int) {
    noted = Noted(Resource(name: name, kind: .room(grade: grade), capacity: .count(count)))
  }

  /// `count: { 0 h: 1, 1 h: 3 }`: so many rooms from each moment on.
  public init(_ name: String, grade: String = "", count: KeyValuePairs<Moment, Int>) {
    noted = Noted(Resource(name: name, kind: .room(grade: grade), capacity: .timetable(count)))
  }
}

/// `devices:` like devices, beds or chairs of a facility.
public struct Device: ScenarioPart, Hashable {
  /// The resource.
  public var noted: Noted<Resource>

  /// So many devices.
  public init(_ name: String, count: Int) {
    noted = Noted(Resource(name: name, kind: .device, capacity: .count(count)))
  }

  /// `count: { 0 h: 1, 1 h: 3 }`: so many devices from each moment on.
  public init(_ name: String, count: KeyValuePairs<Moment, Int>) {
    noted = Noted(Resource(name: name, kind: .device, capacity: .timetable(count)))
  }
}

/// `people:` people of a role, who can stand in for one another.
public struct People: ScenarioPart, Hashable {
  /// The resource.
  public var noted: Noted<Resource>

  /// So many people, present whenever one of the calendars is on shift; always without calendars.
  public init(_ name: String, count: Int, calendars: [String] = []) {
    noted = Noted(Resource(name: name, kind: .people, capacity: .count(count), calendars: calendars))
  }

  /// `count: { 0 h: 1, 1 h: 3 }`: so many people from each moment on.
  public init(_ name: String, count: KeyValuePairs<Moment, Int>, calendars: [String] = []) {
    noted = Noted(Resource(name: name, kind: .people, capacity: .timetable(count), calendars: calendars))
  }

  /// `fte: 7, productive: 1550 h / y`: full-time equivalents, and the hours a year that each is present.
  public init(_ name: String, equivalents: Double, productive: Double = 1_550, calendars: [String] = []) {
    noted = Noted(
      Resource(
        name: name, kind: .people,
        capacity: .fullTimeEquivalents(equivalents, productiveHoursPerYear: productive), calendars: calendars)
    )
  }

  /// `fte: { start: 7, 2026-01-01: 9 }`: so many full-time equivalents from each moment on.
  public init(
    _ name: String, equivalents: KeyValuePairs<Moment, Double>, productive: Double = 1_550,
    calendars: [String] = []
  ) {
    let changes = equivalents.map { EquivalentsChange(at: $0.key, equivalents: $0.value) }
    noted = Noted(
      Resource(
        name: name, kind: .people,
        capacity: .fullTimeEquivalentPlan(changes, productiveHoursPerYear: productive), calendars: calendars))
  }
}

extension Capacity {
  /// So many units from each moment on.
  static func timetable(_ counts: KeyValuePairs<Moment, Int>) -> Capacity {
    .timetable(counts.map { CapacityChange(at: $0.key, count: $0.value) })
  }
}
