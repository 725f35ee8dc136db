import Experiments
import Foundation
import PipelineSimulation
import ResultStore
import Testing

@Suite struct RunFileTests {
  private static let header = RunHeader(
    version: "0.1.0", title: "A line", file: "line.yaml", sha256: "ab12", scenarioText: "title: A line\n",
    seed: 18_446_744_073_709_551_615, replications: 6, options: "", command: "atmpsim run line.yaml --seed 7",
    start: "2025-01-01 00:00", horizon: "2026-01-01 00:00", warmUp: "2025-01-01 00:00")

  private static func record(_ number: Int) -> ReplicationRecord {
    var record = HandMade.record(
      number, treated: [Double(number), 0.1, 1e300], used: -0.0, open: 3.25, blocked: 1, arrived: 9,
      times: [[1.5, Double(number)], number % 2 == 0 ? [] : [7]],
      firstPatient: number % 3 == 0 ? .nan : 86_400)
    if number == 2 { record.outcome = .deadlock(atSeconds: 3.5, circle: ["a waits for b", "b waits for a"]) }
    if number == 3 { record.outcome = .runaway(atSeconds: 4, line: "isolator") }
    if number == 4 { record.outcome = .eventLimit(atSeconds: 5) }
    return record
  }

  private func inFolder<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("atmpsim-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder.appendingPathComponent("run.sqlite").path)
  }

  private func same(_ left: ReplicationRecord, _ right: ReplicationRecord) -> Bool {
    left.replication == right.replication && left.outcome == right.outcome && left.samples == right.samples
      && left.size == right.size
      && zip(left.values, right.values).allSatisfy {
        $0.bitPattern == $1.bitPattern || ($0.isNaN && $1.isNaN)
      }
  }

  private func table(_ numbers: Range<Int>) async -> EstimateTable {
    var columns = ResultColumns(layout: HandMade.layout)
    for number in numbers { columns.append(Self.record(number)) }
    return await columns.estimates()
  }

  @Test("Records and estimates come back as they were stored, in one file")
  func roundTrip() async throws {
    try await inFolder { path in
      let table = await table(0..<6)
      do {
        var file = try RunFile(continuing: path, header: Self.header, layout: HandMade.layout)
        #expect(file.committed == 0)
        for number in 0..<6 { try file.append(Self.record(number)) }
        try file.finish(table, state: .complete)
        var back: [ReplicationRecord] = []
        try file.replay(below: 6) { back.append($0) }
        #expect(back.count == 6)
        #expect(zip(back, (0..<6).map(Self.record)).allSatisfy(same))
      }
      let file = try RunFile(reading: path)
      #expect(file.header == Self.header)
      #expect(file.state == .complete)
      #expect(file.committed == 6)
      #expect(try file.estimates() == table)
      let folder = (path as NSString).deletingLastPathComponent
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["run.sqlite"])
    }
  }

  @Test("An interrupted run goes on with what is missing")
  func resume() async throws {
    try await inFolder { path in
      do {
        var file = try RunFile(continuing: path, header: Self.header, layout: HandMade.layout)
        for number in 0..<3 { try file.append(Self.record(number)) }
        try file.flush()
        try file.append(Self.record(3))
        // The fourth record was not committed: it does not count.
      }
      let file = try RunFile(continuing: path, header: Self.header, layout: HandMade.layout)
      #expect(file.committed >= 3)
      let missing = try file.missing(below: 6)
      #expect(missing == Array(file.committed..<6))
    }
  }

  @Test("Another seed, version or scenario is refused with what differs, and replaced when forced")
  func otherRun() async throws {
    try await inFolder { path in
      do {
        var file = try RunFile(continuing: path, header: Self.header, layout: HandMade.layout)
        try file.append(Self.record(0))
        try file.flush()
      }
      var other = Self.header
      other.seed = 2
      #expect(
        throws: RunFileFault.otherRun(
          path: path, differences: ["seed 18446744073709551615 instead of 2"])
      ) {
        _ = try RunFile(continuing: path, header: other, layout: HandMade.layout)
      }
      let forced = try RunFile(continuing: path, header: other, layout: HandMade.layout, force: true)
      #expect(forced.committed == 0)
    }
  }

  @Test("A file that is no run file is left as it is")
  func foreign() async throws {
    try await inFolder { path in
      let text = String(repeating: "not a database\n", count: 100)
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      #expect(throws: RunFileFault.foreign(path: path)) {
        _ = try RunFile(continuing: path, header: Self.header, layout: HandMade.layout)
      }
      #expect(throws: RunFileFault.foreign(path: path)) { _ = try RunFile(reading: path) }
      #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    }
  }

  @Test("Two runs cannot write one file at the same time")
  func busy() async throws {
    try await inFolder { path in
      var first = try RunFile(continuing: path, header: Self.header, layout: HandMade.layout)
      try first.append(Self.record(0))
      try first.flush()
      #expect(throws: RunFileFault.busy(path: path)) {
        _ = try RunFile(continuing: path, header: Self.header, layout: HandMade.layout)
      }
      #expect(first.committed == 1)
    }
  }

  @Test("A missing file is said to be missing")
  func missing() {
    #expect(throws: RunFileFault.missing(path: "/nowhere/run.sqlite")) {
      _ = try RunFile(reading: "/nowhere/run.sqlite")
    }
  }
}
