import Foundation

/// Why the bytes of a file cannot be had.
public enum SourceFailure: Error, Hashable, Sendable {
  /// Nothing is there.
  case missing
  /// It is a directory.
  case directory
  /// It is a pipe, a device or the like.
  case notAFile
  /// It holds more bytes than a scenario may.
  case tooLarge(limit: Int)
  /// The operating system refuses.
  case unreadable
}

/// Where the texts of scenarios come from: the disk, or a table in memory.
public struct SourceFiles: Sendable {
  /// The most bytes that one file may hold.
  public static let sizeLimit = 4 << 20

  private let bytes: @Sendable (String) -> Result<[UInt8], SourceFailure>

  /// Files as a function from paths to bytes.
  public init(bytes: @escaping @Sendable (String) -> Result<[UInt8], SourceFailure>) { self.bytes = bytes }

  /// The bytes of the file at a path.
  public func bytes(at path: String) throws(SourceFailure) -> [UInt8] {
    let found = try bytes(path).get()
    if found.count > Self.sizeLimit { throw .tooLarge(limit: Self.sizeLimit) }
    return found
  }

  /// The files of this machine; `-` is the standard input.
  public static let disk = SourceFiles { path in
    if path == "-" {
      let data = try? FileHandle.standardInput.read(upToCount: sizeLimit + 1)
      return .success([UInt8](data ?? Data()))
    }
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      return .failure(.missing)
    }
    if isDirectory.boolValue { return .failure(.directory) }
    let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: resolved) else {
      return .failure(.unreadable)
    }
    guard attributes[.type] as? FileAttributeType == .typeRegular else { return .failure(.notAFile) }
    if let size = attributes[.size] as? Int, size > sizeLimit { return .failure(.tooLarge(limit: sizeLimit)) }
    guard let data = FileManager.default.contents(atPath: path) else { return .failure(.unreadable) }
    return .success([UInt8](data))
  }

  /// A table of texts by path.
  public static func memory(_ texts: [String: String]) -> SourceFiles {
    SourceFiles { path in texts[path].map { .success(Array($0.utf8)) } ?? .failure(.missing) }
  }

  /// `path` as seen from the directory in which `file` lies.
  static func resolve(_ path: String, from file: String) -> String {
    if path.hasPrefix("/") { return path }
    var parts = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(String.init)
    for part in path.split(separator: "/").map(String.init) {
      switch part {
      case ".": continue
      case ".." where !parts.isEmpty && parts.last != ".." && parts.last != "": parts.removeLast()
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
