/// One kind of value in both directions: how it is read from a file and how it is written into one.
///
/// The declarations of the language are made of forms, so that reader, writer, schema and reference cannot
/// differ.
struct Form<Value: Sendable>: Sendable {
  /// What the checks, the schema and the reference know about it.
  let kind: ValueKind
  /// Reads it; nil after reporting what is wrong.
  let read: @Sendable (FileNode, Reading) -> Value?
  /// Writes it so that reading gives the same value.
  let write: @Sendable (Value) -> FileNode

  init(
    _ kind: ValueKind,
    read: @escaping @Sendable (FileNode, Reading) -> Value?,
    write: @escaping @Sendable (Value) -> FileNode
  ) {
    self.kind = kind
    self.read = read
    self.write = write
  }

  /// The same spelling for another type.
  func map<Other: Sendable>(
    _ to: @escaping @Sendable (Value) -> Other, back: @escaping @Sendable (Other) -> Value
  ) -> Form<Other> {
    Form<Other>(
      kind, read: { node, reading in read(node, reading).map(to) }, write: { other in write(back(other)) })
  }

  /// A form that contains itself, looked up when it is needed.
  static func reference(_ name: String, _ form: @escaping @Sendable () -> Form<Value>) -> Form<Value> {
    Form(
      .reference(KindReference(name: name) { form().kind }),
      read: { node, reading in form().read(node, reading) },
      write: { value in form().write(value) })
  }
}

extension FileNode {
  /// A text that is written, not read.
  static func written(_ text: String) -> FileNode {
    FileNode(content: .scalar(Scalar(text: text, isQuoted: false)), mark: .start(of: ""))
  }
  /// A list that is written.
  static func written(_ items: [FileNode]) -> FileNode {
    FileNode(content: .list(items), mark: .start(of: ""))
  }
  /// A map that is written.
  static func written(map entries: [(String, FileNode)]) -> FileNode {
    FileNode(
      content: .map(entries.map { Entry(key: $0.0, keyMark: .start(of: ""), value: $0.1) }),
      mark: .start(of: ""))
  }

  /// What a message says was found.
  var description: String {
    switch content {
    case .scalar(let scalar):
      if isEmpty { return "nothing" }
      let short = scalar.text.count <= 60 ? scalar.text : scalar.text.prefix(57) + "..."
      return "'\(short.map { $0.isNewline ? " " : String($0) }.joined())'"
    case .list(let items): return items.isEmpty ? "an empty list" : "a list"
    case .map(let entries): return entries.isEmpty ? "an empty map" : "a map"
    }
  }
}
