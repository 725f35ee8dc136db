import PipelineModel
import Quantities

/// `monitoring:` of rooms.
enum MonitoringText {
  static let monitoring = MapForm<Monitoring>(
    "monitoring", "the monitoring",
    "Environmental monitoring: plates of every session, read later; an excursion is looked into and may close a room. A session is the end of touch work in the room, unless it says `work: closed`.",
    [
      Field(
        "read after", \.readAfter, .law, "How long after the session the plates are read, in calendar time.",
        example: "{ uniform: [5 d, 7 d] }"),
      Field(
        "excursion", \.excursion, .probability, "The probability that a session ends above the limits.",
        example: "0.015"),
      Field(
        "deviation", \.deviation,
        deviation.form(over: DeviationReview(uses: [], takes: Placeholder.law)),
        "Who looks into an excursion, from the reading on; the batch does not wait for it.", absent: "nobody",
        example: "{ uses: qa-officer, takes: { lognormal: { median: 5 wd, sigma: 0.6 } } }"),
      Field(
        "hold", \.hold, hold.form(over: RoomHold(probability: 0, takes: Placeholder.law)),
        "How one room is taken out of service after an excursion, from the reading on; work at hand is finished.",
        absent: "never", example: "{ probability: 0.2, takes: { triangular: [1 d, 3 d, 7 d] } }"),
    ])

  private static let deviation = MapForm<DeviationReview>(
    "deviation review", "a deviation review", "Desk work on an excursion, suspended at the end of a shift.",
    [
      Field("uses", \.uses, .claims, "Who looks into it.", absent: "nobody", example: "{ qa-officer: 1 }"),
      Field("takes", \.takes, .law, "How long.", example: "5 wd"),
    ])

  private static let hold = MapForm<RoomHold>(
    "room hold", "a room hold", "A room that is out of service after an excursion.",
    [
      Field(
        "probability", \.probability, .probability, "The probability that an excursion closes a room.",
        example: "0.2"),
      Field("takes", \.takes, .law, "How long, in calendar time.", example: "3 d"),
    ])
}
