import Foundation
import Reporting
import ResultStore

/// The folder of a run: `run.sqlite`, `estimates.json`, `estimates.csv`, `report.html`.
struct RunFolder: Sendable {
  let path: String

  var runFile: String { (path as NSString).appendingPathComponent("run.sqlite") }
  var report: String { (path as NSString).appendingPathComponent("report.html") }

  /// Makes the folder where it is missing.
  ///
  /// - Throws: `CommandFault` where a file is in the way or nothing can be written.
  init(making path: String) throws {
    self.path = path
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      guard isFolder.boolValue else { throw CommandFault.inTheWay(path: path) }
      return
    }
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw CommandFault.notWritten(path: path, reason: error.localizedDescription)
    }
  }

  /// Refuses to write results beside a run that is not there: files of these names are someone else's then.
  func requireOwn(force: Bool) throws {
    guard !force, !FileManager.default.fileExists(atPath: runFile) else { return }
    for name in ["estimates.json", "estimates.csv", "report.html", "schedule.csv"] {
      let file = (path as NSString).appendingPathComponent(name)
      if FileManager.default.fileExists(atPath: file) { throw CommandFault.inTheWay(path: file) }
    }
  }

  /// Refuses to write over files that no document of this kind, such as `compare`, left here.
  func requireOwnDocument(_ kind: String, force: Bool) throws {
    let json = (path as NSString).appendingPathComponent("\(kind).json")
    let head = (try? FileHandle(forReadingAtPath: json)?.read(upToCount: 64)) ?? Data()
    let isOwn = String(decoding: head, as: UTF8.self).contains("\"atmpsim.\(kind)/")
    guard !force, !isOwn else { return }
    for ending in ["json", "csv", "html"] {
      let file = (path as NSString).appendingPathComponent("\(kind).\(ending)")
      if FileManager.default.fileExists(atPath: file) { throw CommandFault.inTheWay(path: file) }
    }
  }

  /// Writes a text to a file of the folder, whole or not at all.
  func write(_ text: String, to name: String) throws {
    let file = (path as NSString).appendingPathComponent(name)
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
    } catch {
      throw CommandFault.notWritten(path: file, reason: error.localizedDescription)
    }
  }
}
