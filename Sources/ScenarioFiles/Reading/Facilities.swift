import PipelineModel
import Quantities

/// `facilities:`.
enum FacilitiesText {
  static let facility = MapForm<Facility>(
    "facility", "a facility", "A building, or part of one, with rooms, devices and people of its own.",
    [
      Field(
        "name", \.title, .text, "How reports call it.", absent: "its key",
        example: "ATMP centre, Skåne University Hospital"),
      Field(
        "site", \.site, .name, "Where it stands.", absent: "no site: UTC and no holidays", example: "lund"),
      Field(
        "opens", \.opens, opens, "When it opens; planned, and how much that slips.", absent: "from the start",
        example: "{ planned: 2024-Q3, slips: { triangular: [0 mo, 6 mo, 18 mo] } }"),
      Field(
        "licensed", \.licensed, licensed, "When it may make patient batches. Capacity before is no capacity.",
        absent: "when it opens", example: "{ after: 6 mo }"),
      Field(
        "gmp", \.isGMP, .boolean, "Whether it makes patient batches; false where it trains and develops.",
        absent: "true", example: "false"),
      Field(
        "rooms", \.rooms, ResourcesText.rooms, "Rooms, by name.", absent: "none",
        example: "{ grade-b: { count: 3, grade: B } }"),
      Field(
        "devices", \.devices, ResourcesText.devices, "Devices, beds and chairs, by name.", absent: "none",
        example: "{ closed-bioreactor: { count: 3 } }"),
      Field(
        "people", \.people, ResourcesText.roles, "Roles, by name.", absent: "none",
        example: "{ operator: { fte: 7, calendars: [day-shift] } }"),
      Field(
        "processes", \.processes, ProcessesText.processes, "Work that has to be qualified, by name.",
        absent: "none", example: "{ open-aseptic: { qualified by: media-fill, lapses after: 6 mo } }"),
      Field(
        "shutdowns", \.shutdowns, TimesText.shutdowns, "Closures that are known ahead.", absent: "none",
        example: "[ { what: requalification, from: 2025-01-07, lasts: 3 d, every: 6 mo } ]"),
      Field(
        "costs", \.costs, CostsText.facility.form(over: FacilityCosts()),
        "What the building costs, rooms and people apart.", absent: "nothing",
        example: "{ year: 300k EUR, assumption: energy and cleaning }"),
    ])

  static let facilities = facility.named({ Facility(name: $0) }, name: \.name)

  private static let opening = MapForm<Opening>(
    "opening", "an opening", "The planned date, and how much it slips; drawn once in each replication.",
    [
      Field("planned", \.planned, .instant, "The planned date.", example: "2024-Q3"),
      Field(
        "slips", \.slips, .law, "How much later it becomes, in calendar time.", absent: "not at all",
        example: "{ triangular: [0 mo, 6 mo, 18 mo] }"),
    ])

  private static let opens = Form<Opening>.either(
    text: Form<CivilInstant>.instant.map({ Opening(planned: $0) }, back: \.planned),
    map: opening.form(over: Opening(planned: Placeholder.instant)), writesText: { _ in false })

  private struct After: Equatable, Sendable { var law = Placeholder.law }
  private static let afterOpening = MapForm<After>(
    "licence", "a licence", "The licence, counted from the opening.",
    [Field("after", \.law, .law, "So long after the opening.", example: "6 mo")])

  private static let licensed = Form<Licence>.either(
    text: Form<CivilInstant>.instant.map(
      { Licence.date($0) }, back: { if case .date(let date) = $0 { date } else { Placeholder.instant } }),
    map: afterOpening.form(over: After()).map(
      { Licence.afterOpening($0.law) },
      back: { if case .afterOpening(let law) = $0 { After(law: law) } else { After() } }),
    writesText: { if case .date = $0 { true } else { false } })
}

extension Facility {
  /// `rooms:`.
  var rooms: [Resource] {
    get { resources.filter { if case .room = $0.kind { true } else { false } } }
    set { resources = resources.filter { if case .room = $0.kind { false } else { true } } + newValue }
  }
  /// `devices:`.
  var devices: [Resource] {
    get { resources.filter { $0.kind == .device } }
    set { resources = resources.filter { $0.kind != .device } + newValue }
  }
  /// `people:`.
  var people: [Resource] {
    get { resources.filter { $0.kind == .people } }
    set { resources = resources.filter { $0.kind != .people } + newValue }
  }
}
