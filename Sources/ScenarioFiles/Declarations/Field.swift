/// One key of a map, tied to the property that it sets.
struct Field<Root: Sendable>: Sendable {
  let declaration: KeyDeclaration
  /// Reads the value into the property.
  let read: @Sendable (inout Root, FileNode, Reading) -> Void
  /// Writes the property; nil when it is what an absent key gives, unless the key has to be there all the
  /// same.
  let write: @Sendable (_ value: Root, _ untouched: Root, _ always: Bool) -> FileNode?

  private init(
    _ declaration: KeyDeclaration,
    read: @escaping @Sendable (inout Root, FileNode, Reading) -> Void,
    write: @escaping @Sendable (Root, Root, Bool) -> FileNode?
  ) {
    self.declaration = declaration
    self.read = read
    self.write = write
  }

  /// A key for a property that always has a value; required when `absent` is nil.
  init<Value: Equatable & Sendable>(
    _ name: String, _ property: WritableKeyPath<Root, Value> & Sendable, _ form: Form<Value>,
    _ meaning: String,
    absent: String? = nil, example: String
  ) {
    let declaration = KeyDeclaration(
      name: name, meaning: meaning, kind: form.kind, absent: absent, example: example,
      tryReading: { node, reading in form.read(node, reading) != nil })
    self.init(
      declaration,
      read: { root, node, reading in
        if let value = form.read(node, reading) { root[keyPath: property] = value }
      },
      write: { root, untouched, always in
        let value = root[keyPath: property]
        return !always && value == untouched[keyPath: property] ? nil : form.write(value)
      })
  }

  /// A key for a property that may have no value.
  init<Value: Equatable & Sendable>(
    _ name: String, _ property: WritableKeyPath<Root, Value?> & Sendable, _ form: Form<Value>,
    _ meaning: String,
    absent: String? = nil, example: String
  ) {
    let declaration = KeyDeclaration(
      name: name, meaning: meaning, kind: form.kind, absent: absent, example: example,
      tryReading: { node, reading in form.read(node, reading) != nil })
    self.init(
      declaration,
      read: { root, node, reading in
        if let value = form.read(node, reading) { root[keyPath: property] = value }
      },
      write: { root, untouched, always in
        let value = root[keyPath: property]
        if !always && value == untouched[keyPath: property] { return nil }
        return value.map(form.write)
      })
  }
}
