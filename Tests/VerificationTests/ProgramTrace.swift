import Foundation
import Verification

extension TraceTable {
  /// What the built program tells of a scenario: `run FILE --replication 0 --trace --json`.
  init(ofBuiltProgram file: String, _ options: [String] = []) throws {
    let data = try BuiltProgram.output(
      ["run", Gate.path(file), "--replication", "0", "--trace", "--json"] + options)
    self = try JSONDecoder().decode(TraceTable.self, from: data)
  }
}
