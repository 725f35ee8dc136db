/// One value of a file as it stands there: a map, a list or a text, each with its place.
///
/// Texts are not interpreted: `012`, `yes` and `1:30` are what was typed.
struct FileNode: Sendable {
  /// What the value is made of.
  enum Content: Sendable {
    case scalar(Scalar)
    case list([FileNode])
    case map([Entry])
  }

  /// A text and whether it stood in quotes.
  struct Scalar: Sendable, Hashable {
    var text: String
    var isQuoted: Bool
  }

  /// One key of a map with its value.
  struct Entry: Sendable {
    var key: String
    var keyMark: SourceMark
    var value: FileNode
  }

  var content: Content
  var mark: SourceMark
  /// How late the value was written: later in a file that extends another, earlier in a library file than in the
  /// file that includes it.
  ///
  /// A `source:` does not cover a number of a later layer.
  var layer = 0
  /// The `include:` that brought the entry in, as a number of ``Composition/inclusions``.
  var inclusion: Int?

  var scalar: Scalar? { if case .scalar(let scalar) = content { scalar } else { nil } }
  var list: [FileNode]? { if case .list(let items) = content { items } else { nil } }
  var map: [Entry]? { if case .map(let entries) = content { entries } else { nil } }

  /// Nothing was written: `key:` alone, or `~`, or `null`.
  var isEmpty: Bool {
    guard let scalar, !scalar.isQuoted else { return false }
    return scalar.text.isEmpty || scalar.text == "~" || scalar.text == "null"
  }

  /// The same place with another content.
  func with(_ content: Content) -> FileNode {
    var result = self
    result.content = content
    return result
  }

  /// The entry of a key.
  func entry(_ key: String) -> Entry? { map?.first { $0.key == key } }

  /// The value of a key.
  subscript(key: String) -> FileNode? { entry(key)?.value }
}
