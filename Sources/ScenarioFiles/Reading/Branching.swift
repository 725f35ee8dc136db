import PipelineModel
import Quantities

/// The parts of a route at which entities part, meet, travel and leave.
enum BranchingText {
  static let parts: [Variant<RoutePart>] = [
    Variant(
      MapForm<Choice>(
        "choose entry", "an entry \'choose\'",
        "One of several arms, by probability; who takes none goes straight on.",
        [
          Field("choose", \.name, .text, "Its name.", example: "bridging therapy"),
          Field(
            "arms", \.arms, arms, "The arms, in order; their probabilities add up to at most 1.",
            example: "[ { probability: 0.3, route: [ { step: bridge, takes: 7 d } ] } ]"),
        ]), over: Choice("", arms: []), wrap: { .choose($0) },
      unwrap: { if case .choose(let part) = $0 { part } else { nil } }),
    Variant(
      MapForm<ParallelBranches>(
        "parallel entry", "an entry \'parallel\'",
        "All branches start now; the route goes on when all have ended.",
        [
          Field("parallel", \.name, .text, "Its name.", example: "tests"),
          Field(
            "branches", \.branches, branches, "The branches, by name.",
            example:
              "{ sterility: [ { assay: sterility test, takes: 7 d } ], potency: [ { assay: potency test, takes: 2 d } ] }"
          ),
        ]), over: ParallelBranches("", branches: []), wrap: { .parallel($0) },
      unwrap: { if case .parallel(let part) = $0 { part } else { nil } }),
    Variant(
      MapForm<Gathering>(
        "gather entry", "an entry \'gather\'", "Waits until enough have come; then all go on as one batch.",
        [
          Field("gather", \.name, .text, "Its name.", example: "run"),
          Field("of", \.size, .whole(1...1_000_000), "How many make a batch.", example: "4"),
          Field(
            "or after", \.orAfter, .positiveDuration,
            "A smaller batch goes on so long after its first member came.", absent: "never", example: "10 h"),
        ]), over: Gathering("", of: 1), wrap: { .gather($0) },
      unwrap: { if case .gather(let part) = $0 { part } else { nil } }),
    named("separate", "The members of a gathered batch go on singly.", "members", { .separate(name: $0) }) {
      if case .separate(let name) = $0 { name } else { nil }
    },
    Variant(
      MapForm<Splitting>(
        "split entry", "an entry \'split\'", "Several children go on singly, and the parent ends.",
        [
          Field("split", \.name, .text, "Its name.", example: "vials"),
          Field("into", \.into, .law, "How many children.", example: "6"),
        ]), over: Splitting("", into: Placeholder.one), wrap: { .split($0) },
      unwrap: { if case .split(let part) = $0 { part } else { nil } }),
    Variant(
      MapForm<Shipment>(
        "ship entry", "an entry \'ship\'", "Transport over a link.",
        [
          Field("ship", \.name, .text, "Its name.", example: "to Lund"),
          Field(
            "by", \.by, .linkChoice,
            "The link, a key of `transport:`; or one for each facility that makes the product, `none` where nothing travels.",
            example: "{ necstgen: leiden-lund, lund-sus: none }"),
          Field(
            "if lost", \.ifLost, .consequence, "What follows when it is lost.",
            absent: "lost, with the reason `lost in transport`", example: "remake"),
        ]), over: Shipment("", by: ""), wrap: { .ship($0) },
      unwrap: { if case .ship(let part) = $0 { part } else { nil } }),
    Variant(
      MapForm<Release>(
        "release entry", "an entry \'release\'", "Release in one or two stages.",
        [
          Field("release", \.name, .text, "Its name.", example: "release"),
          Field(
            "stage 1", \.stage1, .route, "The entries before infusion is allowed, one after the other.",
            example: "[ { assay: rapid panel, takes: 24 h }, { certify: qp, takes: 2 h } ]"),
          Field(
            "stage 2", \.stage2, .route,
            "The entries that end in final certification and go on beside the patient's way.", absent: "none",
            example: "[ { assay: sterility, takes: 7 d } ]"),
          Field(
            "out of specification", \.outOfSpecification,
            outOfSpecification.form(over: .init(probability: 0)),
            "A result out of specification is a result, not a failure.", absent: "never",
            example: "{ probability: 0.1, released on request: 0.7, else: remake }"),
          Field(
            "positive after infusion", \.positiveAfterInfusion, .probability,
            "The probability that stage 2 finds a positive; counted and recorded.", absent: "0",
            example: "0.005"),
        ]), over: Release("", stage1: []), wrap: { .release($0) },
      unwrap: { if case .release(let part) = $0 { part } else { nil } }),
    Variant(
      MapForm<Storing>(
        "store entry", "an entry \'store\'", "Puts what was made into a stock.",
        [
          Field("store", \.stock, .name, "The stock.", example: "msc-bag"),
          Field("yields", \.yields, .law, "How many units come in.", absent: "1", example: "40"),
        ]), over: Storing(stock: "", yields: Placeholder.one), wrap: { .store($0) },
      unwrap: { if case .store(let part) = $0 { part } else { nil } }),
    named(
      "leave", "The patient leaves here, with this name; `treated` counts as treated.", "treated",
      { .leave(name: $0) }
    ) {
      if case .leave(let name) = $0 { name } else { nil }
    },
  ]

