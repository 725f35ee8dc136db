import PipelineSimulation
import Testing

/// How many come through the routes of training, and when, by the defaults of the library.
@Suite("Shares of the routes of training") struct TrainingRouteValidationTests {
  /// Shares of 1,200 entrants who have the degree after four, five, seven and sixteen years.
  private func degrees(_ with: String = "") throws -> [Double] {
    let line = try LibraryLine(
      "phd: { purpose: training run, route: [ { include: { file: doctoral-training.yaml, with: { rotation place: course-place\(with) } } } ] }",
      training: "doctoral: { intake: { cohort: 30, at: 2026-01-05 }, through: phd }", until: "2042-01-01",
      replications: 40)
    let entered = line.sum("training.entered")
    #expect(entered == 1_200)
    return [2029, 2030, 2032, 2041].map { last in
      (2026...last).reduce(0) { $0 + line.sum("training.completed", [.year: .number($1)]) } / entered
    }
  }

  /// Within 3.9 standard deviations (one in ten thousand) of the shares of the fit.
  private func fits(_ shares: [Double]) -> Bool {
    zip(shares, [0.115, 0.395, 0.786, 0.85]).allSatisfy { share, fit in
      abs(share - fit) <= 3.9 * (fit * (1 - fit) / 1_200).squareRoot()
    }
  }

  @Test("Doctorates: 11, 39 and 79 of 100 entrants within four, five and seven years, 85 in the end")
  func doctorates() throws {
    let shares = try degrees()
    #expect(fits(shares), "\(shares)")
    let slower = try degrees(", thesis: { lognormal: { median: 4.32 y, sigma: 0.287 } }")
    #expect(!fits(slower), "half a year more: \(slower)")
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
