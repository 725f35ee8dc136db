import Foundation
import Testing

@Suite struct RunCommandTests {
  private static let queue = """
    title: A queue
    start: 2024-01-01
    horizon: 200 h
    facilities: { shop: { devices: { server: { count: 1 } } } }
    products:
      job:
        patients: { arrive: { poisson: 0.8 / h } }
        route: [ { step: serve, takes: { exponential: 1 h }, uses: { server: 1 } } ]

    """

  private func inFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    try BuiltProgram.inFolder { folder in
      try Self.queue.write(to: folder.appendingPathComponent("queue.yaml"), atomically: true, encoding: .utf8)
      return try body(folder)
    }
  }

  @Test("The JSON has the keys of the contract and no other form of undefined than null")
  func contract() throws {
    try inFolder { folder in
      let run = try BuiltProgram.run(["run", "queue.yaml", "--replications", "5", "--json"], in: folder)
      #expect(run.status == 0)
      let object = try BuiltProgram.object(run.output)
      #expect(object["schema"] as? String == "atmpsim.run/1")
      #expect(object["seed"] as? Int == 1)
      #expect(object["replications"] as? Int == 5)
      for key in ["start", "horizon", "warmUp", "version", "outcome"] {
        #expect(object[key] is String, "\(key)")
      }
      let scenario = try #require(object["scenario"] as? [String: Any])
      #expect(Set(scenario.keys) == ["title", "file", "sha256"])
      #expect((scenario["sha256"] as? String)?.count == 64)
      let estimates = try #require(object["estimates"] as? [[String: Any]])
      #expect(estimates.count > 10)
      let keys: Set = [
        "measure", "statistic", "scope", "unit", "mean", "low", "high", "level", "method", "replications",
        "p10",
        "p50", "p90",
      ]
      #expect(estimates.allSatisfy { Set($0.keys) == keys })
      #expect(
        estimates.contains { $0["measure"] as? String == "line.wait" && $0["statistic"] as? String == "p90" })
      #expect(!run.output.contains("nan") && !run.output.contains(": inf") && !run.output.contains(": -inf"))
    }
  }

  @Test("One job and several write the same bytes")
  func sameBytes() throws {
    try inFolder { folder in
      for jobs in ["1", "2", "5"] {
        let run = try BuiltProgram.run(
          ["run", "queue.yaml", "--replications", "9", "--jobs", jobs, "-o", "out\(jobs)", "-q"], in: folder)
        #expect(run.status == 0)
      }
      for name in ["estimates.json", "estimates.csv", "report.html"] {
        let one = try Data(contentsOf: folder.appendingPathComponent("out1/\(name)"))
        #expect(one.count > 1_000)
        for jobs in ["2", "5"] {
          #expect(try Data(contentsOf: folder.appendingPathComponent("out\(jobs)/\(name)")) == one, "\(name)")
        }
      }
    }
  }

  @Test("A longer run goes on with a shorter one, and ends with the bytes of a run of its own")
  func resume() throws {
    try inFolder { folder in
      func run(_ replications: String, _ output: String) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(
          ["run", "queue.yaml", "--replications", replications, "-o", output, "--json"], in: folder)
      }
      #expect(try run("3", "grown").status == 0)
      let grown = try run("8", "grown")
      #expect(grown.errors.contains("3 of 8 replications were run before"))
      #expect(try grown.output == run("8", "fresh").output)
      let again = try run("8", "grown")
      #expect(again.errors.contains("All 8 replications were run before"))
      #expect(again.output == grown.output)
      #expect(try BuiltProgram.run(["report", "grown", "--json"], in: folder).output == grown.output)
    }
  }

  @Test("Another run in the way is refused with what to do, and replaced when forced")
  func inTheWay() throws {
    try inFolder { folder in
      let first = ["run", "queue.yaml", "--replications", "2", "-o", "out", "-q"]
      #expect(try BuiltProgram.run(first, in: folder).status == 0)
      let other = try BuiltProgram.run(first + ["--seed", "2"], in: folder)
      #expect(other.status == 2)
      #expect(other.output == "")
      #expect(
        other.errors.contains("out/run.sqlite holds another run (seed 1 instead of 2); --force replaces it"))
      #expect(try BuiltProgram.run(first + ["--seed", "2", "--force"], in: folder).status == 0)
    }
  }

  @Test("A foreign file in the way is left alone")
  func foreignFile() throws {
    try inFolder { folder in
      let out = folder.appendingPathComponent("out")
      try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
      let report = out.appendingPathComponent("report.html")
      try "mine".write(to: report, atomically: true, encoding: .utf8)
      let run = try BuiltProgram.run(["run", "queue.yaml", "--replications", "2", "-o", "out"], in: folder)
      #expect(run.status == 2)
      #expect(run.errors.contains("out/report.html is in the way; --force replaces it"))
      #expect(try String(contentsOf: report, encoding: .utf8) == "mine")
    }
  }

  @Test("Interrupted, it keeps what is complete, says that it is partial, and goes on when typed again")
  func interruption() throws {
    try inFolder { folder in
      let command = [
        "run", "queue.yaml", "--set", "horizon=10000 h", "--replications", "100000", "--jobs", "1", "-o",
        "out",
      ]
      let stopped = try BuiltProgram.run(command, in: folder, interruptedAfter: 2)
      #expect(stopped.status == 130)
      #expect(stopped.errors.contains("partial: interrupted: "))
      let json = try String(contentsOf: folder.appendingPathComponent("out/estimates.json"), encoding: .utf8)
      let done = try #require(BuiltProgram.object(json)["replications"] as? Int)
      #expect(done > 0 && done < 100_000)
      var shorter = command
      shorter[5] = String(done + 1)
      let resumed = try BuiltProgram.run(shorter, in: folder)
      #expect(resumed.status == 0)
      #expect(resumed.errors.contains("\(done) of \(done + 1) replications were run before"))
    }
  }

  @Test(
    "A replication that goes on and on is not waited for when the run is stopped; what was complete stays")
  func stopWithinReplication() throws {
    try inFolder { folder in
      let command = ["run", "queue.yaml", "--replications", "3", "--jobs", "1", "-o", "out"]
      // A second's work each, three thousand an hour, for twenty years.
      let long = [
        "--set", "horizon=20 y", "--set", "products.job.patients.arrive={ poisson: 3000 / h }", "--set",
        "products.job.route=[ { step: serve, takes: { exponential: 1 s }, uses: { server: 1 } } ]",
      ]
      let stopped = try BuiltProgram.run(command + long, in: folder, interruptedAfter: 2)
      #expect(stopped.status == 130)
      #expect(stopped.errors.contains("Finishing the replications that run"))
      #expect(stopped.errors.contains("Stopped; what is complete is kept"))
    }
  }

  @Test("A trace says what happened, when, to whom; as JSON it is one object")
  func trace() throws {
    try inFolder { folder in
      let text = try BuiltProgram.run(["run", "queue.yaml", "--replication", "0", "--trace"], in: folder)
      #expect(text.status == 0)
      #expect(text.output.split(separator: "\n").count > 0)
      #expect(text.output.hasPrefix("2024-01-0"))
      let json = try BuiltProgram.run(
        ["run", "queue.yaml", "--replication", "0", "--trace", "--json"], in: folder)
      let entries = try #require(BuiltProgram.object(json.output)["entries"] as? [[String: Any]])
      #expect(entries.count == text.output.split(separator: "\n").count)
      #expect(Set(entries[0].keys) == ["at", "hours", "entity", "event", "place", "detail", "identity"])
      #expect(entries[0]["identity"] as? String == "job 1")
      #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("Runs").path))
    }
  }

  @Test("A comparison with itself finds no difference, and is one JSON object")
  func compare() throws {
    try inFolder { folder in
      let run = try BuiltProgram.run(
        ["compare", "queue.yaml", "queue.yaml", "--replications", "4", "--json"], in: folder)
      #expect(run.status == 0)
      let object = try BuiltProgram.object(run.output)
      #expect(object["schema"] as? String == "atmpsim.compare/1")
      let comparisons = try #require(object["comparisons"] as? [[String: Any]])
      let rows = try #require(comparisons[0]["differences"] as? [[String: Any]])
      #expect(rows.count > 10)
      #expect(rows.allSatisfy { ["the same", "not comparable"].contains($0["verdict"] as? String) })
    }
  }
}
