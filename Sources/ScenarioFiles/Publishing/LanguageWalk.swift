/// Every map of the language that can be reached from the top of a scenario, each once, in the order of a
/// first reading.
struct LanguageWalk {
  /// A page of the reference.
  enum Page: Sendable {
    case map(MapDeclaration)
    case variants(VariantsDeclaration)

    var name: String {
      switch self {
      case .map(let map): map.name
      case .variants(let variants): variants.name
      }
    }
  }

  private(set) var pages: [Page] = []
  /// Names that two different maps bear; a test holds that there are none.
  private(set) var collisions: Set<String> = []
  private var keys: [String: [String]] = [:]
  private var seen: Set<String> = []

  init(from map: MapDeclaration) { visit(map) }

  private mutating func visit(_ map: MapDeclaration) {
    let names = map.keys.map(\.name)
    if keys[map.name, default: names] != names { collisions.insert(map.name) }
    keys[map.name] = names
    guard seen.insert(map.name).inserted else { return }
    pages.append(.map(map))
    for key in map.keys { visit(key.kind) }
  }

  private mutating func visit(_ variants: VariantsDeclaration) {
    if keys[variants.name, default: variants.leadingKeys] != variants.leadingKeys {
      collisions.insert(variants.name)
    }
    keys[variants.name] = variants.leadingKeys
    guard seen.insert(variants.name).inserted else { return }
    pages.append(.variants(variants))
    for variant in variants.variants { visit(variant) }
  }

  private mutating func visit(_ kind: ValueKind) {
    switch kind {
    case .scalar: break
    case .map(let map): visit(map)
    case .named(let item, _), .list(let item, _): visit(item)
    case .steps(let variants), .variants(let variants): visit(variants)
    case .either(let kinds): for kind in kinds { visit(kind) }
    case .reference(let reference):
      // A kind that contains itself is looked up once for each name.
      if seen.insert("reference " + reference.name).inserted { visit(reference.resolve()) }
    }
  }
}
