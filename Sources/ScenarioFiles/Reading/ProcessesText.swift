import PipelineModel
import Quantities

/// `processes:` of a facility.
enum ProcessesText {
  static let process = MapForm<QualifiedProcess>(
    "process", "a process",
    "Work that is allowed only while it is qualified by media fills. One passes when it comes to the end of its route, and fails when it is lost after its work has begun. Steps with `process` wait while it is not qualified; work at hand is finished.",
    [
      Field(
        "qualified by", \.qualifiedBy, .name, "The product whose `runs` are its media fills.",
        example: "media-fill"),
      Field(
        "initially", \.initially, .whole(1...1_000),
        "So many have to pass before the process is used for the first time.", absent: "3", example: "3"),
      Field(
        "qualified until", \.qualifiedUntil, .moment,
        "In use at the start, so that no first media fills are needed; it lapses then.",
        absent: "not qualified at the start", example: "2025-03-01"),
      Field(
        "lapses after", \.lapsesAfter, .positiveDuration,
        "So long without a media fill that passed, counted from the end of the last.", absent: "never",
        example: "6 mo"),
      Field(
        "failed stops", \.failedStops, .law,
        "How long one that failed stops the process, in calendar time.", absent: "no time of its own",
        example: "{ triangular: [3 wk, 4 wk, 6 wk] }"),
      Field(
        "again", \.again, .whole(0...1_000),
        "So many have to pass after one that failed, and (one at least) after a lapse. They are ordered at the end of the stop, or at the lapse, as far as they are not under way.",
        absent: "1", example: "3"),
    ])

  static let processes = process.named({ QualifiedProcess($0, qualifiedBy: "") }, name: \.name)
}
