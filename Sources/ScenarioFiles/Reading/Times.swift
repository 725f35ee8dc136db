import PipelineModel
import Quantities

/// `calendars:`, `leave:` and `shutdowns:`.
enum TimesText {
  static let plan = MapForm<WorkingPlan>(
    "calendar", "a calendar", "A plan of working hours that resources follow.", hasProvenance: true,
    [
      Field("days", \.days, .weekdays, "The weekdays on which a shift begins.", example: "mon-fri"),
      Field(
        "hours", \.hours, .oneOrMore(.hours), "One or more ranges of the day, in the site's time.",
        example: "07:00-17:30"),
      Field(
        "holidays", \.worksOnHolidays, .words(["closed": false, "open": true]),
        "Whether people work on the public holidays of the site.", absent: "closed", example: "open"),
    ])

  static let plans = plan.named(
    {
      WorkingPlan(
        name: $0, days: .mondayToFriday, hours: [])
    }, name: \.name)

  static let leave = MapForm<LeavePeriod>(
    "leave period", "a leave period", "A period of every year in which only part of a role is present.",
    [
      Field("from", \.from, .monthDay, "The first day, month and day.", example: "07-01"),
      Field(
        "to", \.to, .monthDay, "The last day, included; before `from` it runs over the new year.",
        example: "07-31"),
      Field("present", \.present, .probability, "The fraction of the role that is there.", example: "0.5"),
    ])

  static let leaves = leave.named(
    { LeavePeriod(name: $0, from: firstOfJanuary, to: firstOfJanuary, present: 1) }, name: \.name)

  private static let firstOfJanuary = CivilDate(dayNumber: 0).monthDay

  static let shutdown = MapForm<Shutdown>(
    "shutdown", "a shutdown", "A closure that is known ahead.",
    [
      Field(
        "what", \.what, .text, "The reason, in words.", absent: "shutdown",
        example: "requalification of grade-B rooms"),
      Field(
        "from", \.from, .instant, "Its first day, or the instant at which it begins.", example: "2025-01-07"),
      Field("lasts", \.lasts, .positiveDuration, "How long, in calendar time.", example: "3 d"),
      Field(
        "every", \.every, .positiveDuration, "Repeats after so long; `mo` and `y` are calendar steps.",
        absent: "once", example: "6 mo"),
      Field(
        "closes", \.closes, .oneOrMore(.name), "The resources of the facility that are closed.",
        absent: "all its rooms and devices", example: "[grade-b]"),
    ])

  static let shutdowns = Form<[Shutdown]>.list(
    shutdown.form(over: Shutdown(what: "shutdown", from: Placeholder.instant, lasts: Placeholder.length)))
}
