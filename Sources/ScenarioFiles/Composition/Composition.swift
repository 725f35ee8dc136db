/// Loads a file, follows what it extends, and applies overrides: from paths to one tree.
struct Composition {
  private let files: SourceFiles
  private(set) var library = SourceLibrary()
  private(set) var diagnostics: [Diagnostic] = []

  init(files: SourceFiles) { self.files = files }

  /// The tree of a scenario; nil when a file of it cannot be read.
  mutating func root(of path: String, overrides: [String]) -> FileNode? {
    load(path, layer: 0, askedAt: nil)
  }

  private mutating func load(_ path: String, layer: Int, askedAt mark: SourceMark?) -> FileNode? {
    let (source, findings) = SourceText.load(path, from: files, askedAt: mark)
    diagnostics += findings
    guard let source else { return nil }
    library.add(source)
    let (root, problems) = FileTree.read(source, layer: layer)
    diagnostics += problems
    return root
  }
}
