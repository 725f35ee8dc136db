import PipelineModel

extension Form where Value == [Claim] {
  /// Resources with how many of each, of people also with the certificates that each has to hold; a bare name means one.
  static let claims = claims(
    bare: 1,
    item: .either(
      text: Form<Int>.whole(1...).map({ Claim("", $0) }, back: \.count),
      map: certified.form(over: Claim("")), writesText: \.certified.isEmpty))
  /// What is kept; a bare name means all units that the step uses, which the step's reader fills in.
  static let keptClaims = claims(
    bare: Claim.allThatIsUsed, item: Form<Int>.whole(1...).map({ Claim("", $0) }, back: \.count))

  private static let certified = MapForm<Claim>(
    "certified claim", "a claim of certified people",
    "So many of a role who hold certificates; nobody of another role stands in for them.",
    hasProvenance: false,
    [
      Field("count", \.count, .whole(1...), "How many.", absent: "1", example: "2"),
      Field(
        "certified", \.certified, .oneOrMore(.name), "What each of them has to hold.",
        example: "[gowning, aseptic]"),
    ])

  private static func claims(bare: Int, item: Form<Claim>) -> Form {
    let name = Form<String>.name
    let names = Form<[String]>.oneOrMore(name)
    return Form(
      .either([.named(item: item.kind), name.kind, names.kind]),
      read: { node, reading in
        guard let entries = node.map else {
          return names.read(node, reading)?.map { Claim($0, bare) }
        }
        return entries.compactMap { entry in
          if NamedEntries.isRemoval(entry, reading) { return nil }
          let key = FileNode(content: .scalar(.init(text: entry.key, isQuoted: true)), mark: entry.keyMark)
          guard let name = name.read(key, reading) else { return nil }
          return reading.enter(entry.key, at: entry.keyMark) {
            item.read(entry.value, reading).map { Claim(name, $0.count, certified: $0.certified) }
          }
        }
      },
      write: { claims in
        .written(map: claims.map { ($0.name, item.write($0)) })
      })
  }
}

extension Claim {
  /// The count of a bare name under `keeps:` until the step is read as a whole.
  static let allThatIsUsed = 0
}
