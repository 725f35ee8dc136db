import PipelineModel
import Quantities

/// `sites:` and `transport:`.
enum SitesText {
  static let site = MapForm<Site>(
    "site", "a site", "A place with a country, a time zone and public holidays.", hasProvenance: true,
    [
      Field(
        "country", \.country, .text, "Two letters; batches under hospital exemption do not leave it.",
        absent: "none", example: "SE"),
      Field(
        "time zone", \.zone, zone, "The IANA name of the time zone.", absent: "UTC",
        example: "Europe/Stockholm"),
      Field("holidays", \.holidays, holidays, "The public holidays.", absent: "none", example: "swedish"),
    ])

  static let sites = site.named({ Site(name: $0) }, name: \.name)

  private static let zone = Form<CivilZone>.scalar(
    ScalarKind(
      name: "time zone", expectation: "the IANA name of a time zone, such as 'Europe/Stockholm'",
      range: "IANA names", schema: .object(["type": .text("string")])),
    { text in
      CivilZone(identifier: text).map { .success($0) }
        ?? .failure(
          .expected(what: "the IANA name of a time zone, such as 'Europe/Stockholm'", found: "'\(text)'"))
    }, write: \.identifier)

  private static let calendarName = Form<HolidayCalendar>.scalar(
    .word(HolidayCalendar.builtIn.map(\.name)),
    { text in
      if let calendar = HolidayCalendar(named: text) { return .success(calendar) }
      let names = HolidayCalendar.builtIn.map(\.name)
      return .failure(.unknownWord(word: text, allowed: names, near: NearNames.near(text, among: names)))
    }, write: \.name)

  private struct OwnHolidays: Equatable, Sendable {
    var base = HolidayCalendar.none
    var dates: [CivilDate] = []

    var calendar: HolidayCalendar { base.adding(dates.map { Holiday(date: $0, name: "closed") }) }
    init() {}
    init(_ calendar: HolidayCalendar) {
      base = HolidayCalendar(named: calendar.name) ?? .none
      dates = calendar.rules.dropFirst(base.rules.count).compactMap {
        if case .once(let date) = $0.recurrence { date } else { nil }
      }
    }
  }

  private static let ownHolidays = MapForm<OwnHolidays>(
    "holidays", "a holiday calendar", "Public holidays with dates of one's own.", hasProvenance: false,
    [
      Field("named", \.base, calendarName, "The calendar to start from.", absent: "none", example: "dutch"),
      Field(
        "dates", \.dates, .list(date), "Further days on which plans are closed.", absent: "none",
        example: "[2027-05-05]"),
    ])

  private static let date = Form<CivilDate>.quantity(
    ScalarKind("date", .date, range: "years 0001 to 9999", schema: ScalarKind.instant.schema),
    QuantityGrammar.date,
    write: { "\($0)" })

  private static let holidays = Form<HolidayCalendar>.either(
    text: calendarName,
    map: ownHolidays.form(over: OwnHolidays()).map({ $0.calendar }, back: { OwnHolidays($0) }),
    writesText: { HolidayCalendar(named: $0.name) == $0 })

  static let link = MapForm<TransportLink>(
    "transport link", "a transport link", "A way between two facilities or sites.",
    [
      Field("from", \.from, .name, "A facility or a site.", absent: "any", example: "lumc"),
      Field("to", \.to, .name, "A facility or a site.", absent: "any", example: "lund-sus"),
      Field(
        "takes", \.takes, .law, "Door to door, in calendar time.",
        example: "{ triangular: [10 h, 14 h, 30 h] }"),
      Field(
        "delayed", \.delay, delay.form(over: TransportDelay(probability: 0, by: Placeholder.law)),
        "A delay that strikes some shipments.", absent: "never", example: "{ probability: 0.05, by: 12 h }"),
      Field(
        "lost", \.lost, .probability, "The probability that what is sent does not arrive fit for use.",
        absent: "0", example: "0.01"),
      Field(
        "costs", \.costs, CostsText.link.form(over: LinkCosts()), "What a shipment costs.", absent: "nothing",
        example: "{ shipment: 3k EUR, assumption: a courier }"),
    ])

  private static let delay = MapForm<TransportDelay>(
    "transport delay", "a transport delay", "A delay that strikes some shipments.",
    [
      Field("probability", \.probability, .probability, "How likely it is.", example: "0.05"),
      Field("by", \.by, .law, "By how much.", example: "12 h"),
    ])

  static let links = link.named({ TransportLink(name: $0, takes: Placeholder.law) }, name: \.name)
}
