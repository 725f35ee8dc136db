/// What may stand behind a key. Everything that checks, merges, documents or publishes the language works on
/// this.
indirect enum ValueKind: Sendable {
  /// A text with a grammar of its own.
  case scalar(ScalarKind)
  /// A map with keys of the language.
  case map(MapDeclaration)
  /// A map whose keys are names that the author gives.
  case named(item: ValueKind, isReplacedWhole: Bool = false)
  /// A list without names; replaced whole in a file that extends another.
  case list(item: ValueKind, count: Int? = nil)
  /// A list of entries with names; entries merge by name.
  case steps(VariantsDeclaration)
  /// A map whose leading key says which of several it is.
  case variants(VariantsDeclaration)
  /// One of several kinds, told apart by their shape.
  case either([ValueKind])
  /// A kind that contains itself: looked up by name, when needed.
  case reference(KindReference)
}

/// The name of a kind, and the way to it.
struct KindReference: Sendable {
  let name: String
  let resolve: @Sendable () -> ValueKind
}

/// A text with a grammar: a duration, a probability, a word.
struct ScalarKind: Sendable {
  /// What the reference calls it: `duration`.
  var name: String
  /// What a message says was expected: `a duration with a unit, such as '4 h' or '9 d'`.
  var expectation: String
  /// The units that may be used; empty where there are none.
  var unit = ""
  /// The name of several.
  var plural: String {
    name == "weekdays" ? name : name == "count of things" ? "counts of things" : name + "s"
  }
  /// The values that are allowed.
  var range = ""
  /// Whether it is a number, of which a scenario says where it comes from.
  var isNumber = false
  /// What it is in JSON Schema.
  var schema: JSONValue
}

/// One key of a map: all that the reader checks and the reference says about it.
struct KeyDeclaration: Sendable {
  var name: String
  /// One sentence.
  var meaning: String
  var kind: ValueKind
  /// What holds when the key is absent; nil where it is required.
  var absent: String?
  /// A value as it is written behind the key.
  var example: String
  /// Reads a value alone; false when it is wrong. For trying examples.
  var tryReading: @Sendable (FileNode, Reading) -> Bool

  var isRequired: Bool { absent == nil }
}

/// A map with keys of the language.
struct MapDeclaration: Sendable {
  /// The name in the reference and the schema: `room`.
  var name: String
  /// The name with its article, in messages: `a room`.
  var phrase: String
  /// One or two sentences.
  var meaning: String
  var keys: [KeyDeclaration]
  /// Keys of which at most one may be there.
  var atMostOne: [[String]] = []
  /// Keys of which exactly one must be there.
  var exactlyOne: [[String]] = []
  /// Whether `source:`, `assumption:` and `range:` may stand beside the keys.
  var hasProvenance = true

  func key(_ name: String) -> KeyDeclaration? { keys.first { $0.name == name } }
}

/// Several maps that are told apart by their leading key.
struct VariantsDeclaration: Sendable {
  /// The name in the reference and the schema: `law of time`.
  var name: String
  /// The name with its article, in messages.
  var phrase: String
  /// One or two sentences.
  var meaning: String
  /// The leading key of each is the first.
  var variants: [MapDeclaration]
  /// Whether a file that extends another replaces it whole.
  var isReplacedWhole: Bool
  /// Whether the leading key's value may be the map itself: `infuse: { takes: 1 h }`.
  var hoists = false

  func variant(leading key: String) -> MapDeclaration? { variants.first { $0.keys.first?.name == key } }
  var leadingKeys: [String] { variants.compactMap { $0.keys.first?.name } }
}

extension ValueKind {
  /// Whether it is one number, of which a scenario says where it comes from.
  var isNumber: Bool { if case .scalar(let scalar) = resolved { scalar.isNumber } else { false } }

  /// Whether it is one of several maps of which one has the leading key.
  func leads(with key: String) -> Bool {
    if case .variants(let variants) = resolved { variants.variant(leading: key) != nil } else { false }
  }

  /// The kind itself, references followed.
  var resolved: ValueKind {
    if case .reference(let reference) = self { return reference.resolve().resolved }
    return self
  }

  /// What a message says was expected.
  var expectation: String {
    switch self {
    case .scalar(let scalar): scalar.expectation
    case .map(let map): "the keys of \(map.phrase)"
    case .named: "a map of names"
    case .list(let item, _): "a list of \(item.plural)"
    case .steps: "a list of entries, each with its first key and name"
    case .variants(let variants): variants.phrase
    case .either(let kinds): kinds.map(\.expectation).joined(separator: ", or ")
    case .reference(let reference): reference.name.isEmpty ? "a value" : reference.resolve().expectation
    }
  }

  private var plural: String {
    switch self {
    case .scalar(let scalar): scalar.plural
    default: "values, each \(expectation)"
    }
  }
}
