import PipelineModel
import Quantities

/// `training:`.
enum TrainingText {
  static let programme = MapForm<TrainingProgramme>(
    "training programme", "a training programme", "A programme that people come from.",
    atMostOne: [["through", "completes"]], exactlyOne: [["takes", "through"]],
    [
      Field("name", \.title, .text, "How reports call it.", absent: "its key", example: "Joint doctorate"),
      Field(
        "seats", \.seats, .whole(0...), "So many at a time; who finds none waits for one.",
        absent: "no limit", example: "30"),
      Field(
        "when full", \.whenFull, .word,
        "Whether who finds no seat waits for one, first come, first served, or leaves at once; `at most` counts those who left, too.",
        absent: "wait", example: "leave"),
      Field("at most", \.atMost, .whole(0...), "So many entrants in all.", absent: "no limit", example: "30"),
      Field(
        "intake", \.spelledIntake, ArrivalsText.intake, "How applicants arrive, and from when until when.",
        example: "{ poisson: 6 / y, until: 5 y }"),
      Field(
        "takes", \.takes, .law, "From entry to completion or drop-out.", absent: "with `through`",
        example: "{ lognormal: { median: 5.1 y, sigma: 0.22 } }"),
      Field(
        "through", \.through, .name,
        "The product of `purpose: training run` whose route each entrant goes through: its end completes, whoever is lost drops out.",
        absent: "with `takes`", example: "doctoral-training"),
      Field(
        "completes", \.completes, .probability, "The probability of completing.", absent: "1", example: "0.85"
      ),
      Field(
        "stays", \.stays, .probability, "The probability that a graduate stays at the partner sites.",
        absent: "1", example: "0.4"),
      Field(
        "becomes", \.becomes, becomes,
        "Roles that those who stay take up, with probabilities that add up to at most 1.", absent: "none",
        example: "{ lund-sus/operator: 0.15 }"),
      Field(
        "costs", \.costs, CostsText.training.form(over: TrainingCosts()), "What the programme costs.",
        absent: "nothing", example: "{ student year: 55k EUR, assumption: a salary and fees }"),
    ])

  static let programmes = programme.named(
    {
      // With neither of the two: the file says one of them.
      var programme = TrainingProgramme(name: $0, intake: .scheduled([]), takes: Placeholder.law)
      programme.takes = nil
      return programme
    }, name: \.name)

  private static let entry = MapForm<RoleEntry>(
    "entry into a role", "an entry into a role", "Graduates who take up a role.",
    atMostOne: [["independent after", "qualified by"]],
    [
      Field(
        "probability", \.probability, .probability, "The probability, of those who stay.", example: "0.15"),
      Field(
        "independent after", \.independentAfter, .law, "From entry to working alone.",
        absent: "as the role says", example: "26 wk"),
      Field(
        "qualified by", \.qualifiedBy, .name,
        "The product of `purpose: training run` whose route they go through before they work alone.",
        absent: "as the role says", example: "short-qualification"),
    ])

  private static let becomes = Form<[RoleEntry]>(
    .named(item: .either([Form<Double>.probability.kind, .map(entry.declaration)])),
    read: { node, reading in
      guard let entries = node.map else {
        reading.report(
          .expected(
            what: "roles with probabilities, such as '{ lund-sus/operator: 0.15 }'", found: node.description),
          at: node.mark)
        return nil
      }
      return reading.covered(by: ProvenanceKeys.read(in: entries, reading)) {
        entries.compactMap { item in
          if ProvenanceKeys.names.contains(item.key) || NamedEntries.isRemoval(item, reading) { return nil }
          let key = FileNode(content: .scalar(.init(text: item.key, isQuoted: true)), mark: item.keyMark)
          guard let role = Form<String>.name.read(key, reading) else { return nil }
          return reading.enter(item.key, at: item.keyMark) {
            guard let inner = item.value.map else {
              return Form<Double>.probability.read(item.value, reading).map {
                RoleEntry(role: role, probability: $0)
              }
            }
            return entry.read(inner, of: item.value, over: RoleEntry(role: role, probability: 0), reading)
          }
        }
      }
    },
    write: { entries in
      .written(
        map: entries.map { item in
          item.independentAfter == nil && item.qualifiedBy == nil
            ? (item.role, Form<Double>.probability.write(item.probability))
            : (item.role, .written(map: entry.write(item, over: RoleEntry(role: item.role, probability: 0))))
        })
    })
}

extension TrainingProgramme {
  /// `intake:` with its bounds.
  var spelledIntake: ArrivalsText.Bounded {
    get { ArrivalsText.Bounded(arrivals: intake, from: from, until: until) }
    set {
      intake = newValue.arrivals
      from = newValue.from
      until = newValue.until
    }
  }
}
