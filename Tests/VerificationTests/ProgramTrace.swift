import Foundation
import Testing

/// What the built program tells of one replication of a scenario with an exact answer.
struct ProgramTrace {
  struct Entry: Hashable {
    var hours: Double
    var at: String
    var entity: String
    var event: String
    var place: String
    var detail: String
  }

  var entries: [Entry]

  /// Runs the program as a process: `run FILE --replication 0 --trace --json`.
  init(_ file: String) throws {
    let text = try ProgramTrace.run(file, ["--trace"])
    let object = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let list = try #require(object["entries"] as? [[String: Any]])
    entries = try list.map { entry in
      func text(_ key: String) throws -> String { try #require(entry[key] as? String) }
      return Entry(
        hours: try #require(entry["hours"] as? Double), at: try text("at"), entity: try text("entity"),
        event: try text("event"), place: try text("place"), detail: try text("detail"))
    }
  }

  /// The hours of one kind of event, by entity.
  func hours(_ event: String, place: String? = nil) -> [String: [Double]] {
    entries.filter { $0.event == event && (place == nil || $0.place == place) }
      .reduce(into: [:]) { $0[$1.entity, default: []].append($1.hours) }
  }

  /// The last hour of one kind of event of each entity of a product, in the order of their numbers.
  func last(_ event: String, place: String? = nil, of product: String = "customer") -> [Double] {
    let hours = hours(event, place: place)
    return (1...9).compactMap { hours["\(product) \($0)"]?.last }
  }

  /// How long an entity was worked on, over all its interruptions.
  func worked(_ entity: String) -> Double {
    var (sum, since) = (0.0, 0.0)
    for entry in entries where entry.entity == entity {
      switch entry.event {
      case "starts", "goes on": since = entry.hours
      case "pauses", "is stopped", "ends": sum += entry.hours - since
      default: break
      }
    }
    return sum
  }

  /// A count of one replication, summed over its scopes.
  static func count(_ measure: String, _ file: String) throws -> Double {
    let text = try run(file, [])
    let object = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let values = try #require(object["values"] as? [[String: Any]])
    return values.filter { $0["measure"] as? String == measure }
      .reduce(0) { $0 + ($1["value"] as? Double ?? 0) }
  }

  private static func run(_ file: String, _ options: [String]) throws -> String {
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    let process = Process()
    process.executableURL = tests.deletingLastPathComponent().appendingPathComponent("atmpsim")
    process.arguments =
      ["run", "\(Gate.scenarios)/\(file).yaml", "--replication", "0", "--json"] + options
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(file)")
    return String(decoding: data, as: UTF8.self)
  }
}
