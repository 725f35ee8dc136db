import PipelineModel
import Quantities

/// `rooms:`, `devices:` and `people:` of a facility.
enum ResourcesText {
  private static let count = Field<Resource>(
    "count", \.spelledCount, capacity, "How many there are; or from which moment on how many.",
    absent: "with `fte`",
    example: "3")
  private static let units = Field<Resource>(
    "count", \.spelledCount, capacity, "How many there are; or from which moment on how many.", example: "3")
  private static let calendars = Field<Resource>(
    "calendars", \.calendars, .oneOrMore(.name), "On shift when one of these calendars is.",
    absent: "always on shift", example: "[day-shift, weekend-feed]")
  private static let changeover = Field<Resource>(
    "changeover", \.changeover, TraitsText.changeover,
    "Cleaning and line clearance between two batches, done by the people of the next step: two laws, or a list of rules by what came before and what comes next.",
    absent: "none",
    example: "{ same product: 4 h, other product: { triangular: [8 h, 16 h, 24 h] } }")
  private static let breaks = Field<Resource>(
    "breaks", \.breakdown, breakdown.form(over: Breakdown(after: Placeholder.law, mend: Placeholder.law)),
    "Failures of the single units.", absent: "never", example: "{ after: { exponential: 90 d }, mend: 2 d }")

  static let room = MapForm<Resource>(
    "room", "a room", "A pool of like rooms that steps claim.",
    [
      units,
      Field("grade", \.spelledGrade, .grade, "The clean-room grade.", absent: "none stated", example: "B"),
      Field(
        "air", \.air, .text,
        "The air-handling unit, for `incompatible`; rooms of a facility share it by its name.",
        absent: "air of its own", example: "ahu-1"),
      Field(
        "licensed for", \.licensedFor, .oneOrMore(.text),
        "Traits of products that need a licence: no other room with a grade may hold them.",
        absent: "none", example: "GMO"),
      Field(
        "occupancy", \.occupancy, .whole(1...), "How many people may be in one of them at a time.",
        absent: "no limit", example: "3"),
      Field(
        "monitoring", \.monitoring,
        MonitoringText.monitoring.form(over: Monitoring(readAfter: Placeholder.law, excursion: 0)),
        "Environmental monitoring of every session.", absent: "none",
        example: "{ read after: 6 d, excursion: 0.015 }"),
      calendars, changeover, breaks, CostsText.ofUnits,
    ])
  static let device = MapForm<Resource>(
    "device", "a device", "A pool of like devices, beds or chairs that steps claim.",
    [units, calendars, changeover, breaks, CostsText.ofUnits])
  static let people = MapForm<Resource>(
    "role", "a role", "People who can stand in for one another.",
    atMostOne: [["independent after", "qualified by"]],
    exactlyOne: [["count", "fte"]],
    [
      count,
      Field(
        "fte", \.spelledFTE, StaffingText.equivalents,
        "Full-time equivalents, turned into people present on each shift by `productive` hours; or from which moment on how many are planned.",
        absent: "with `count`", example: "7"),
      Field(
        "productive", \.spelledProductive, productive,
        "Hours a year that one full-time equivalent is present.",
        absent: "1550 h / y", example: "1550 h / y"),
      calendars,
      Field(
        "leave", \.leave, .oneOrMore(.name), "Leave periods in which only part of the role is present.",
        absent: "none", example: "july"),
      StaffingText.attrition,
      Field(
        "hire after", \.ownTurnover.hireAfter, .law, "The time until a vacancy is filled from the market.",
        absent: "at once", example: "{ lognormal: { median: 56 d, sigma: 0.5 } }"),
      Field(
        "hire", \.ownTurnover.hires, .words(["never": false, "always": true]),
        "Whether vacancies are filled.", absent: "always", example: "never"),
      Field(
        "independent after", \.ownTurnover.independentAfter, .law, "The time from entry to working alone.",
        absent: "at once", example: "26 wk"),
      Field(
        "qualified by", \.ownTurnover.qualifiedBy, .name,
        "The product of `purpose: training run`, made at the facility, whose route whoever enters goes through before working alone; who is lost on it leaves the role. Those present at the opening are qualified.",
        absent: "by `independent after`", example: "gmp-qualification"),
      Field(
        "minimum", \.ownTurnover.minimum, .amount,
        "The head count from which the facility counts as staffed.", absent: "the planned number",
        example: "5"),
      Field(
        "starts with", \.ownTurnover.startsWith, .amount, "The head count present at the opening.",
        absent: "the planned number", example: "4"),
      StaffingText.absence, StaffingText.coveredBy, StaffingText.coverAfter,
      StaffingText.onCallFrom, StaffingText.rest, CertificatesText.ofRole, CostsText.ofPeople,
    ])

  static let rooms = room.named(
    { Resource(name: $0, kind: .room(grade: ""), capacity: .count(1)) }, name: \.name)
  static let devices = device.named({ Resource(name: $0, kind: .device, capacity: .count(1)) }, name: \.name)
  static let roles = people.named({ Resource(name: $0, kind: .people, capacity: .count(1)) }, name: \.name)

