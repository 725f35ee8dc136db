import PipelineSimulation
import Testing

/// What trainees and newcomers go through, by the defaults of the library.
@Suite("Routes of training: the order of the stages, and what each takes")
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
}
