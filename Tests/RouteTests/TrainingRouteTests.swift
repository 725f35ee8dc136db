import PipelineSimulation
import Testing

/// What trainees and newcomers go through, by the defaults of the library.
@Suite("Routes of training: the order of the stages, what each takes, and how many come through")
struct TrainingRouteTests {
  @Test("A newcomer: two weeks of basics, three gowning sessions, a trainer once a week, a media fill last")
  func qualification() throws {
    let line = try LibraryLine(
      "learn: { purpose: training run, route: [ { include: { file: gmp-qualification.yaml, with: { not signed off: 0, gowning failed: 0 } } } ] }",
      training: "course: { intake: { cohort: 6, at: 2026-01-05 }, through: learn }", until: "2027-06-01")
    let stages = ["first gowning", "second gowning", "third gowning", "media fill"]
    #expect(line.sum("training.completed") == 6)
    let basics = line.hours(from: ("starts", "GMP basics"), to: ("ends", "GMP basics"))
    #expect(basics == Array(repeating: 336.0, count: 6))
    for (earlier, later) in zip(stages, stages.dropFirst()) {
      let hours = line.hours(from: ("ends", earlier), to: ("starts", later))
      #expect(hours.count == 6, "\(earlier), \(later)")
      #expect(hours.allSatisfy { $0 >= 5 * 24 }, "\(earlier), \(later)")
    }
    // As many days with the trainer as whole weeks, but for those that a busy trainer puts off.
    let weeks = line.hours(from: ("starts", "supervised work"), to: ("ends", "supervised work")).map {
      Int($0 / 168)
    }
    let days = line.lines.count { $0.event == "ends" && $0.place.hasPrefix("supervised work/") }
    let planned = weeks.reduce(0, +)
    #expect(weeks.count == 6)
    #expect((planned - 6...planned + 6).contains(days), "\(days) days in \(planned) weeks")
    let incubated = line.hours(from: ("ends", "media fill"), to: ("ends", "incubation"))
    #expect(incubated.allSatisfy { abs($0 - 336) < 1e-6 })
  }

  @Test("Whoever fails in gowning comes back to it, and four failures end the qualification")
  func gowning() throws {
    let line = try LibraryLine(
      "learn: { purpose: training run, route: [ { include: { file: gmp-qualification.yaml, with: { gowning failed: 1 } } } ] }",
      training: "course: { intake: { cohort: 3, at: 2026-01-05 }, through: learn }", until: "2026-12-01")
    #expect(line.all("starts", "first gowning").count == 12)
    #expect(line.sum("runs.failed", [.reason: .name("gowning")]) == 3)
    #expect(line.sum("training.dropped") == 3)
  }

  @Test("Thirty who share ten benches for the rotation are later than thirty who have one each")
  func benches() throws {
    func years(_ bench: String) throws -> Double {
      let line = try LibraryLine(
        "phd: { purpose: training run, route: [ { include: { file: doctoral-training.yaml, with: { rotation place: \(bench) } } } ] }",
        training: "doctoral: { intake: { cohort: 30, at: 2026-01-05 }, through: phd }", until: "2031-01-01")
      return line.sum("training.completed")
    }
    #expect(try years("rotation-place") < years("course-place"))
  }

  @Test("Doctorates: 11, 39 and 79 of 100 entrants within four, five and seven years, 85 in the end")
  func doctorates() throws {
    let line = try LibraryLine(
      "phd: { purpose: training run, route: [ { include: { file: doctoral-training.yaml, with: { rotation place: course-place } } } ] }",
      training: "doctoral: { intake: { cohort: 30, at: 2026-01-05 }, through: phd }", until: "2042-01-01",
      replications: 40)
    let entered = line.sum("training.entered")
    #expect(entered == 1_200)
    func completed(by year: Int) -> Double {
      (2026...year).reduce(0) { $0 + line.sum("training.completed", [.year: .number($1)]) } / entered
    }
    // Within 3.9 standard deviations (one in ten thousand) of the shares of the fit; half a year more is not.
    #expect(abs(completed(by: 2029) - 0.115) < 0.037)
    #expect(abs(completed(by: 2030) - 0.395) < 0.056)
    #expect(abs(completed(by: 2032) - 0.786) < 0.047)
    #expect(abs(completed(by: 2041) - 0.85) < 0.041)
  }

  @Test(
    "The master's block: four courses in a row, of which 80 of 100 complete all; a fellow takes two to four years"
  )
  func blockAndFellows() throws {
    let line = try LibraryLine(
      """
      block: { purpose: training run, route: [ { include: { file: masters-block.yaml } } ] }
      postdoc: { purpose: training run, route: [ { include: { file: postdoc.yaml } } ] }
      """,
      training: """
        block: { intake: { cohort: 40, at: 2026-01-05 }, through: block }
        fellows: { intake: { cohort: 4, at: 2026-01-05 }, through: postdoc }
        """, until: "2031-01-01", replications: 30)
    let completed = line.sum("training.completed", [.programme: .name("block")])
    #expect(abs(completed / 1_200 - 0.8) < 0.045)
    #expect(line.sum("training.completed", [.programme: .name("fellows")]) == 120)
    let fellows = line.hours(from: ("starts", "research"), to: ("ends", "industry placement"))
    #expect(fellows.count == 120)
    #expect(fellows.allSatisfy { (2 * 8_766 - 1...4 * 8_766 + 1).contains($0) })
  }
}
