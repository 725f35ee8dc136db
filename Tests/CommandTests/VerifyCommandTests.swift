import Foundation
import Testing

@Suite struct VerifyCommandTests {
  private static let scenarios = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Scenarios/verification")

  @Test("Cases that hold end with status 0, a table, and a line that says how to repeat it")
  func holds() throws {
    let run = try BuiltProgram.run(
      ["verify", "--only", "S4", "--only", "B1", "--only", "T19", "--scenarios", Self.scenarios.path])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("s04-closing"))
    #expect(run.output.contains("in system, customer"))
    #expect(run.output.hasSuffix("all hold; atmpsim 0.1.0, philox; the scenarios' own seeds\n"))
  }

  @Test("A case that does not hold ends with status 1, and says what was expected and found")
  func fails() throws {
    try BuiltProgram.inFolder { folder in
      let name = "s04-closing.yaml"
      let text = try String(contentsOf: Self.scenarios.appendingPathComponent(name), encoding: .utf8)
      let slower = text.replacingOccurrences(of: "takes: 5 h", with: "takes: 4 h")
      try #require(slower != text)
      try slower.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
      let run = try BuiltProgram.run(["verify", "--only", "S4", "--scenarios", folder.path, "--json"])
      #expect(run.status == 1)
      let document = try BuiltProgram.object(run.output)
      #expect(document["schema"] as? String == "atmpsim.verify/1")
      #expect(document["failed"] as? Int == 1)
      let verdicts = try #require(document["verdicts"] as? [[String: Any]])
      #expect((verdicts[0]["fault"] as? String)?.hasPrefix("expected 10, 20, 25, found 9") == true)
    }
  }

  @Test(
    "Fresh seeds are named in the output, and the same seed gives the same bytes under another generator too")
  func seeds() throws {
    let command = ["verify", "--only", "T19", "--scenarios", Self.scenarios.path]
    let fresh = try BuiltProgram.run(command + ["--fresh-seeds"])
    #expect(fresh.status == 0)
    #expect(fresh.output.contains("--seed "))
    let twister = try BuiltProgram.run(command + ["--seed", "5", "--generator", "mt19937"])
    #expect(twister.status == 0, "\(twister.output)")
    #expect(twister.output.contains("mt19937; seed 5"))
    #expect(
      try BuiltProgram.run(command + ["--seed", "5", "--generator", "mt19937"]).output == twister.output)
    #expect(try BuiltProgram.run(command + ["--seed", "5"]).output != twister.output)
  }

  @Test("An unknown case is refused with the names that there are; a folder that is not there, with a remedy")
  func refused() throws {
    let unknown = try BuiltProgram.run(["verify", "--only", "T99"])
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("there is no case 'T99'; there are T1, T2"))
    let missing = try BuiltProgram.run(["verify", "--only", "S4", "--scenarios", "/nowhere"])
    #expect(missing.status == 2)
    #expect(missing.errors.contains("/nowhere/s04-closing.yaml"))
  }

  @Test("Coverage is counted, judged and printed with the command that repeats it")
  func coverage() throws {
    let command = ["verify", "--coverage", "--scenarios", Self.scenarios.path]
    let options = [
      "--only", "C10", "--only", "C11", "--repetitions", "300", "--replications", "10", "--jobs", "2",
    ]
    let table = try BuiltProgram.run(command + options)
    #expect(table.status == 0, "\(table.output)\(table.errors)")
    #expect(
      table.output.contains("c10-first-patient") && table.output.contains("all of few events: proportion"))
    let same = "--only C10 --only C11 --repetitions 300 --replications 10 --seed 1"
    #expect(
      table.output.hasSuffix(
        "3 judgements: all hold; atmpsim 0.1.0, philox; atmpsim verify --coverage \(same)\n"))
    let run = try BuiltProgram.run(command + options + ["--json"])
    let document = try BuiltProgram.object(run.output)
    #expect(document["schema"] as? String == "atmpsim.coverage/1")
    let rows = try #require(document["coverages"] as? [[String: Any]])
    let levels = try #require(rows[0]["levels"] as? [[String: Any]])
    let repetitions = levels.map { $0["repetitions"] as? Int }
    #expect(repetitions == [300, 300])
    #expect(levels[0]["displacedRejected"] as? Bool == true)
    #expect(try BuiltProgram.run(command + options.dropLast() + ["1", "--json"]).output == run.output)
  }

  @Test("Options of coverage are refused without it, and cases that it has not")
  func coverageRefused() throws {
    let alone = try BuiltProgram.run(["verify", "--repetitions", "500"])
    #expect(alone.status == 64 && alone.errors.contains("--repetitions and --replications need --coverage"))
    let unknown = try BuiltProgram.run(["verify", "--coverage", "--only", "T1"])
    #expect(unknown.status == 64 && unknown.errors.contains("there is no case 'T1'; there are C1, C2"))
    let few = try BuiltProgram.run(["verify", "--coverage", "--repetitions", "9"])
    #expect(few.status == 64 && few.errors.contains("--repetitions must be between 100 and 10000000"))
  }
}
