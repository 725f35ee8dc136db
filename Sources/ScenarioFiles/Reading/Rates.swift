import PipelineModel
import Quantities

/// `varying:`, a rate that varies in time.
enum RatesText {
  static let form = map.form(over: RateFunction(base: Placeholder.rate))

  private static let map = MapForm<RateFunction>(
    "varying rate", "a varying rate", "A base rate times the factors that are given.",
    [
      Field("rate", \.base, .rate, "The base.", example: "18 / y"),
      Field(
        "over day", \.overDay, .exactly(24, .amount),
        "24 factors, one for each hour of the day in the site's time.", absent: "1 in every hour",
        example: "[0, 0, 0, 0, 0, 0, 0, 1, 2, 2, 2, 2, 1, 2, 2, 2, 1, 0, 0, 0, 0, 0, 0, 0]"),
      Field(
        "over week", \.overWeek, factors(Weekday.allCases.map(\.symbol), "weekday factors"),
        "Factors of weekdays.", absent: "1 on every day", example: "{ sat: 0, sun: 0 }"),
      Field(
        "over year", \.overYear, factors(months, "month factors"), "Factors of months.",
        absent: "1 in every month", example: "{ jul: 0.5 }"),
      Field(
        "wave", \.wave, wave.form(over: Wave(period: Placeholder.length, amplitude: 0)),
        "A sine wave around 1.", absent: "none", example: "{ every: 24 h, amplitude: 0.5 }"),
      Field(
        "ramp", \.ramp, .list(corner.form(over: RampPoint(at: Placeholder.moment, factor: 1))),
        "Corners of a factor that is linear between them and constant outside.", absent: "none",
        example: "[ { at: 2025-01-01, factor: 0 }, { at: 2027-01-01, factor: 1 } ]"),
    ])

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func factors(_ names: [String], _ name: String) -> Form<[Double]> {
    let fields = names.indices.map { index in
      Field<[Double]>(names[index], \.[index], .amount, "Its factor.", absent: "1", example: "0.5")
    }
    let map = MapForm<[Double]>(name, "the \(name)", "A factor for each; 1 when absent.", fields)
    return map.form(over: Array(repeating: 1, count: names.count))
  }

  private static let wave = MapForm<Wave>(
    "wave", "a wave", "The factor 1 + amplitude · sin(2π (t − from) / every).", hasProvenance: false,
    [
      Field("every", \.period, .positiveDuration, "The period.", example: "24 h"),
      Field("amplitude", \.amplitude, .probability, "How far it swings around 1.", example: "0.5"),
      Field(
        "from", \.from, .calendarDuration, "When it first rises through 1, after the start.", absent: "0 h",
        example: "6 h"),
    ])

  private static let corner = MapForm<RampPoint>(
    "corner of a ramp", "a corner of a ramp", "The factor at one moment.", hasProvenance: false,
    [
      Field("at", \.at, .moment, "When.", example: "2025-01-01"),
      Field("factor", \.factor, .amount, "The factor there.", example: "1"),
    ])
}
