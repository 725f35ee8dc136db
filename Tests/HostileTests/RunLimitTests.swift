import PipelineSimulation
import Testing

@Suite struct RunLimitTests {
  static let tooManyLines: [HostileLine] = [
    HostileLine("a group of a million", demand: ", each: 1000000"),
    HostileLine("a group of a quintillion", demand: ", each: 1e18"),
    HostileLine(
      "a split of a split",
      route: [
        HostileLine.serve, "{ split: s, into: 10000 }", "{ split: t, into: 10000 }",
        "{ delay: rest, takes: 1 d }",
      ]),
    HostileLine(
      "a split into ten thousand and one", route: ["{ split: s, into: 10001 }", HostileLine.serve]),
    HostileLine(
      "a million orders at once",
      stocks: "{ initial: 0 kits, reorder: { at: 1000000 kits, quantity: 1 kits, after: 1 d } }",
      route: ["{ step: serve, takes: 1 h, uses: { bench: 1, spare: 1 }, consumes: kit }"]),
  ]

  @Test("More entities than the documented limit end a run as a runaway model", arguments: tooManyLines)
  func tooMany(line: HostileLine) {
    guard case .ran(.runaway) = line.end() else {
      Issue.record("\(line.end())")
      return
    }
  }

  @Test("What is made within one event counts towards the limit of events, so that it bounds the work")
  func crowds() {
    let split = HostileLine("children", arrive: "{ poisson: 1000 / h }", route: ["{ split: s, into: 1000 }"])
    let group = HostileLine(
      "groups", arrive: "{ poisson: 1000 / h }", demand: ", each: 1000", route: ["{ leave: now }"])
    for line in [split, group] {
      guard case .ran(.eventLimit) = line.end() else {
        Issue.record("\(line.name): \(line.end())")
        continue
      }
    }
  }

  @Test("Thousands of parts that wait for one lot are searched once for a circle of waiting, and not each")
  func partsOfOneLot() {
    let line = HostileLine(
      "parts", stocks: "{ initial: 0 kits, reorder: { at: 0 kits, quantity: 5000 kits, made by: kit-lot } }",
      arrive: "{ at: [2024-01-02] }",
      route: ["{ split: s, into: 5000 }", "{ step: use, takes: 1 h, uses: { spare: 1 }, consumes: kit }"],
      others: """
          kit-lot:
            route:
              - { make: lot }
              - { step: fill, takes: 3 d, uses: { bench: 1 } }
              - { store: kit, yields: 5000 }
          other:
            patients: { arrive: { at: [2024-01-01] } }
            route: [ { step: block, takes: 20 d, uses: { bench: 1 } } ]
        """)
    #expect(line.end() == .ran(.horizonReached))
  }

  static let lostAtOnce: [HostileLine] = [
    HostileLine("a split", route: ["{ split: s, into: 3 }", "{ leave: gone }", HostileLine.serve]),
    HostileLine(
      "a split of batches",
      route: [
        "{ step: collect, takes: 1 h, marks: collection }", "{ split: s, into: 3 }",
        "{ make: batch, attempts: 1 }",
        "{ step: serve, takes: 1 h, uses: { bench: 1, spare: 1 }, fails: { probability: 0.5, then: remake } }",
      ]),
    HostileLine(
      "a branch",
      route: [
        "{ parallel: p, branches: { a: [ { leave: gone } ], b: [ \(HostileLine.serve) ] } }",
        HostileLine.rest,
      ]),
    HostileLine(
      "work beside a step",
      route: [
        "{ step: serve, takes: 1 h, uses: { bench: 1, spare: 1 }, meanwhile: [ { leave: gone } ] }",
        HostileLine.rest,
      ]),
    HostileLine(
      "a group of one patient's parts, turned away", arrive: "{ poisson: 30 / d }",
      route: [
        "{ split: s, into: 3 }", "{ gather: g, of: 3 }",
        "{ step: serve, takes: 1 h, uses: { bench: 1, spare: 1 }, line: { at most: 0, when full: leaves } }",
      ]),
    HostileLine(
      "a group of one patient's parts that ends",
      route: ["{ split: s, into: 3 }", "{ gather: g, of: 3 }", HostileLine.serve]),
    HostileLine(
      "members of a group",
      route: ["{ gather: g, of: 2 }", "{ separate: members }", "{ leave: gone }", HostileLine.serve]),
  ]

