/// Every text that was read for one scenario, so that a diagnostic can show the line that it is about.
public struct SourceLibrary: Sendable {
  private var texts: [String: SourceText] = [:]

  /// An empty library.
  public init() {}

  /// Keeps a text.
  mutating func add(_ text: SourceText) { texts[text.name] = text }

  /// How many texts were read.
  public var fileCount: Int { texts.count }

  /// The paths of the files that were read, sorted.
  var files: [String] { texts.keys.sorted() }

  /// The lines of a file; none when it was not read.
  func lines(of file: String) -> [String] { texts[file]?.lines ?? [] }
}
