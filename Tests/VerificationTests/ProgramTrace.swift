import Foundation
import Testing

/// What the built program tells of one replication of a scenario with an exact answer.
struct ProgramTrace: Decodable {
  struct Entry: Decodable, Hashable {
    var hours: Double
    var at: String
    var entity: String
    var event: String
    var place: String
    var detail: String
  }

  var entries: [Entry]

  /// Runs the program as a process: `run FILE --replication 0 --trace --json`.
  init(_ file: String, _ options: [String] = []) throws {
    let path = "\(Gate.scenarios)/\(file).yaml"
    let data = try BuiltProgram.output(["run", path, "--replication", "0", "--trace", "--json"] + options)
    self = try JSONDecoder().decode(ProgramTrace.self, from: data)
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
}