  private struct Named: Equatable, Sendable { var name = "" }

  private static func named(
    _ word: String, _ meaning: String, _ example: String, _ wrap: @escaping @Sendable (String) -> RoutePart,
    unwrap: @escaping @Sendable (RoutePart) -> String?
  ) -> Variant<RoutePart> {
    Variant(
      MapForm<Named>(
        "\(word) entry", "an entry '\(word)'", meaning,
        [Field(word, \.name, .text, "Its name.", example: example)]),
      over: Named(), wrap: { wrap($0.name) }, unwrap: { unwrap($0).map { Named(name: $0) } })
  }

  private static let arm = MapForm<Choice.Arm>(
    "arm", "an arm", "One arm of a choice.",
    [
      Field("name", \.name, .text, "Its name.", absent: "its number", example: "with bridging"),
      Field("probability", \.probability, .probability, "How likely it is taken.", example: "0.3"),
      Field(
        "route", \.route, .route, "Its entries; after them the way goes on behind the choice.",
        absent: "empty", example: "[ { step: bridge, takes: 7 d } ]"),
    ])

  private static let arms = Form<[Choice.Arm]>(
    .list(item: .map(arm.declaration)),
    read: { node, reading in
      guard let items = node.list else {
        reading.report(.expected(what: "a list of arms", found: node.description), at: node.mark)
        return nil
      }
      return items.enumerated().compactMap { index, item in
        guard let entries = item.map else {
          reading.report(.expected(what: "the keys of an arm", found: item.description), at: item.mark)
          return nil
        }
        let untouched = Choice.Arm(name: "\(index + 1)", probability: 0, route: [])
        return reading.enter(item["name"]?.scalar?.text ?? untouched.name, at: item.mark) {
          arm.read(entries, of: item, over: untouched, reading)
        }
      }
    },
    write: { arms in
      .written(
        arms.enumerated().map { index, item in
          .written(map: arm.write(item, over: Choice.Arm(name: "\(index + 1)", probability: 0, route: [])))
        })
    })

  private static let branches = Form<[ParallelBranches.Branch]>.named(
    "a route", Form<[RoutePart]>.route, make: { ParallelBranches.Branch(name: $0, route: $1) },
    parts: { ($0.name, $0.route) })

  private static let outOfSpecification = MapForm<Release.OutOfSpecification>(
    "out of specification", "an out-of-specification rule", "What follows a result out of specification.",
    [
      Field("probability", \.probability, .probability, "How likely it is.", example: "0.1"),
      Field(
        "released on request", \.releasedOnRequest, .probability,
        "The probability that it is infused all the same.", absent: "0", example: "0.7"),
      Field(
        "else", \.otherwise, .consequence, "What follows otherwise.", absent: "remake",
        example: "collect again"),
    ])
}

extension Form where Value == LinkChoice {
  /// A link, or one for each facility that makes the product.
  static let linkChoice = Form<LinkChoice>.either(
    text: Form<String>.name.map({ LinkChoice($0) }, back: { $0.common ?? "" }),
    map: Form<[LinkChoice.OfMaker]>.named(
      "a link", .name,
      make: { LinkChoice.OfMaker(facility: $0, link: $1 == LinkChoice.none ? nil : $1) },
      parts: { ($0.facility, $0.link ?? LinkChoice.none) }
    ).map({ LinkChoice(ofMakers: $0) }, back: \.ofMakers), writesText: { $0.common != nil })
}
