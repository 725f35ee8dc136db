/// The JSON Schema (draft 2020-12) of scenario files, made from the declarations that the reader uses.
///
/// A file that extends another may leave out what it inherits: for it the schema has a second, laxer set of
/// definitions.
public enum JSONSchema {
  /// The schema as text, the same on every machine.
  public static func text() -> String { document().text() + "\n" }

  static func document() -> JSONValue {
    let pages = LanguageWalk(from: ScenarioText.map.declaration).pages + [.map(Inclusion.map.declaration)]
    let definitions =
      [SchemaBuilder.notedNumber]
      + [false, true].flatMap { isChange in
        pages.map { page in
          JSONMember(
            name: key(page.name, isChange), value: SchemaBuilder(isChange: isChange).schema(of: page))
        }
      }
    let name = ScenarioText.map.declaration.name
    let needed = reachable(from: [key(name, false), key(name, true)], in: definitions)
    return .object([
      "$schema": .text("https://json-schema.org/draft/2020-12/schema"),
      "title": .text("atmpsim scenario"),
      "description": .text(ScenarioText.map.declaration.meaning),
      "if": .object(["type": .text("object"), "required": .list([.text("extends")])]),
      "then": reference(name, isChange: true),
      "else": reference(name, isChange: false),
      "$defs": .object(definitions.filter { needed.contains($0.name) }),
    ])
  }

  /// The names of the definitions that are referred to, directly or not.
  private static func reachable(from names: [String], in definitions: [JSONMember]) -> Set<String> {
    let table = Dictionary(definitions.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    var found = Set(names)
    var open = names
    while let name = open.popLast() {
      for target in table[name]?.referredDefinitions ?? [] where found.insert(target).inserted {
        open.append(target)
      }
    }
    return found
  }

  static func key(_ name: String, _ isChange: Bool) -> String {
    let plain = name.filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }.replacing(" ", with: "-")
    return isChange ? "change-of-\(plain)" : plain
  }

  static func reference(_ name: String, isChange: Bool) -> JSONValue {
    .object(["$ref": .text("#/$defs/\(key(name, isChange))")])
  }
}

extension JSONValue {
  /// The definitions that a part of the schema refers to.
  fileprivate var referredDefinitions: [String] {
    switch self {
    case .text, .number, .boolean: []
    case .list(let items): items.flatMap(\.referredDefinitions)
    case .object(let members):
      members.flatMap { member -> [String] in
        let prefix = "#/$defs/"
        if member.name == "$ref", case .text(let target) = member.value, target.hasPrefix(prefix) {
          return [String(target.dropFirst(prefix.count).prefix { $0 != "/" })]
        }
        return member.value.referredDefinitions
      }
    }
  }
}

/// Makes one definition of the schema.
struct SchemaBuilder {
  let isChange: Bool

  func schema(of page: LanguageWalk.Page) -> JSONValue {
    switch page {
    case .map(let map): schema(of: map)
    case .variants(let variants): schema(of: variants)
    }
  }

  private func schema(of map: MapDeclaration) -> JSONValue {
    let required = isChange ? [] : map.keys.filter(\.isRequired).map { JSONValue.text($0.name) }
    var rules: [JSONValue] = []
    for group in map.exactlyOne where !isChange {
      rules.append(.object(["oneOf": .list(group.map { requires([$0]) })]))
    }
    for group in map.atMostOne {
      for (index, key) in group.enumerated() {
        for other in group.dropFirst(index + 1) { rules.append(.object(["not": requires([key, other])])) }
      }
    }
    return .object([
      "type": .text("object"),
      "description": .text(map.meaning),
      "properties": .object(properties(of: map)),
      "required": required.isEmpty ? nil : .list(required),
      "additionalProperties": .boolean(false),
      "allOf": rules.isEmpty ? nil : .list(rules),
    ])
  }

  private func properties(of map: MapDeclaration) -> [JSONMember] {
    (map.keys + (map.hasProvenance ? ProvenanceKeys.all : [])).map { key in
      JSONMember(name: key.name, value: schema(of: key))
    }
  }

  private func schema(of key: KeyDeclaration) -> JSONValue {
    guard case .object(let members) = schema(of: key.kind) else { return schema(of: key.kind) }
    return .object([JSONMember(name: "description", value: .text(key.meaning))] + members)
  }

  private func requires(_ keys: [String]) -> JSONValue {
    .object(["required": .list(keys.map(JSONValue.text))])
  }

  private func schema(of variants: VariantsDeclaration) -> JSONValue {
    let plain = variants.variants.map {
      JSONSchema.reference($0.name, isChange: isChange)
    }
    let hoisted = variants.hoists ? variants.variants.compactMap(hoisted) : []
    return .object(["description": .text(variants.meaning), "anyOf": .list(plain + hoisted)])
  }

