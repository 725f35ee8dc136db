import Foundation
import PipelineSimulation
import Quantities
import ScenarioFiles
import Testing

/// Library routes in the facility of `Scenarios/library/all-routes.yaml`, and what is told of their patients, batches and lots.
struct LibraryLine {
  /// One line of the log.
  struct Line: Hashable {
    var hours: Double
    var date: CivilInstant
    var entity: String
    var event: String
    var place: String
    var detail: String

    var days: Double { hours / 24 }
    /// Whose it is, without batch and branch: `til 3`.
    var patient: String { String(entity.split(separator: ",").first ?? "") }
  }

  private(set) var lines: [Line] = []
  let program: Program
  private(set) var records: [ReplicationRecord] = []

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Scenarios/library").path

  /// Rooms, devices, people, links and calendars of `all-routes.yaml`: all of it in front of the stocks, without the process that
  /// media fills qualify.
  private static func facility() throws -> String {
    let all = try String(contentsOfFile: folder + "/all-routes.yaml", encoding: .utf8)
    let head = try #require(all.range(of: "\nstocks:"))
    return all[..<head.lowerBound].split(separator: "\n")
      .filter { !$0.contains("processes:") && !$0.contains("open-processing:") && !$0.hasPrefix("horizon:") }
      .joined(separator: "\n")
  }

  /// Stocks and products, as they stand under these keys; includes are seen from the library's folder.
  init(
    stocks: String = "", links: String = "", _ products: String, training: String = "",
    until horizon: String = "2029-01-01", replications: Int = 1,
    seed: UInt64 = 1
  ) throws {
    // Links come last in front of the stocks.
    var text = try Self.facility() + "\n" + Self.indented(links) + "horizon: \(horizon)\n"
    if !stocks.isEmpty { text += "stocks:\n" + Self.indented(stocks) }
    text += "products:\n" + Self.indented(products)
    if !training.isEmpty { text += "training:\n" + Self.indented(training) }
    let path = Self.folder + "/route under test.yaml"
    let own = [UInt8](text.utf8)
    let files = SourceFiles { name in
      if name == path { return .success(own) }
      guard let bytes = try? SourceFiles.disk.bytes(at: name) else { return .failure(.missing) }
      return .success(bytes)
    }
    let check = ScenarioCheck.check(file: path, files: files)
    guard let scenario = check.scenario else { throw RefusedLine(report: check.report.text()) }
    program = try Program(compiling: scenario)
    let clock = program.clock
    for replication in 0..<replications {
      var lines: [Line] = []
      let record = program.trace(replication, seed: seed) { entry in
        lines.append(
          Line(
            hours: Double(entry.at.ticks) / 3_600_000, date: clock.civil(at: entry.at),
            entity: replications == 1 ? entry.entity : "\(entry.entity) of \(replication)",
            event: entry.event,
            place: entry.place, detail: entry.detail))
      }
      #expect(record.outcome == .horizonReached)
      self.lines += lines
      records.append(record)
    }
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n").map { "  \($0)\n" }.joined()
  }

  /// The lines of an event at a place.
  func all(_ event: String, _ place: String) -> [Line] {
    lines.filter { $0.event == event && $0.place == place }
  }

  /// Who was told of an event, in the order in which it happened to each the first time, with all its instants.
  func byPatient(_ event: String, _ place: String) -> [String: [Line]] {
    Dictionary(grouping: all(event, place), by: \.patient)
  }

  /// Hours from an event to the next one of the same patient, for each time that both happen.
  func hours(
    from first: (event: String, place: String), to second: (event: String, place: String)
  ) -> [Double] {
    var open: [String: Double] = [:]
    var found: [Double] = []
    for line in lines {
      if line.event == first.event && line.place == first.place {
        open[line.patient] = line.hours
      } else if line.event == second.event && line.place == second.place,
        let since = open.removeValue(forKey: line.patient)
      {
        found.append(line.hours - since)
      }
    }
    return found
  }

  /// The sum of a measure over the slots that a scope covers, and over all replications.
  func sum(_ measure: String, _ scope: [Scope.Key: Scope.Value] = [:]) -> Double {
    let places = program.layout.slots.filter { slot in
      program.layout.measures[slot.measure].name == measure
        && scope.allSatisfy { slot.scope[$0.key] == $0.value }
    }.map(\.offset)
    return records.reduce(0) { sum, record in places.reduce(sum) { $0 + record.values[$1] } }
  }
}

/// A scenario that rules refuse.
struct RefusedLine: Error, CustomStringConvertible {
  var report: String
  var description: String { report }
}