  @Test(
    "Whoever loses the patient at once takes all others with him, and the run goes on", arguments: lostAtOnce)
  func lost(line: HostileLine) {
    switch line.end() {
    case .refused(let sentence): Issue.record("\(sentence)")
    case .ran(.horizonReached): break
    case let end: Issue.record("\(end)")
    }
  }

  static let unendingLines: [HostileLine] = [
    HostileLine(
      "repeat", route: ["{ step: a, fails: { probability: 0.999999, then: repeat } }", HostileLine.serve]),
    HostileLine(
      "too late at once",
      route: [
        "{ delay: a, takes: 1 h }", "{ hold: h, at most: 1 us, then: { again from: a } }",
        "{ step: serve, takes: 10 d, uses: { bench: 1, spare: 1 } }",
      ]),
    HostileLine(
      "no patience", arrive: "{ poisson: 10 / h }",
      route: [
        "{ step: serve, takes: 10 d, uses: { bench: 1, spare: 1 }, line: { patience: 0 h, then: repeat } }"
      ]),
    HostileLine(
      "units that break as soon as they are mended", bench: "{ count: 5, breaks: { after: 0 h, mend: 0 h } }"),
    HostileLine(
      "lots that expire at once",
      stocks: "{ initial: 5 kits, shelf life: 1 us, reorder: { at: 1 kits, up to: 5 kits, after: 0 h } }",
      route: ["{ step: serve, takes: 1 h, uses: { bench: 1, spare: 1 }, consumes: kit }"]),
    HostileLine(
      "deliveries that fail at once",
      stocks: "{ initial: 0 kits, reorder: { at: 1 kits, up to: 5 kits, after: 0 h, fails: 0.999999 } }",
      route: ["{ step: serve, takes: 1 h, uses: { bench: 1, spare: 1 }, consumes: kit }"]),
  ]

  @Test("A loop in which no time passes is refused or ends at the limit of events", arguments: unendingLines)
  func unending(line: HostileLine) {
    switch line.end() {
    case .refused(let sentence): #expect(!sentence.isEmpty)
    case .ran(.eventLimit), .ran(.endless): break
    case let end: Issue.record("\(end)")
    }
  }

  static let extremeLines: [HostileLine] = [
    HostileLine(
      "spans near the end of the clock", horizon: "10000 y", arrive: "{ every: 1 y }",
      route: [
        "{ delay: d, takes: 140000000 y }",
        "{ step: serve, takes: 140000000 y, uses: { bench: 1, spare: 1 } }",
      ]),
    HostileLine(
      "a full shelf", horizon: "10 y", stocks: "{ initial: 0 kits }", arrive: "{ every: 1 s }",
      route: ["{ store: kit, yields: 1000000 }", "{ step: serve, takes: 1 s, uses: { bench: 1, spare: 1 } }"]),
    HostileLine(
      "a way out of the second stage",
      route: [
        "{ make: b }",
        "{ release: r, stage 1: [ { delay: x, takes: 1 h } ], stage 2: [ { step: u, takes: 1 h, "
          + "fails: { probability: 0.9, then: { again from: serve } } } ] }", HostileLine.serve,
      ]),
    HostileLine(
      "attempts that send back to themselves",
      route: [
        "{ make: m, attempts: 1, else: collect again }",
        "{ step: a, fails: { probability: 0.9, then: remake } }",
        HostileLine.serve,
      ]),
    HostileLine(
      "a release that remakes at once",
      route: [
        "{ make: b }",
        "{ release: r, stage 1: [], out of specification: { probability: 0.9, else: remake } }",
        HostileLine.serve,
      ]),
    HostileLine(
      "a split before a gathering",
      route: [
        "{ split: s, into: 3 }", "{ gather: g, of: 2 }", HostileLine.serve, "{ separate: x }",
        "{ leave: treated }",
      ]),
  ]

  @Test("The extreme ends in a diagnostic or a result", arguments: extremeLines)
  func extreme(line: HostileLine) {
    if case .refused(let sentence) = line.end() { #expect(!sentence.isEmpty) }
  }
}
