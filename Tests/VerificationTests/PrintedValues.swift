import Foundation

/// The numbers of one replication as `run FILE --replication 0 --json` prints them.
struct PrintedValues: Decodable {
  private struct Row: Decodable {
    var measure: String
    var scope: [String: PrintedName]
    var value: Double?
  }

  private let values: [Row]

  init(_ file: String, _ options: [String] = []) throws {
    let data = try BuiltProgram.output(["run", Gate.path(file), "--replication", "0", "--json"] + options)
    self = try JSONDecoder().decode(PrintedValues.self, from: data)
  }

  private func rows(_ measure: String, _ scope: [String: String]) -> [Row] {
    values.filter { row in
      row.measure == measure && scope.allSatisfy { row.scope[$0.key]?.text == $0.value }
    }
  }

  /// The sum of a measure over every scope that holds these keys and values.
  func sum(_ measure: String, _ scope: [String: String] = [:]) -> Double {
    rows(measure, scope).reduce(0) { $0 + ($1.value ?? 0) }
  }
}
