/// A value of a scope, as text: names as they are, numbers in decimal.
struct PrintedName: Decodable {
  var text: String

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    text = try (try? container.decode(Int.self)).map(String.init) ?? container.decode(String.self)
  }
}
