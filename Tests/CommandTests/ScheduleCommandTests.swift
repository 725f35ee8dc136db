import Foundation
import Testing

@Suite struct ScheduleCommandTests {
  private static let lab = """
    title: A laboratory with patients
    start: 2026-11-23
    horizon: 2027-02-01
    calendars: { day: { days: mon-fri, hours: 08:00-16:00 } }
    facilities: { lab: { devices: { incubator: { count: 2 } }, people: { operator: { count: 2, calendars: day } } } }
    products:
      cell:
        slots: { weekly: { mon: 1, thu: 1 }, book ahead: 8 wk }
        patients: { arrive: { poisson: 60 / y }, clocks: { death: { hazard: 5 % / 30 d } } }
        route:
          - { step: board, takes: { exponential: 5 d } }
          - { book: slot }
          - { step: collect, on: booked day, takes: 2 h, uses: operator, marks: collection }
          - { culture: grow, takes: { triangular: [3 d, 5 d, 9 d] }, uses: incubator }
          - { infuse: infusion, on: booked day + 6 d, takes: 1 h, uses: operator }
    initial state:
      patients:
        - { id: P-1, product: cell, referred: 2026-11-02, collected: 2026-11-19, in: grow, since: 2026-11-19 12:00, booked: 2026-11-19 }
        - { id: P-2, product: cell, referred: 2026-11-09, booked: 2026-11-26 }
        - { id: P-3, product: cell, referred: 2026-11-12, waits for: slot }

    """

  private func inFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    try BuiltProgram.inFolder { folder in
      try Self.lab.write(to: folder.appendingPathComponent("lab.yaml"), atomically: true, encoding: .utf8)
      return try body(folder)
    }
  }

  private func text(_ name: String, _ folder: URL) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  @Test("A run prints the schedule of the coming weeks, and writes it as a file and as a chart")
  func run() throws {
    try inFolder { folder in
      let run = try BuiltProgram.run(
        ["run", "lab.yaml", "--replications", "40", "--schedule", "4wk", "-o", "out"], in: folder)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.contains("Schedule of the coming weeks"))
      let csv = try text("out/schedule.csv", folder)
      // Six days after a Monday nobody infuses, so P-3 gets a Thursday. Dates that were given stand; P-2 begins on her day whatever happens to the cells of others.
      #expect(csv.contains("cell P-2,cell,,,collect,2026-11-26,yes,1,"))
      #expect(csv.contains("cell P-1,cell,,,infusion,2026-11-25,yes,1,"))
      #expect(csv.contains("cell P-3,cell,,,collect,2026-12-03,yes,1,1,2026-12-03,2026-12-03,2026-12-03,0,"))
      #expect(csv.contains("--schedule 4wk"))
      let page = try text("out/report.html", folder)
      #expect(page.contains("<title>simulated: cell P-2, collect: planned 26 Nov 2026"))
    }
  }

  @Test("Schedule, report and every table have the same bytes at any number of jobs, interrupted or not")
  func jobs() throws {
    try inFolder { folder in
      for (jobs, name) in [("1", "one"), ("2", "two")] {
        for replications in jobs == "2" ? ["5", "24"] : ["24"] {
          let run = try BuiltProgram.run(
            [
              "run", "lab.yaml", "--replications", replications, "--schedule", "4wk", "--jobs", jobs, "-o",
              name, "-q",
            ], in: folder)
          #expect(run.status == 0, "\(run.errors)")
        }
      }
      for file in ["schedule.csv", "estimates.csv", "estimates.json", "report.html"] {
        #expect(try text("one/\(file)", folder) == text("two/\(file)", folder), "\(file)")
      }
    }
  }

  @Test("A report made again has the schedule, without running anything")
  func again() throws {
    try inFolder { folder in
      let run = try BuiltProgram.run(
        ["run", "lab.yaml", "--replications", "12", "--schedule", "4wk", "-o", "out", "-q"], in: folder)
      #expect(run.status == 0, "\(run.errors)")
      let (page, csv) = try (text("out/report.html", folder), text("out/schedule.csv", folder))
      for name in ["report.html", "schedule.csv"] {
        try FileManager.default.removeItem(at: folder.appendingPathComponent("out/\(name)"))
      }
      let report = try BuiltProgram.run(["report", "out"], in: folder)
      #expect(report.status == 0, "\(report.errors)")
      #expect(report.output.contains("Schedule of the coming weeks"))
      #expect(try text("out/report.html", folder) == page)
      #expect(try text("out/schedule.csv", folder) == csv)
    }
  }

  @Test("A window that is none is told", arguments: ["0wk", "8", "9 y"])
  func window(text: String) throws {
    try inFolder { folder in
      let run = try BuiltProgram.run(["run", "lab.yaml", "--schedule", text], in: folder)
      #expect(run.status == 64)
      #expect(run.errors.contains("--schedule needs a length of time up to two years, such as '8wk'"))
    }
  }
}
