import Foundation
import Testing

@Suite struct CommandLineTests {
  @Test("The version is one line")
  func version() throws {
    let run = try BuiltProgram.run(["--version"])
    #expect(run.status == 0)
    #expect(run.output == "0.1.0\n")
    #expect(run.errors == "")
  }

  @Test("Help starts with two examples and lists every verb")
  func help() throws {
    let run = try BuiltProgram.run(["--help"])
    #expect(run.status == 0)
    #expect(
      run.output.hasPrefix(
        """
        OVERVIEW: Simulates production lines of cell and gene therapies.

        Examples:
          atmpsim run Scenarios/leiden-lund.yaml
          atmpsim compare Scenarios/leiden-lund.yaml Scenarios/lund-as-opened.yaml

        """))
    for verb in [
      "run", "compare", "report", "validate", "describe", "measures", "schema", "reference", "new",
      "verify", "sensitivity",
    ] {
      #expect(run.output.contains("\n  \(verb) "), "\(verb)")
      #expect(try BuiltProgram.run([verb, "--help"]).output.contains("USAGE: atmpsim \(verb)"), "\(verb)")
    }
  }

  @Test(
    "Wrong usage ends with status 64 and nothing on standard output",
    arguments: [
      ["walk"], ["run"], ["run", "a.yaml", "--replications", "0"], ["run", "a.yaml", "--set", "horizon"],
      ["run", "a.yaml", "--trace"], ["run", "a.yaml", "--json", "--csv"], ["compare", "a.yaml"],
      ["run", "a.yaml", "--fixed", "mean"], ["sensitivity", "a.yaml", "--schedule", "8wk"],
      ["sensitivity", "a.yaml", "--measure", "year=2030"], ["sensitivity", "a.yaml", "--json", "--csv"],
    ])
  func usage(arguments: [String]) throws {
    let run = try BuiltProgram.run(arguments)
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.errors.contains("Error: "))
  }

  @Test("A file that is not there: run cannot run, validate says no")
  func missingFile() throws {
    let run = try BuiltProgram.run(["run", "nowhere.yaml"])
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.contains("nowhere.yaml:1:1: error: "))
    #expect(run.errors.hasSuffix("error: nowhere.yaml cannot be run as it stands\n"))
    let check = try BuiltProgram.run(["validate", "nowhere.yaml"])
    #expect(check.status == 1)
    #expect(check.output.hasPrefix("nowhere.yaml:1:1: error: "))
    let json = try BuiltProgram.run(["validate", "nowhere.yaml", "--json"])
    let files = try #require(BuiltProgram.object(json.output)["files"] as? [[String: Any]])
    #expect(files.count == 1)
    #expect(files[0]["ok"] as? Bool == false)
    #expect((files[0]["diagnostics"] as? [Any])?.count == 1)
  }

  @Test("The scenario that 'new' writes is valid, and is not written over")
  func newScenario() throws {
    try BuiltProgram.inFolder { folder in
      let written = try BuiltProgram.run(["new", "mine.yaml"], in: folder)
      #expect(written.status == 0)
      let check = try BuiltProgram.run(["validate", "mine.yaml"], in: folder)
      #expect(check.output == "mine.yaml: ok\n")
      #expect(check.status == 0)
      let again = try BuiltProgram.run(["new", "mine.yaml"], in: folder)
      #expect(again.status == 2)
      #expect(again.errors.contains("mine.yaml is in the way; --force replaces it"))
      let printed = try BuiltProgram.run(["new"], in: folder)
      #expect(
        try printed.output == String(contentsOf: folder.appendingPathComponent("mine.yaml"), encoding: .utf8))
    }
  }

  @Test("Every measure is listed with unit, scope and definition")
  func measures() throws {
    let run = try BuiltProgram.run(["measures", "--json"])
    #expect(run.status == 0)
    let measures = try #require(BuiltProgram.object(run.output)["measures"] as? [[String: Any]])
    #expect(measures.contains { $0["name"] as? String == "patients.treated" })
    #expect(measures.allSatisfy { !($0["definition"] as? String ?? "").isEmpty })
  }

  @Test("A run that is not there is said to be missing")
  func missingRun() throws {
    let run = try BuiltProgram.run(["report", "Runs/none"])
    #expect(run.status == 2)
    #expect(run.errors == "error: there is no run at Runs/none\n")
  }
}
