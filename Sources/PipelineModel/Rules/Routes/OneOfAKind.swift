/// A route books once and begins its batch at one place.
enum OneOfAKind: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    view.products.flatMap { product in
      let books = product.parts.filter { if case .book = $0.part { true } else { false } }
      let makes = product.parts.filter { if case .makeBatch = $0.part { true } else { false } }
      return books.dropFirst().map { Finding($0.path, .secondPart(word: "book")) }
        + makes.dropFirst().map { Finding($0.path, .secondPart(word: "make")) }
    }
  }
}