  /// `infuse: { takes: 1 h }`: the keys of the entry inside its leading key.
  private func hoisted(_ map: MapDeclaration) -> JSONValue? {
    guard let leading = map.keys.first else { return nil }
    let definition = JSONSchema.key(map.name, isChange)
    let inner = properties(of: map).dropFirst().map { property in
      let pointer = property.name.replacing(" ", with: "%20")
      let target = JSONValue.text("#/$defs/\(definition)/properties/\(pointer)")
      return JSONMember(name: property.name, value: .object(["$ref": target]))
    }
    let required = isChange ? [] : map.keys.dropFirst().filter(\.isRequired).map { JSONValue.text($0.name) }
    let name = JSONMember(name: "name", value: .object(["type": .text("string")]))
    let value = JSONValue.object([
      "type": .list([.text("object"), .text("null")]),
      "properties": .object([name] + inner),
      "required": required.isEmpty ? nil : .list(required),
      "additionalProperties": .boolean(false),
    ])
    return .object([
      "type": .text("object"),
      "properties": .object([JSONMember(name: leading.name, value: value)]),
      "required": .list([.text(leading.name)]),
      "additionalProperties": .boolean(false),
    ])
  }

  func schema(of kind: ValueKind) -> JSONValue {
    switch kind {
    case .scalar(let scalar): return scalar.isNumber ? noted(scalar) : scalar.schema
    case .map(let map): return JSONSchema.reference(map.name, isChange: isChange)
    case .named(let item, _):
      return .object([
        "type": .list([.text("object"), .text("null")]),
        "properties": .object(
          ProvenanceKeys.all.map { JSONMember(name: $0.name, value: schema(of: $0)) } + removal),
        "additionalProperties": schema(of: item),
      ])
    case .list(let item, let count):
      let length = count.map { JSONValue.number(Double($0)) }
      return .object([
        "type": .text("array"), "items": schema(of: item), "minItems": length, "maxItems": length,
      ])
    case .steps(let variants): return steps(variants)
    case .variants(let variants):
      return JSONSchema.reference(variants.name, isChange: isChange && !variants.isReplacedWhole)
    case .either(let kinds): return .object(["anyOf": .list(kinds.map { schema(of: $0) })])
    case .reference(let reference):
      guard !reference.name.isEmpty else { return .boolean(true) }
      return schema(of: reference.resolve())
    }
  }

  /// What a file that extends another may take out of a map of names.
  private var removal: [JSONMember] {
    guard isChange else { return [] }
    let type = JSONValue.object(["type": .list([.text("string"), .text("array")])])
    return [JSONMember(name: NamedEntries.removal, value: type)]
  }

  /// A number, or `{ fixed: 4, source: … }`.
  private func noted(_ scalar: ScalarKind) -> JSONValue {
    .object(["anyOf": .list([scalar.schema, .object(["$ref": .text("#/$defs/\(Self.notedNumber.name)")])])])
  }

  /// A number with a note of its own; what number it may be is said where it stands.
  static var notedNumber: JSONMember {
    let notes = ProvenanceKeys.all.map { key in
      JSONMember(name: key.name, value: SchemaBuilder(isChange: false).schema(of: key))
    }
    let number = JSONMember(
      name: "fixed", value: .object(["type": .list([.text("number"), .text("string")])]))
    return JSONMember(
      name: "number-with-a-note",
      value: .object([
        "type": .text("object"),
        "description": .text("A number that says where it comes from."),
        "properties": .object([number] + notes),
        "required": .list([.text("fixed")]),
        "additionalProperties": .boolean(false),
      ]))
  }

  private func steps(_ variants: VariantsDeclaration) -> JSONValue {
    let item = JSONSchema.reference(variants.name, isChange: isChange)
    let include = entry("include", JSONSchema.reference(Inclusion.map.declaration.name, isChange: false))
    var items = [item, include]
    if isChange {
      let anything = JSONValue.object(["type": .list([.text("object"), .text("array")])])
      items.append(entry("insert", anything))
      items.append(entry("remove", .object(["type": .list([.text("string"), .text("array")])])))
    }
    let list = JSONValue.object([
      "type": .list([.text("array"), .text("null")]), "items": .object(["anyOf": .list(items)]),
    ])
    return .object(["anyOf": .list([list, item])])
  }

  private func entry(_ key: String, _ value: JSONValue) -> JSONValue {
    .object([
      "type": .text("object"),
      "properties": .object([JSONMember(name: key, value: value)]),
      "required": .list([.text(key)]),
      "additionalProperties": .boolean(false),
    ])
  }
}
