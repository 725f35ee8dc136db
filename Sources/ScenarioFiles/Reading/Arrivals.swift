import PipelineModel
import Quantities

/// `arrive:` of patients and `intake:` of programmes.
enum ArrivalsText {
  /// What the ways to arrive are written with, and the bounds of an intake.
  struct Parameters: Equatable, Sendable {
    var rate = Placeholder.rate
    var every = Placeholder.length
    var first: TimeLength?
    var renewal = Placeholder.law
    var moments: [Moment] = []
    var count = 1
    var at = Placeholder.moment
    var varying = RateFunction(base: Placeholder.rate)
    var from: Moment?
    var until: Moment?
  }

  /// Arrivals with the bounds of an intake.
  struct Bounded: Equatable, Sendable {
    var arrivals: Arrivals
    var from: Moment?
    var until: Moment?
  }

  static let arrivals: Form<Arrivals> = VariantsForm(
    "arrivals", "a way to arrive, such as '{ poisson: 18 / y }'", "How patients, orders or trainees arrive.",
    isReplacedWhole: true, variants(with: []).map(unbounded)
  ).form

  static let intake: Form<Bounded> = VariantsForm(
    "intake", "a way to arrive, such as '{ poisson: 6 / y, until: 5 y }'",
    "How applicants arrive, and from when until when.",
    isReplacedWhole: true,
    variants(with: [
      Field("from", \.from, .moment, "Nobody before.", absent: "the start", example: "2025-09-01"),
      Field("until", \.until, .moment, "Nobody from then on.", absent: "the horizon", example: "5 y"),
    ]).map(bounded)
  ).form

  private struct Way: Sendable {
    var form: MapForm<Parameters>
    var wrap: @Sendable (Parameters) -> Arrivals
    var unwrap: @Sendable (Arrivals, inout Parameters) -> Bool
  }

  private static func unbounded(_ way: Way) -> Variant<Arrivals> {
    Variant(
      way.form, over: Parameters(), wrap: { way.wrap($0) },
      unwrap: { arrivals in
        var parameters = Parameters()
        return way.unwrap(arrivals, &parameters) ? parameters : nil
      })
  }

  private static func bounded(_ way: Way) -> Variant<Bounded> {
    Variant(
      way.form, over: Parameters(), wrap: { Bounded(arrivals: way.wrap($0), from: $0.from, until: $0.until) },
      unwrap: { bounded in
        var parameters = Parameters()
        parameters.from = bounded.from
        parameters.until = bounded.until
        return way.unwrap(bounded.arrivals, &parameters) ? parameters : nil
      })
  }

  private static func way(
    _ meaning: String, _ fields: [Field<Parameters>], with bounds: [Field<Parameters>],
    _ wrap: @escaping @Sendable (Parameters) -> Arrivals,
    _ unwrap: @escaping @Sendable (Arrivals, inout Parameters) -> Bool
  ) -> Way {
    let word = fields[0].declaration.name
    let name = "\(bounds.isEmpty ? "arrivals" : "intake") '\(word)'"
    return Way(form: MapForm(name, name, meaning, fields + bounds), wrap: wrap, unwrap: unwrap)
  }

  private static func variants(with bounds: [Field<Parameters>]) -> [Way] {
    [
      way(
        "Independent of one another, at a constant rate.",
        [Field("poisson", \.rate, .rate, "The rate.", example: "18 / y")], with: bounds,
        { .poisson($0.rate) },
        { if case .poisson(let rate) = $0 { $1.rate = rate; return true } else { return false } }),
      way(
        "At fixed intervals.",
        [
          Field("every", \.every, .positiveDuration, "The interval.", example: "1.25 h"),
          Field(
            "first", \.first, .calendarDuration, "When the first comes, after the start.",
            absent: "after one interval", example: "0 h"),
        ], with: bounds, { .every($0.every, first: $0.first) },
        {
          guard case .every(let every, let first) = $0 else { return false }
          $1.every = every
          $1.first = first
          return true
        }),
      way(
        "At independent intervals of one law.",
        [
          Field(
            "renewal", \.renewal, .law, "The law of the intervals.",
            example: "{ erlang: { k: 2, mean: 3 h } }")
        ], with: bounds,
        { .renewal($0.renewal) },
        { if case .renewal(let law) = $0 { $1.renewal = law; return true } else { return false } }),
      way(
        "At listed moments; several may coincide.",
        [Field("at", \.moments, .oneOrMore(.moment), "The moments.", example: "[0 h, 2 h, 15 h]")],
        with: bounds,
        { .scheduled($0.moments) },
        { if case .scheduled(let moments) = $0 { $1.moments = moments; return true } else { return false } }),
      way(
        "All at once.",
        [
          Field("cohort", \.count, .whole(1...), "How many.", example: "30"),
          Field("at", \.at, .moment, "When.", example: "2025-09-01"),
        ], with: bounds, { .cohort($0.count, at: $0.at) },
        {
          guard case .cohort(let count, let at) = $0 else { return false }
          $1.count = count
          $1.at = at
          return true
        }),
      way(
        "Independent of one another, at a rate that varies.",
        [
          Field(
            "varying", \.varying, RatesText.form, "The rate.",
            example: "{ rate: 18 / y, over week: { sat: 0, sun: 0 } }")
        ], with: bounds,
        { .varying($0.varying) },
        { if case .varying(let rate) = $0 { $1.varying = rate; return true } else { return false } }),
    ]
  }
}