  private static let breakdown = MapForm<Breakdown>(
    "breakdown", "a breakdown", "Failures of the units of a resource. Each unit has its own life.",
    [
      Field("after", \.after, .law, "The time to failure of one unit.", example: "{ exponential: 90 d }"),
      Field(
        "counting", \.counting, .word,
        "Whether that counts calendar time or time in use, since the last repair.", absent: "calendar",
        example: "use"),
      Field("mend", \.mend, .law, "The repair time, in calendar time.", example: "2 d"),
      Field(
        "uses", \.uses, .claims, "Who repairs; the unit waits for them.", absent: "nobody",
        example: "{ technician: 1 }"),
      Field(
        "then", \.interrupted, .words(["resume": .suspend, "restart": .restart, "finish": .finish]),
        "What becomes of the step at hand.", absent: "resume", example: "restart"),
    ])

  private static let capacity = Form<Capacity>.either(
    text: Form<Int>.whole(0...).map(
      { Capacity.count($0) }, back: { if case .count(let count) = $0 { count } else { 0 } }),
    map: timetable, writesText: { if case .count = $0 { true } else { false } })

  private static let timetable = MomentTable.form(Form<Int>.whole(0...)).map(
    { changes in Capacity.timetable(changes.map { CapacityChange(at: $0.at, count: $0.value) }) },
    back: { capacity in
      guard case .timetable(let changes) = capacity else { return [] }
      return changes.map { MomentTable.Entry(at: $0.at, value: $0.count) }
    })

  private static let productive = Form<Double>.scalar(
    ScalarKind(
      name: "hours per year", expectation: "hours per year, such as '1550 h / y'", unit: "h / y",
      range: "1 h / y to 8784 h / y", isNumber: true, schema: ScalarKind.pattern("[0-9.]+\\s*h\\s*/\\s*y")),
    { text in
      let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, parts[1].trimmed == "y",
        let hours = try? QuantityGrammar.timeLength(parts[0].trimmed),
        hours.unit == .h
      else { return .failure(.expected(what: "hours per year, such as '1550 h / y'", found: "'\(text)'")) }
      guard (1...8_784).contains(hours.amount) else {
        return .failure(.outOfRange(found: "'\(text)'", range: "1 h / y to 8784 h / y"))
      }
      return .success(hours.amount)
    }, write: { "\(QuantityPrinting.number($0)) h / y" })
}

extension String {
  /// The text without spaces at its ends.
  var trimmed: String {
    let start = drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }
}

extension Form where Value == String {
  /// A clean-room grade.
  static let grade = Form.words(["A": "A", "B": "B", "C": "C", "D": "D"])
}

extension Resource {
  /// `count:` of a resource that is not counted in full-time equivalents.
  var spelledCount: Capacity? {
    get {
      switch capacity {
      case .count, .timetable: capacity
      case .fullTimeEquivalents, .fullTimeEquivalentPlan: nil
      }
    }
    set { if let newValue { capacity = newValue } }
  }
  /// `fte:`.
  var spelledFTE: PlannedEquivalents? {
    get {
      switch capacity {
      case .fullTimeEquivalents(let fte, _): .fixed(fte)
      case .fullTimeEquivalentPlan(let changes, _): .dated(changes)
      case .count, .timetable: nil
      }
    }
    set {
      let hours = spelledProductive ?? 1_550
      switch newValue {
      case .fixed(let fte): capacity = .fullTimeEquivalents(fte, productiveHoursPerYear: hours)
      case .dated(let changes): capacity = .fullTimeEquivalentPlan(changes, productiveHoursPerYear: hours)
      case nil: break
      }
    }
  }
  /// `productive:`.
  var spelledProductive: Double? {
    get {
      switch capacity {
      case .fullTimeEquivalents(_, let hours), .fullTimeEquivalentPlan(_, let hours): hours
      case .count, .timetable: nil
      }
    }
    set {
      guard let newValue else { return }
      switch capacity {
      case .fullTimeEquivalentPlan(let changes, _):
        capacity = .fullTimeEquivalentPlan(changes, productiveHoursPerYear: newValue)
      case .fullTimeEquivalents(let fte, _):
        capacity = .fullTimeEquivalents(fte, productiveHoursPerYear: newValue)
      case .count, .timetable:
        // Without `fte` there is nothing to turn into people; `fte` may also stand behind `productive`.
        capacity = .fullTimeEquivalents(1, productiveHoursPerYear: newValue)
      }
    }
  }
  /// `grade:`, empty when none is stated.
  var spelledGrade: String {
    get { if case .room(let grade) = kind { grade } else { "" } }
    set { kind = .room(grade: newValue) }
  }
  /// The turnover, made when a key of it is there.
  var ownTurnover: Turnover {
    get { turnover ?? Turnover() }
    set { turnover = newValue }
  }
}
