import Foundation
import Testing

@Suite struct OptionTests {
  private static let queue = """
    title: A queue
    start: 2024-01-01
    horizon: 200 h
    facilities: { shop: { people: { clerk: { count: 1 } } } }
    products:
      job:
        patients: { arrive: { poisson: 0.9 / h } }
        route:
          - step: serve
            takes: { triangular: [30 min, 1 h, 90 min] }
            uses: { clerk: 1 }
            fails: { probability: 0.04, then: repeat }

    """

  private func inFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    try BuiltProgram.inFolder { folder in
      try Self.queue.write(to: folder.appendingPathComponent("queue.yaml"), atomically: true, encoding: .utf8)
      return try body(folder)
    }
  }

  @Test("A schedule is told of all replications, so that one alone with it is refused in a sentence")
  func scheduleOfOne() throws {
    try inFolder { folder in
      for more in [[], ["--trace"]] {
        let refused = try BuiltProgram.run(
          ["run", "queue.yaml", "--schedule", "2wk", "--replication", "0"] + more, in: folder)
        #expect(refused.status == 64)
        #expect(refused.errors.contains("leave out --replication, or --schedule"))
        #expect(refused.output.isEmpty)
      }
    }
  }

  @Test("A value that is set changes scenario and results; one that is not there is an error in the scenario")
  func overrides() throws {
    try inFolder { folder in
      func run(_ value: String) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(
          ["run", "queue.yaml", "--replications", "3", "--set", value, "--json", "-q"], in: folder)
      }
      let plain = try run("horizon=200 h")
      let longer = try run("horizon=400 h")
      #expect(plain.status == 0 && longer.status == 0)
      let ends = try [plain, longer].map { try BuiltProgram.object($0.output)["horizon"] as? String }
      #expect(ends == ["2024-01-09 08:00", "2024-01-17 16:00"])
      let unknown = try run("horizn=400 h")
      #expect(unknown.status == 2)
      #expect(unknown.output == "")
      #expect(unknown.errors.contains("horizn"))
    }
  }

  @Test("A higher level widens intervals, changes no mean, and is printed with every estimate")
  func level() throws {
    try inFolder { folder in
      func estimate(_ level: String) throws -> [String: Any] {
        let run = try BuiltProgram.run(
          ["run", "queue.yaml", "--replications", "20", "--level", level, "--json", "-q"], in: folder)
        let rows = try #require(BuiltProgram.object(run.output)["estimates"] as? [[String: Any]])
        return try #require(
          rows.first {
            $0["measure"] as? String == "patients.treated" && ($0["scope"] as? [String: Any])?.isEmpty == true
          })
      }
      let narrow = try estimate("0.9")
      let wide = try estimate("0.99")
      #expect(narrow["mean"] as? Double == wide["mean"] as? Double)
      #expect(narrow["level"] as? Double == 0.9 && wide["level"] as? Double == 0.99)
      let (low, lower) = (try #require(narrow["low"] as? Double), try #require(wide["low"] as? Double))
      #expect(lower < low)
      for wrong in ["1", "0.2", "95"] {
        #expect(try BuiltProgram.run(["run", "queue.yaml", "--level", wrong], in: folder).status == 64)
      }
    }
  }

  @Test("The shortage of people stands beside their utilisation, and lines fit 100 columns")
  func shortage() throws {
    try inFolder { folder in
      let run = try BuiltProgram.run(["run", "queue.yaml", "--replications", "10", "-q"], in: folder)
      let lines = run.output.components(separatedBy: "\n")
      let line = try #require(lines.first { $0.hasPrefix("shop") })
      #expect(line.contains("clerk") && !line.contains("–  ") && line.contains("%"))
      let last = try #require(line.components(separatedBy: " ").last.flatMap { Double($0) })
      #expect(last > 0.1)
      #expect(lines.dropFirst(4).allSatisfy { $0.count <= 100 })
    }
  }

  @Test("A description says durations as people write them, who is needed, and what goes wrong")
  func description() throws {
    try inFolder { folder in
      let run = try BuiltProgram.run(["describe", "queue.yaml"], in: folder)
      #expect(run.status == 0)
      #expect(
        run.output.contains(
          "● serve: triangular 30 min, 1 h, 1 h 30 min; clerk\n  │     ✗ 4 % fail: again\n"))
      #expect(run.output.contains("patients: Poisson 0.9 / h"))
      let json = try BuiltProgram.run(["describe", "queue.yaml", "--json"], in: folder)
      #expect(try BuiltProgram.object(json.output)["schema"] as? String == "atmpsim.describe/1")
    }
  }

  @Test("Every verb that prints JSON prints one object with a schema")
  func objects() throws {
    try inFolder { folder in
      let commands = [
        ["run", "queue.yaml", "--replications", "2"], ["run", "queue.yaml", "--replication", "0"],
        ["validate", "queue.yaml"], ["measures", "queue.yaml"], ["reference"], ["new"],
        ["compare", "queue.yaml", "queue.yaml", "--replications", "2"],
      ]
      for command in commands {
        let run = try BuiltProgram.run(command + ["--json", "-q"], in: folder)
        #expect(run.status == 0, "\(command)")
        #expect((try BuiltProgram.object(run.output)["schema"] as? String)?.hasPrefix("atmpsim.") == true)
      }
      #expect(try !BuiltProgram.object(BuiltProgram.run(["schema"], in: folder).output).isEmpty)
    }
  }
}
