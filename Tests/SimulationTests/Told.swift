import PipelineModel
import PipelineSimulation
import Quantities
import ScenarioFiles
import Testing

/// What one replication of a scenario tells: its log, line by line, and what it reported.
struct Told {
  /// One line of the log, with the time in hours.
  struct Line: Hashable, CustomStringConvertible {
    var hours: Double
    var entity: String
    var event: String
    var place: String
    var detail: String

    /// `10 large 1 starts work`
    var description: String {
      let time = hours == hours.rounded() ? String(Int(hours)) : String(hours)
      return ([time, entity, event, place] + (detail.isEmpty ? [] : ["(\(detail))"]))
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  var lines: [Line] = []
  var record: ReplicationRecord
  var layout: RecordLayout

  /// Reads, compiles and runs a scenario; a title, a start on Monday 1 January 2024 and a horizon of 100 h are added
  /// where the text has none.
  init(
    _ text: String, seed: UInt64 = 1, replication: Int = 0,
    options: ReplicationOptions = ReplicationOptions()
  ) throws {
    let program = try Told.program(text)
    layout = program.layout
    var lines: [Line] = []
    record = program.trace(replication, seed: seed, options: options) { entry in
      lines.append(
        Line(
          hours: Double(entry.at.ticks) / 3_600_000, entity: entry.entity, event: entry.event,
          place: entry.place, detail: entry.detail))
    }
    self.lines = lines
  }

  /// The compiled program of a scenario's text.
  static func program(_ text: String) throws -> Program {
    var head = ""
    let keys = Set(text.split(separator: "\n").compactMap { $0.split(separator: ":").first.map(String.init) })
    for (key, value) in [("title", "test"), ("start", "2024-01-01"), ("horizon", "100 h")]
    where !keys.contains(key) {
      head += "\(key): \(value)\n"
    }
    let result = ScenarioReader.read(text: head + text)
    let scenario = try #require(result.scenario, "\(result.report().text())")
    return try Program(compiling: scenario)
  }

  /// All that the record holds; what was not reached is NaN, hence bit by bit.
  var numbers: [UInt64] { Told.numbers(of: record) }

  /// All that a record holds, bit by bit.
  static func numbers(of record: ReplicationRecord) -> [UInt64] {
    record.values.map(\.bitPattern) + record.samples.flatMap { $0.encoded.map(UInt64.init) }
      + [record.size.events, UInt64(record.size.patients), UInt64(record.size.batches)]
  }

  /// The whole log as text.
  var log: [String] { lines.map(\.description) }

  /// The log without arrivals and departures.
  var work: [String] { log(without: ["arrives", "leaves"]) }

  /// The log without some kinds of events.
  func log(without events: Set<String>) -> [String] {
    lines.filter { !events.contains($0.event) }.map(\.description)
  }

  /// The log of some kinds of events only.
  func log(of events: Set<String>) -> [String] {
    lines.filter { events.contains($0.event) }.map(\.description)
  }

  /// The sum of a measure's first numbers over the slots that a scope covers; the denominator is not added.
  func sum(_ measure: String, _ scope: [Scope.Key: Scope.Value] = [:]) -> Double {
    places(measure, scope).reduce(0) { $0 + record.values[$1] }
  }

  /// The first number over the second of a ratio measure, summed over the slots that a scope covers.
  func ratio(_ measure: String, _ scope: [Scope.Key: Scope.Value] = [:]) -> Double {
    let places = places(measure, scope)
    return places.reduce(0) { $0 + record.values[$1] } / places.reduce(0) { $0 + record.values[$1 + 1] }
  }

  private func places(_ measure: String, _ scope: [Scope.Key: Scope.Value]) -> [Int] {
    layout.slots.filter { slot in
      layout.measures[slot.measure].name == measure && scope.allSatisfy { slot.scope[$0.key] == $0.value }
    }
    .map(\.offset)
  }
}
