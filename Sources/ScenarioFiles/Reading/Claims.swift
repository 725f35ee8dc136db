import PipelineModel

extension Form where Value == [Claim] {
  /// Resources with how many of each; a bare name means one.
  static let claims = claims(bare: 1)
  /// What is kept; a bare name means all units that the step uses, which the step's reader fills in.
  static let keptClaims = claims(bare: Claim.allThatIsUsed)

  private static func claims(bare: Int) -> Form {
    let name = Form<String>.name
    let names = Form<[String]>.oneOrMore(name)
    let count = Form<Int>.whole(1...)
    return Form(
      .either([.named(item: count.kind), name.kind, names.kind]),
      read: { node, reading in
        guard let entries = node.map else {
          return names.read(node, reading)?.map { Claim($0, bare) }
        }
        return entries.compactMap { entry in
          if NamedEntries.isRemoval(entry, reading) { return nil }
          let key = FileNode(content: .scalar(.init(text: entry.key, isQuoted: true)), mark: entry.keyMark)
          guard let name = name.read(key, reading) else { return nil }
          return reading.enter(entry.key, at: entry.keyMark) {
            count.read(entry.value, reading).map { Claim(name, $0) }
          }
        }
      },
      write: { claims in .written(map: claims.map { ($0.name, .written("\($0.count)")) }) })
  }
}

extension Claim {
  /// The count of a bare name under `keeps:` until the step is read as a whole.
  static let allThatIsUsed = 0
}
