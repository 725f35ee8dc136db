/// A place in a file that a user wrote: where a key or a value starts.
public struct SourceMark: Hashable, Sendable, Comparable {
  /// The file as it is shown to the user.
  public var file: String
  /// The line, counted from 1.
  public var line: Int
  /// The column in characters, counted from 1.
  public var column: Int
  /// How many characters of the line belong to the place; at least 1.
  public var length: Int

  /// A place of `length` characters.
  public init(file: String, line: Int, column: Int, length: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
    self.length = max(1, length)
  }

  /// The first character of a file.
  public static func start(of file: String) -> SourceMark { SourceMark(file: file, line: 1, column: 1) }

  /// Order by file, then line, then column.
  public static func < (left: SourceMark, right: SourceMark) -> Bool {
    (left.file, left.line, left.column, left.length) < (right.file, right.line, right.column, right.length)
  }
}
