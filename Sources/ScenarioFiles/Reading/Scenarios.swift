import PipelineModel
import Quantities

/// The keys at the top of a scenario.
enum ScenarioText {
  static let map = MapForm<Scenario>(
    "scenario", "a scenario", "Everything that a scenario file describes.", hasProvenance: false,
    [
      Field(
        "extends", \.spelledElsewhere, .text,
        "A scenario file that this one changes, relative to this file. Maps merge key by key; laws, texts and lists are replaced whole; entries of a route merge by name.",
        absent: "stands alone", example: "baseline.yaml"),
      Field(
        "title", \.title, .text, "One line that names the scenario in every output.",
        example: "One CAR-T product, fresh, made in Lund"),
      Field(
        "about", \.about, .text, "A longer text for readers.", absent: "empty",
        example: "Numbers only illustrate."),
      Field(
        "start", \.start, .instant, "When the simulated clock starts, in civil time of the first site.",
        example: "2024-10-01"),
      Field(
        "horizon", \.horizon, .moment,
        "When it ends: a date, or a time after the start. Events at the horizon itself do not happen.",
        example: "5 y"),
      Field(
        "warm up", \.warmUp, .calendarDuration, "What happens before is not counted.", absent: "0 h",
        example: "2000 h"),
      Field("tick", \.tick, .tick, "The smallest step of the clock.", absent: "1 ms", example: "1 us"),
      Field(
        "run", \.run, run.form(over: RunDefaults()),
        "What a run uses unless the command line says otherwise.", absent: "the program's own defaults",
        example: "{ replications: 200, seed: 1 }"),
      Field(
        "also measure", \.alsoMeasures, .oneOrMore(.word),
        "Measures that a run reports only where they are asked for: `people by month` (who is qualified, planned and needed in each role), `careers` (what becomes of graduates), `want of people` (patients lost while they wait for people, starts that training takes from patients).",
        absent: "none", example: "[ people by month, careers ]"),
      Field(
        "sources", \.citations, citations,
        "Publications and pages that numbers rest on, by the key that `source:` uses.", absent: "none",
        example: "{ skane-gmp: \"Region Skåne, description of the clean rooms\" }"),
      Field(
        "costs", \.costs, CostsText.rules.form(over: CostRules()),
        "The currency of all results, and what others are worth; prices stand where the things are.",
        absent: "EUR", example: "{ currency: EUR, exchange: { SEK: 0.088 EUR } }"),
      Field(
        "sites", \.sites, SitesText.sites, "Places with a country, a time zone and public holidays, by name.",
        absent: "none: UTC and no holidays",
        example: "{ lund: { country: SE, time zone: Europe/Stockholm, holidays: swedish } }"),
      Field(
        "calendars", \.calendars, TimesText.plans, "Plans of working hours, by name.", absent: "none",
        example: "{ day-shift: { days: mon-fri, hours: 07:00-17:30 } }"),
      Field(
        "leave", \.leave, TimesText.leaves, "Leave periods, by name.", absent: "none",
        example: "{ july: { from: 07-01, to: 07-31, present: 0.5 } }"),
      Field(
        "certificates", \.certificates, CertificatesText.certificates,
        "What people have to hold for steps that ask for it, by name.", absent: "none",
        example: "{ gowning: { lasts: 1 y, renewal: { ahead: 30 d, takes: 4 h } } }"),
      Field(
        "facilities", \.facilities, FacilitiesText.facilities,
        "Buildings with rooms, devices and people, by name.", absent: "none",
        example: "{ lab: { rooms: { suite: { count: 1 } } } }"),
      Field(
        "transport", \.transport, SitesText.links, "Ways between facilities, by name.", absent: "none",
        example: "{ leiden-lund: { from: lumc, to: lund-sus, takes: 14 h } }"),
      Field(
        "stocks", \.stocks, StocksText.stocks, "What steps consume and lots replenish, by name.",
        absent: "none", example: "{ vector-dose: { initial: 40 doses } }"),
      Field(
        "products", \.products, ProductsText.products, "What is made, for whom, and by which route, by name.",
        absent: "none", example: "{ car-t: { route: [ { step: wash, takes: 1 h } ] } }"),
      Field(
        "incompatible", \.incompatible, TraitsText.pairs,
        "Products that are never worked on side by side in one room, or in rooms of one air-handling unit.",
        absent: "none", example: "[ { never together: [viral vector, cells], in: same air } ]"),
      Field(
        "initial state", \.initialState, InitialStatesText.state.form(over: InitialState()),
        "What is there when the clock starts.", absent: "nothing but the stocks",
        example: "{ patients: [ { product: car-t, referred: 2024-09-20 } ] }"),
      Field(
        "training", \.training, TrainingText.programmes, "Programmes that people come from, by name.",
        absent: "none", example: "{ course: { intake: { poisson: 6 / y }, takes: 20 wk } }"),
    ])

  static let untouched = Scenario(title: "", start: Placeholder.instant, horizon: Placeholder.moment)
  static let form = map.form(over: untouched)

  private static let run = MapForm<RunDefaults>(
    "run defaults", "the run defaults", "What a run uses unless the command line says otherwise.",
    hasProvenance: false,
    [
      Field(
        "replications", \.replications, .whole(1...10_000_000), "Independent replications.",
        absent: "the program's default", example: "200"),
      Field(
        "seed", \.seed, .seed, "The seed of the random numbers.", absent: "the program's default",
        example: "1"),
    ])

  /// `sources:`.
  static let citations = Form<[Citation]>(
    .named(item: Form<String>.text.kind),
    read: { node, reading in
      guard let entries = node.map else {
        reading.report(.expected(what: "a map of keys and citations", found: node.description), at: node.mark)
        return nil
      }
      return entries.compactMap { entry in
        if NamedEntries.isRemoval(entry, reading) { return nil }
        return reading.enter(entry.key, at: entry.keyMark) {
          Form<String>.text.read(entry.value, reading).map { Citation(name: entry.key, text: $0) }
        }
      }
    },
    write: { .written(map: $0.map { ($0.name, .written($0.text)) }) })
}

extension Scenario {
  /// `extends:` was followed before the scenario is read; the value keeps no trace of it.
  var spelledElsewhere: String {
    get { "" }
    set { _ = newValue }
  }
}
