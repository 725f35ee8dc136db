extension Form {
  /// A list of values.
  static func list<Item>(_ item: Form<Item>) -> Form<[Item]> where Value == [Item] {
    Form(
      .list(item: item.kind),
      read: { node, reading in
        guard let items = node.list else {
          reading.report(
            .expected(what: ValueKind.list(item: item.kind).expectation, found: node.description),
            at: node.mark)
          return nil
        }
        return items.enumerated().compactMap { index, node in
          reading.enter("\(index + 1)", at: node.mark) { item.read(node, reading) }
        }
      },
      write: { .written($0.map(item.write)) })
  }

  /// One value, or a list of them.
  static func oneOrMore<Item>(_ item: Form<Item>) -> Form<[Item]> where Value == [Item] {
    let list = Form<[Item]>.list(item)
    return Form(
      .either([item.kind, list.kind]),
      read: { node, reading in
        node.list != nil ? list.read(node, reading) : item.read(node, reading).map { [$0] }
      },
      write: { values in values.count == 1 ? item.write(values[0]) : list.write(values) })
  }

  /// A text, or a map.
  static func either(
    text: Form<Value>, map: Form<Value>, writesText: @escaping @Sendable (Value) -> Bool
  ) -> Form<Value> {
    Form(
      .either([text.kind, map.kind]),
      read: { node, reading in
        if node.notedNumber != nil, text.kind.isNumber, !map.kind.leads(with: "fixed") {
          return text.read(node, reading)
        }
        if node.map != nil { return map.read(node, reading) }
        if node.scalar != nil, !node.isEmpty { return text.read(node, reading) }
        let expected = ValueKind.either([text.kind, map.kind]).expectation
        reading.report(.expected(what: expected, found: node.description), at: node.mark)
        return nil
      },
      write: { writesText($0) ? text.write($0) : map.write($0) })
  }

  /// A map from names of the author's to values.
  static func named<Item: Sendable>(
    _ phrase: String, _ item: Form<Item>,
    make: @escaping @Sendable (String, Item) -> Value.Element,
    parts: @escaping @Sendable (Value.Element) -> (String, Item)
  ) -> Form<Value> where Value: RangeReplaceableCollection, Value.Element: Sendable {
    Form(
      .named(item: item.kind),
      read: { node, reading in
        NamedEntries.read(node, of: phrase, reading) { name, node in
          item.read(node, reading).map { make(name, $0) }
        }.map { Value($0) }
      },
      write: { values in .written(map: values.map { parts($0) }.map { ($0.0, item.write($0.1)) }) })
  }
}
