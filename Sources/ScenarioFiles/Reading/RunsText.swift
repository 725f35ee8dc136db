import PipelineModel
import Quantities

/// `runs:` of a product.
enum RunsText {
  static let runs = MapForm<Runs>(
    "runs", "the runs",
    "Runs that are no patients. They book, claim and fail as patients do, and are counted as runs: never as patients referred, treated or lost.",
    atMostOne: [["every", "arrive"], ["initially", "arrive"]],
    [
      Field(
        "every", \.every, .positiveDuration,
        "One more each time that so long has passed since the first; months and years are calendar steps.",
        absent: "only those at the beginning", example: "6 mo"),
      Field(
        "initially", \.initially, .whole(1...10_000), "So many at the beginning.", absent: "1", example: "3"),
      Field(
        "arrive", \.arrivals, ArrivalsText.arrivals, "Any other way to arrive.",
        absent: "with `initially` and `every`", example: "{ poisson: 32 / y }"),
      Field(
        "from", \.from, DemandText.start,
        "When the first begin: a moment, or when the first making facility is `opened` or `licensed`.",
        absent: "the start", example: "licensed"),
      Field(
        "until", \.until, .moment, "None begin from then on.", absent: "the horizon", example: "2030-01-01"),
      Field(
        "at most", \.atMost, .whole(0...),
        "So many in all; those that a process orders again are not counted.", absent: "no limit",
        example: "12"),
    ])
}
