import PipelineSimulation
import ScenarioFiles
import Testing

/// Circles of waiting that are closed by somebody who comes last to where others like it wait already.
@Suite struct LateCircleTests {
  /// The outcome of one run, and when it ended.
  private func outcome(_ text: String) throws -> RunOutcome {
    let check = ScenarioCheck.check(file: "circle.yaml", files: .memory(["circle.yaml": text]))
    let scenario = try #require(check.scenario, "\(check.report.text())")
    return try Program(compiling: scenario).replicate(0, seed: 1).outcome
  }

  @Test("The last lot that still grew closes the circle when it comes to where the others wait")
  func lots() throws {
    let outcome = try outcome(
      """
      title: lots
      start: 2026-01-05
      horizon: 3 y
      facilities: { lab: { rooms: { room: { count: 1 } } } }
      stocks:
        kit: { initial: 2 kits, reorder: { at: 1 kits, quantity: 1 kits, made by: kits } }
      products:
        cells:
          patients: { arrive: { at: [ 2028-10-10, 2028-10-11, 2028-10-12 ] } }
          route:
            - { step: prepare, takes: 2 h, uses: room, keeps: room }
            - { step: use, takes: 2 h, consumes: { kit: 1 }, frees: room }
        kits:
          route:
            - make: lot
            - { delay: grow, takes: { uniform: [ 10 d, 40 d ] } }
            - { step: fill, takes: 2 h, uses: room }
            - { store: kit, yields: 1 }

      """)
    guard case .deadlock(let seconds, _) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    // While they grew there was hope; then there was none, long before the end.
    #expect(seconds / 86_400 < 1_062)
  }

  @Test("The last part that could have given back what its whole keeps closes the circle")
  func parts() throws {
    let outcome = try outcome(
      """
      title: parts
      start: 2026-01-05
      horizon: 3 y
      facilities: { lab: { rooms: { room: { count: 1 }, x: { count: 1 } } } }
      products:
        a:
          patients: { arrive: { at: [ 2028-10-06 ] } }
          route:
            - { step: prepare, takes: 2 h, uses: room, keeps: room }
            - { split: vials, into: 2 }
            - { delay: grow, takes: { uniform: [ 10 d, 60 d ] } }
            - { step: fill, takes: 2 h, uses: x }
            - { step: end, takes: 1 h, frees: room }
        b:
          patients: { arrive: { at: [ 2028-10-07 ] } }
          route:
            - { step: s1, takes: 2 h, uses: x, keeps: x }
            - { step: s2, takes: 2 h, uses: room, frees: x }

      """)
    guard case .deadlock(let seconds, _) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(seconds / 86_400 < 1_080)
  }
}
