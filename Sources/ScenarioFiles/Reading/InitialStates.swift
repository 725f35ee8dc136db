import PipelineModel
import Quantities

/// `initial state:`.
enum InitialStatesText {
  static let state = MapForm<InitialState>(
    "initial state", "the initial state",
    "What is there when the clock starts: who waits, what is in the making, what lies on the shelves. Work that goes on takes what its law leaves, given how long it has lasted.",
    [
      Field(
        "as of", \.asOf, .instant,
        "The day of which it speaks. It has to be the start, so that nobody moves the start and forgets the state.",
        absent: "the start", example: "2026-11-23"),
      Field(
        "patients", \.patients, .list(patient.form(over: untouched)),
        "Who was referred before the start and is neither treated nor lost.", absent: "nobody",
        example: "[ { product: car-t, referred: 2026-11-02 } ]"),
      Field(
        "lots", \.lots, .list(lot.form(over: InitialLot(product: ""))), "Lots under way for a stock.",
        absent: "none", example: "[ { product: vector, in: produce, since: 2026-11-16 } ]"),
      Field(
        "stocks", \.stocks, shelves, "What lies on the shelves, in place of `initial` of the stocks.",
        absent: "`initial` of each", example: "{ vector-dose: [ { units: 31, expires: 2027-05-01 } ] }"),
      Field(
        "people", \.people, people,
        "The certificates of the first persons of a role and when they expire, by `facility/role` and by what the file calls a person. Others who is named comes to as a new person does, after `first after` or by a run.",
        absent: "spread evenly over the validity",
        example: "[ { role: lund-sus/operator, persons: { A: { gowning: 2027-03-01 } } } ]"),
    ])

  private static let people = Form<[InitialRole]>.list(
    MapForm<InitialRole>(
      "role at the start", "a role at the start",
      "Persons of a role and the certificates that they hold when the clock starts.",
      [
        Field("role", \.role, .text, "The role, with its facility.", example: "lund-sus/operator"),
        Field(
          "persons", \.persons, persons,
          "The first of its persons, each with the certificates held and their expiry; no names of persons.",
          example: "{ A: { gowning: 2027-03-01, aseptic: 2026-12-10 }, B: { gowning: 2027-01-15 } }"),
      ]
    ).form(over: InitialRole("", [])))

  private static let persons = Form<[InitialPerson]>.named(
    "certificates", held, make: { InitialPerson($0, $1) }, parts: { ($0.name, $0.certificates) })

  private static let held = Form<[HeldCertificate]>.named(
    "an expiry", .instant, make: { HeldCertificate($0, expires: $1) }, parts: { ($0.name, $0.expires) })

  private static let untouched = InitialPatient(product: "", referred: Placeholder.instant)

  private static let patient = MapForm<InitialPatient>(
    "patient at the start", "a patient at the start",
    "A patient who was referred before the start. What is held follows from the route: the claims of the step at hand, and what earlier steps keep.",
    atMostOne: [["waits for", "in"]],
    [
      Field("product", \.product, .name, "The product.", example: "car-t"),
      id,
      Field(
        "referred", \.referred, .instant, "When; clocks and waits count from it.", example: "2026-11-02"),
      Field(
        "collected", \.collected, .instant, "When the starting material was taken, for those who are so far.",
        absent: "not collected", example: "2026-11-12"),
      Field(
        "severity", \.severity, .number, "The greatest is the worst off.", absent: "drawn as for others",
        example: "0.7"),
      Field(
        "made at", \.madeAt, .name, "Where the product is made.", absent: "the first facility of the product",
        example: "lund-sus"),
      Field(
        "booked", \.booked, .bookedDay,
        "The day of the booking. All that is needed on later dates is reserved, every duration at its median.",
        absent: "not booked", example: "2026-11-12"),
      Field(
        "batch", \.attempt, .whole(1...), "The n-th attempt that is in the making.", absent: "1", example: "2"
      ),
      Field(
        "waits for", \.waitsFor, .text, "The entry of the route in front of which the patient stands.",
        absent: "the first entry, or the one behind the booking", example: "slot"),
      Field<InitialPatient>(
        "in", \.steps, steps,
        "The step that is being carried out, or several that go on side by side, with when each began. What else goes on beside them is over, but for repeated touches and countdowns whose day has not come.",
        absent: "none", example: "expand"),
      Field(
        "since", \.since, .instant, "When that step, or the waiting, began.",
        absent: "the referral for who waits", example: "2026-11-13 16:00"),
    ])

  private static let lot = MapForm<InitialLot>(
    "lot at the start", "a lot at the start", "A lot that is in the making for a stock.",
    [
      Field("product", \.product, .name, "The product whose lots fill the stock.", example: "vector"),
      Field("id", \.id, .text, "What the log calls it.", absent: "its place in the list", example: "L-3"),
      Field(
        "in", \.steps, steps, "The step that is being carried out, or several with when each began.",
        example: "produce"),
      Field("since", \.since, .instant, "When that step began.", absent: "in `in`", example: "2026-11-16"),
      Field(
        "counts for", \.units, .whole(1...), "Units that the stock counts on until it is stored.",
        absent: "the quantity of the reorder rule", example: "80"),
    ])

  private static let id = Field<InitialPatient>(
    "id", \.id, .text, "What the log and the schedule call the patient; no name of a person.",
    absent: "the place in the list", example: "P-012")

  private static let steps = Form<[InitialStep]>.either(
    text: Form<String>.text.map({ [InitialStep($0)] }, back: { $0.first?.name ?? "" }),
    map: .named(
      "an instant", .instant, make: { InitialStep($0, since: $1) },
      parts: { ($0.name, $0.since ?? Placeholder.instant) }),
    writesText: { $0.count == 1 && $0[0].since == nil })

  private static let shelves = Form<[InitialShelf]>.named(
    "units", .list(units.form(over: InitialUnits(0))), make: { InitialShelf($0, $1) },
    parts: { ($0.stock, $0.lots) })

  private static let units = MapForm<InitialUnits>(
    "units at the start", "units at the start", "Units on a shelf that expire together.",
    [
      Field("units", \.units, .whole(1...), "How many.", example: "31"),
      Field(
        "expires", \.expires, .instant, "When.", absent: "a whole shelf life after the start",
        example: "2027-05-01"),
    ])
}

extension Form where Value == CivilDate {
  /// A date without a time of day.
  fileprivate static let bookedDay = Form.quantity(
    .instant, QuantityGrammar.date, write: QuantityPrinting.date)
}
