import Foundation
import Testing

@Suite struct DeterminismTests {
  /// Every row of every table of a run file, read by another reader than ours.
  private func dump(_ file: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let script = "import sqlite3, sys\nfor line in sqlite3.connect(sys.argv[1]).iterdump(): print(line)"
    process.arguments = ["python3", "-c", script, file.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return String(decoding: text, as: UTF8.self)
  }

  private static let line = """
    title: A line with batches
    start: 2024-01-01
    horizon: 1 y
    facilities:
      centre:
        rooms: { clean-room: { count: 1, grade: B } }
        people: { operator: { count: 2 } }
    products:
      car-t:
        made at: [centre]
        patients: { arrive: { poisson: 60 / y }, clocks: { death: { hazard: 4 % / 30 d } } }
        route:
          - { delay: apheresis, takes: 1 d, marks: collection }
          - { make: batch, attempts: 2 }
          - step: manufacture
            takes: { triangular: [6 h, 8 h, 10 h] }
            uses: { clean-room: 1, operator: 2 }
            fails: { probability: 0.1, then: remake }
          - { culture: expand, takes: { triangular: [7 d, 10 d, 12 d] } }
          - { infuse: infusion, takes: 2 h }

    """

  private func inFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    try BuiltProgram.inFolder { folder in
      try Self.line.write(to: folder.appendingPathComponent("line.yaml"), atomically: true, encoding: .utf8)
      return try body(folder)
    }
  }

  @Test("JSON, CSV, HTML and every table of the run file have the same bytes at any number of jobs")
  func jobs() throws {
    try inFolder { folder in
      for jobs in ["1", "2"] {
        let run = try BuiltProgram.run(
          ["run", "line.yaml", "--replications", "12", "--jobs", jobs, "-o", "out\(jobs)", "-q"], in: folder)
        #expect(run.status == 0, "\(run.errors)")
      }
      for name in ["estimates.json", "estimates.csv", "report.html"] {
        let one = try Data(contentsOf: folder.appendingPathComponent("out1/\(name)"))
        #expect(one.count > 1_000)
        #expect(try Data(contentsOf: folder.appendingPathComponent("out2/\(name)")) == one, "\(name)")
      }
      let one = try dump(folder.appendingPathComponent("out1/run.sqlite"))
      #expect(try dump(folder.appendingPathComponent("out2/run.sqlite")) == one)
      for table in ["run", "replication", "estimate"] {
        #expect(one.contains("INSERT INTO \"\(table)\""), "nothing in the table '\(table)'")
      }
    }
  }

  @Test("An interrupted run that goes on ends with the bytes of one that was never interrupted")
  func interrupted() throws {
    try inFolder { folder in
      func command(_ replications: Int, _ output: String) -> [String] {
        [
          "run", "line.yaml", "--set", "horizon=100 y", "--replications", "\(replications)", "--jobs", "2",
          "-o", output,
        ]
      }
      let stopped = try BuiltProgram.run(command(20_000, "resumed"), in: folder, interruptedAfter: 3)
      #expect(stopped.status == 130)
      let partial = try String(
        contentsOf: folder.appendingPathComponent("resumed/estimates.json"), encoding: .utf8)
      let done = try #require(BuiltProgram.object(partial)["replications"] as? Int)
      try #require(done > 0 && done < 20_000)
      let resumed = try BuiltProgram.run(command(done + 2, "resumed"), in: folder)
      #expect(resumed.status == 0)
      #expect(resumed.errors.contains("\(done) of \(done + 2) replications were run before"))
      #expect(try BuiltProgram.run(command(done + 2, "whole"), in: folder).status == 0)
      for name in ["estimates.json", "estimates.csv", "report.html"] {
        let whole = try Data(contentsOf: folder.appendingPathComponent("whole/\(name)"))
        #expect(try Data(contentsOf: folder.appendingPathComponent("resumed/\(name)")) == whole, "\(name)")
      }
    }
  }

  @Test(
    "The same comparison has the same bytes at any number of jobs, and pairs the cost until each year's end")
  func comparison() throws {
    try inFolder { folder in
      try
        "extends: line.yaml\ntitle: Twice the patients\nproducts: { car-t: { patients: { arrive: { poisson: 120 / y } } } }\n"
        .write(to: folder.appendingPathComponent("busy.yaml"), atomically: true, encoding: .utf8)
      for jobs in ["1", "2"] {
        let run = try BuiltProgram.run(
          ["compare", "line.yaml", "busy.yaml", "--replications", "10", "--jobs", jobs, "-o", "out\(jobs)"],
          in: folder)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("B (Twice the patients) against A (A line with batches):"))
        #expect(run.output.contains("more patients treated"))
      }
      for name in ["compare.json", "compare.csv", "compare.html"] {
        let one = try Data(contentsOf: folder.appendingPathComponent("out1/\(name)"))
        #expect(try Data(contentsOf: folder.appendingPathComponent("out2/\(name)")) == one, "\(name)")
      }
      let json = try String(contentsOf: folder.appendingPathComponent("out1/compare.json"), encoding: .utf8)
      let comparisons = try #require(BuiltProgram.object(json)["comparisons"] as? [[String: Any]])
      let cumulative = try #require(comparisons[0]["cumulative"] as? [[String: Any]])
      #expect(cumulative.contains { $0["throughYear"] as? Int == 2024 && $0["verdict"] as? String == "more" })
    }
  }

  @Test(
    "Common random numbers: what a later opening cost needs a tenth of the pairs, or fewer, of independent runs"
  )
  func commonRandomNumbers() throws {
    try inFolder { folder in
      try "extends: line.yaml\ntitle: Opens in March\nfacilities: { centre: { opens: 2024-03-01 } }\n"
        .write(to: folder.appendingPathComponent("late.yaml"), atomically: true, encoding: .utf8)
      let run = try BuiltProgram.run(
        ["compare", "line.yaml", "late.yaml", "--replications", "40", "--json", "-q"], in: folder)
      let comparisons = try #require(BuiltProgram.object(run.output)["comparisons"] as? [[String: Any]])
      let cumulative = try #require(comparisons[0]["cumulative"] as? [[String: Any]])
      let year = try #require(cumulative.first { $0["throughYear"] as? Int == 2024 })
      #expect(try #require(year["varianceReduction"] as? Double) >= 10)
      #expect(year["verdict"] as? String == "fewer")
    }
  }
}
