import Testing

/// Conditioning without a back-up graft is tried by every way round it.
@Suite struct RequirementTests {
  private let graft = "- { step: freeze the graft, takes: 3 h }"
  private let conditioning = "- { delay: conditioning, takes: 4 d, requires: freeze the graft }"
  private let refused = [
    "conditioning/requires: 'conditioning' requires 'freeze the graft', but can be come to without it: put it on every way that leads here, and let it end before"
  ]

  private func findings(_ entries: String...) throws -> [String] {
    try CheckedRoute.findings(entries.joined(separator: "\n"))
  }

  @Test("What stands before it on the only way is behind")
  func inOrder() throws { #expect(try findings(graft, conditioning) == []) }

  @Test("What stands after it is not, and a step is not behind itself")
  func after() throws {
    #expect(try findings(conditioning, graft) == refused)
    let itself = "- { delay: conditioning, takes: 4 d, requires: conditioning }"
    #expect(try findings(itself).count == 1)
  }

  @Test("An arm of a choice may be passed by; all arms may not")
  func arms() throws {
    let one =
      "- choose: way\n  arms: [ { name: a, probability: 0.5, route: [ { step: freeze the graft, takes: 3 h } ] } ]"
    #expect(try findings(one, conditioning) == refused)
    let all =
      "- choose: way\n  arms: [ { name: a, probability: 1, route: [ { step: freeze the graft, takes: 3 h } ] } ]"
    #expect(try findings(all, conditioning) == [])
  }

  @Test("A failure that goes on elsewhere leads past it")
  func goTo() throws {
    let risky = "- { step: collect, takes: 1 h, fails: { probability: 0.1, then: { go to: conditioning } } }"
    #expect(try findings(risky, graft, conditioning) == refused)
    let harmless = "- { step: collect, takes: 1 h, fails: { probability: 0.1, then: repeat, attempts: 2 } }"
    #expect(try findings(harmless, graft, conditioning) == [])
  }

  @Test("A parallel branch is behind when the branches have ended, not beside another branch")
  func parallel() throws {
    let both =
      "- parallel: both\n  branches: { left: [ { step: freeze the graft, takes: 3 h } ], right: [ { step: rest, takes: 1 h } ] }"
    #expect(try findings(both, conditioning) == [])
    let beside =
      "- parallel: both\n  branches: { left: [ { step: freeze the graft, takes: 3 h } ], right: [ { delay: conditioning, takes: 4 d, requires: freeze the graft } ] }"
    #expect(try findings(beside) == refused.map { "both/branches/right/\($0)" })
  }

  @Test("What goes on meanwhile is behind only after something has waited for it")
  func meanwhile() throws {
    let culture =
      "- { culture: stimulate, takes: 1 d, meanwhile: [ { step: freeze the graft, takes: 3 h } ] }"
    #expect(try findings(culture, conditioning) == refused)
    #expect(try findings(culture, "- { certify: release, takes: 1 h }", conditioning) == [])
    #expect(try findings(culture, "- { infuse: infusion, takes: 1 h, requires: freeze the graft }") == [])
  }

  @Test("Stage 2 of a release is never behind what follows")
  func stage2() throws {
    let release =
      "- release: release\n  stage 1: [ { certify: first, takes: 1 h } ]\n  stage 2: [ { step: freeze the graft, takes: 3 h } ]"
    #expect(try findings(release, conditioning) == refused)
  }

  @Test("A requirement that no entry is called by is a misspelt name")
  func unknown() throws {
    #expect(
      try findings("- { delay: conditioning, takes: 4 d, requires: freeze a graft }") == [
        "conditioning/requires: the route has no entry 'freeze a graft'"
      ])
  }
}
