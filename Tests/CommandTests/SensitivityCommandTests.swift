import Foundation
import Testing

@Suite struct SensitivityCommandTests {
  private static let clinic = """
    title: A clinic with ranges
    start: 2025-01-01
    horizon: 2027-01-01
    calendars: { day: { days: mon-fri, hours: 08:00-16:00 } }
    facilities:
      clinic:
        rooms:
          suite: { count: 1, range: [1, 2], assumption: one is built }
          store: { count: 2, range: [1, 4], assumption: nobody uses it }
        people:
          operator: { count: 2, calendars: day, attrition: 10 % / y, hire after: 8 wk }
    products:
      graft:
        made at: clinic
        patients:
          arrive: { poisson: 60 / y, range: [30 / y, 90 / y], source: a survey }
          clocks: { death: { hazard: 5 % / 30 d, assumption: a guess } }
        route:
          - { step: grow, takes: { fixed: 5 d, range: [3 d, 8 d], assumption: a guess }, uses: { suite: 1, operator: 2 } }
    training:
      course:
        intake: { poisson: 2 / y }
        takes: 6 mo
        becomes: { clinic/operator: 0.5, range: [0.2, 1.2], assumption: half }

    """

  private func inFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    try BuiltProgram.inFolder { folder in
      try Self.clinic.write(
        to: folder.appendingPathComponent("clinic.yaml"), atomically: true, encoding: .utf8)
      return try body(folder)
    }
  }

  private func numbers(_ object: [String: Any]) throws -> [String: [String: Any]] {
    let list = try #require(object["numbers"] as? [[String: Any]])
    return Dictionary(list.compactMap { number in (number["title"] as? String).map { ($0, number) } }) {
      first, _ in first
    }
  }

  private func difference(_ number: [String: Any]?, _ end: String) throws -> [String: Any] {
    let ends = try #require(number?[end] as? [String: Any])
    return try #require((ends["differences"] as? [[String: Any]])?.first)
  }

  @Test(
    "Each range is tried at both ends; what nothing reads differs by exactly 0; an end that is not valid is told"
  )
  func study() throws {
    try inFolder { folder in
      let run = try BuiltProgram.run(
        ["sensitivity", "clinic.yaml", "--replications", "20", "--json", "-o", "out"], in: folder)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.errors.contains("5 ranges: 11 runs of 20 replications"))
      let object = try BuiltProgram.object(run.output)
      #expect(object["schema"] as? String == "atmpsim.sensitivity/1")
      let numbers = try numbers(object)
      #expect(numbers.count == 5)
      for end in ["low", "high"] {
        let store = try difference(numbers["count · clinic store"], end)
        #expect(store["difference"] as? Double == 0 && store["verdict"] as? String == "the same")
        #expect(store["low"] as? Double == 0 && store["high"] as? Double == 0)
      }
      let arrivals = numbers["patients arrive · graft"]
      #expect(try difference(arrivals, "low")["verdict"] as? String == "fewer")
      #expect(arrivals?["restsOn"] as? String == "source")
      // The smaller bound is what the scenario has.
      #expect(try difference(numbers["count · clinic suite"], "low")["difference"] as? Double == 0)
      #expect(try difference(numbers["count · clinic suite"], "high")["verdict"] as? String == "more")
      let entries = try #require(numbers["becomes · course clinic/operator"])
      let high = try #require(entries["high"] as? [String: Any])
      #expect((high["notRunBecause"] as? String)?.contains("from 0 to 1") == true)
      #expect((high["differences"] as? [Any])?.isEmpty == true)
      #expect(try difference(entries, "low")["measure"] as? String == "patients.treated")
      let figures = try #require(object["figures"] as? [[String: Any]])
      #expect(figures.map { $0["measure"] as? String } == ["patients.treated", "staff.qualified"])
      for (name, words) in [
        ("sensitivity.html", "it is no finding"), ("sensitivity.csv", "a survey"),
        ("sensitivity.json", "atmpsim.sensitivity/1"),
      ] {
        let text = try String(contentsOf: folder.appendingPathComponent("out/\(name)"), encoding: .utf8)
        #expect(text.contains(words), "\(name)")
      }
    }
  }

  @Test("An end is what 'run' gives with the same --set, seed and replications")
  func reproduced() throws {
    try inFolder { folder in
      let study = try BuiltProgram.run(
        ["sensitivity", "clinic.yaml", "--replications", "12", "--only", "products", "--json", "-o", "out"],
        in: folder)
      let figure = try #require((BuiltProgram.object(study.output)["figures"] as? [[String: Any]])?.first)
      let base = try #require(figure["value"] as? Double)
      let number = try #require(numbers(BuiltProgram.object(study.output))["takes · graft grow"] ?? nil)
      let set = try #require((number["high"] as? [String: Any])?["set"] as? [String])
      #expect(set == ["products.graft.route.grow.takes={ fixed: 8 d }"])
      let run = try BuiltProgram.run(
        ["run", "clinic.yaml", "--replications", "12", "--set", set[0], "--json", "-o", "run"], in: folder)
      let rows = try #require(BuiltProgram.object(run.output)["estimates"] as? [[String: Any]])
      let treated = try #require(
        rows.first {
          $0["measure"] as? String == "patients.treated" && ($0["scope"] as? [String: Any])?.isEmpty == true
        })
      let mean = try #require(treated["mean"] as? Double)
      let differs = try #require(difference(number, "high")["difference"] as? Double)
      #expect(abs(mean - base - differs) < 1e-9)
    }
  }

  @Test("Results do not depend on the number of jobs, and the same command writes the same bytes")
  func jobs() throws {
    try inFolder { folder in
      let outputs = try ["1", "3"].map { jobs in
        let run = try BuiltProgram.run(
          [
            "sensitivity", "clinic.yaml", "--replications", "8", "--jobs", jobs, "-o", "out\(jobs)",
            "--measure", "staff.qualified,role=operator,year=2026", "--measure",
            "time.in-system,product=graft,statistic=p90",
          ], in: folder)
        #expect(run.status == 0, "\(run.errors)")
        return [run.output]
          + (try ["json", "csv", "html"].map {
            try String(
              contentsOf: folder.appendingPathComponent("out\(jobs)/sensitivity.\($0)"), encoding: .utf8)
          })
      }
      #expect(outputs[0] == outputs[1])
      #expect(outputs[0][0].contains("staff qualified, role operator, year 2026"))
    }
  }

  @Test("A measure that the scenario has not, and paths without a range, are told before anything runs")
  func refused() throws {
    try inFolder { folder in
      func errors(_ arguments: String...) throws -> (Int32, String) {
        let run = try BuiltProgram.run(["sensitivity", "clinic.yaml", "-o", "out"] + arguments, in: folder)
        return (run.status, run.errors)
      }
      let unknown = try errors("--measure", "patients.cured")
      #expect(unknown.0 == 2 && unknown.1.contains("no measure 'patients.cured'"))
      let year = try errors("--measure", "patients.treated,year=2030")
      #expect(year.0 == 2 && year.1.contains("it is for 2025, 2026"))
      let together = try errors("--measure", "time.in-system,year=2025")
      #expect(together.0 == 2)
      let nothing = try errors("--only", "stocks")
      #expect(nothing.0 == 2 && nothing.1.contains("at or below 'stocks' has a range"))
      let key = try errors("--measure", "patients.treated,town=lund")
      #expect(key.0 == 64 && key.1.contains("a scope has no key 'town'"))
      #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("out").path))
    }
  }

  @Test("Interrupted, it reports the ranges that are complete and exits with 130")
  func interrupted() throws {
    try inFolder { folder in
      let run = try BuiltProgram.run(
        ["sensitivity", "clinic.yaml", "--replications", "200000", "-o", "out"], in: folder,
        interruptedAfter: 3)
      #expect(run.status == 130, "\(run.errors)")
      #expect(run.errors.contains("interrupted"))
    }
  }
}
