import Testing

/// Open work is tried in the wrong rooms, alone, and with vessels that stand nowhere.
@Suite struct OpenWorkTests {
  @Test("Open work in a room of grade B with two people is in order, whoever the second is")
  func inOrder() throws {
    #expect(
      try CheckedRoute.findings("- { step: fill, takes: 1 h, work: open, uses: { b: 1, operator: 2 } }") == []
    )
    #expect(
      try CheckedRoute.findings(
        "- { step: fill, takes: 1 h, work: open, uses: { b: 1, operator: 1, verifier: 1 } }") == [])
  }

  @Test("Open work in a room of grade C is refused; with a reason it is accepted")
  func gradeC() throws {
    let step = "- { step: fill, takes: 1 h, work: open, uses: { c: 1, operator: 2 } }"
    #expect(
      try CheckedRoute.findings(step) == [
        "fill/work: 'fill' is open work in 'c': it needs a room of grade A or B, or 'exceptional:' with the reason why grade C will do"
      ])
    let excused =
      "- { step: fill, takes: 1 h, work: open, exceptional: first in man, uses: { c: 1, operator: 2 } }"
    #expect(try CheckedRoute.findings(excused) == [])
  }

  @Test("No reason helps open work in a room without a grade, or in no room")
  func withoutGrade() throws {
    let plain =
      "- { step: fill, takes: 1 h, work: open, exceptional: first in man, uses: { plain: 1, operator: 2 } }"
    #expect(
      try CheckedRoute.findings(plain) == [
        "fill/work: 'fill' is open work in 'plain': it needs a room of grade A or B"
      ])
    let nowhere = "- { step: fill, takes: 1 h, work: open, uses: { incubator: 1, operator: 2 } }"
    #expect(
      try CheckedRoute.findings(nowhere) == [
        "fill/work: 'fill' is open work without a room: it needs a room of grade A or B"
      ])
  }

  @Test("Open work with one person, or nobody, is refused")
  func alone() throws {
    #expect(
      try CheckedRoute.findings("- { step: fill, takes: 1 h, work: open, uses: { b: 1, operator: 1 } }") == [
        "fill/work: 'fill' is open work with one person at it: it needs two, one of whom verifies"
      ])
    #expect(
      try CheckedRoute.findings("- { step: fill, takes: 1 h, work: open, uses: b }") == [
        "fill/work: 'fill' is open work with nobody at it: it needs two, one of whom verifies"
      ])
  }

  @Test("A room that an earlier step keeps is there for open work, until it is freed")
  func keptRoom() throws {
    let route = """
      - { step: open, takes: 1 h, work: open, uses: { b: 1, operator: 2 }, keeps: b }
      - { step: fill, takes: 1 h, work: open, uses: { operator: 2 }, frees: b }
      """
    #expect(try CheckedRoute.findings(route) == [])
    let after = "\n- { step: again, takes: 1 h, work: open, uses: { operator: 2 } }"
    #expect(
      try CheckedRoute.findings(route + after) == [
        "again/work: 'again' is open work without a room: it needs a room of grade A or B"
      ])
  }

  @Test("Closed work needs a device: in grade C it is in order, without a device it is refused")
  func closed() throws {
    #expect(
      try CheckedRoute.findings(
        "- { step: load, takes: 1 h, work: closed, uses: { c: 1, bioreactor: 1, operator: 1 } }")
        == [])
    #expect(
      try CheckedRoute.findings("- { step: load, takes: 1 h, work: closed, uses: { c: 1, operator: 1 } }")
        == [
          "load/work: 'load' is closed work, but it has no device: name the closed system under 'uses:', or keep it from an earlier step"
        ])
  }

  private func between(_ culture: String, keeps: String = "", frees: String = "") -> String {
    """
    - { step: seed, takes: 1 h, work: open, uses: { b: 1, operator: 2 }\(keeps) }
    - { assay: count, takes: 1 h }
    - \(culture)
    - { step: harvest, takes: 1 h, work: open, uses: { b: 1, operator: 2 }\(frees) }
    """
  }

  @Test("Flasks between two open steps stand in a room or a device")
  func vessels() throws {
    let nowhere =
      "expand: the open vessels of 'expand' stand nowhere: let it use or keep a room or a device, such as an incubator"
    #expect(try CheckedRoute.findings(between("{ culture: expand, takes: 5 d }")) == [nowhere])
    #expect(
      try CheckedRoute.findings(between("{ culture: expand, takes: 5 d, uses: operator }")) == [nowhere])
    #expect(try CheckedRoute.findings(between("{ culture: expand, takes: 5 d, uses: incubator }")) == [])
    #expect(
      try CheckedRoute.findings(
        between(
          "{ culture: expand, takes: 5 d }", keeps: ", keeps: { incubator: 1 }", frees: ", frees: incubator"))
        == [])
  }

  @Test("Flasks behind an open step only, or before one, need not be told of")
  func oneSide() throws {
    #expect(
      try CheckedRoute.findings(
        """
        - { culture: before, takes: 5 d }
        - { step: fill, takes: 1 h, work: open, uses: { b: 1, operator: 2 } }
        - { culture: behind, takes: 5 d }
        """) == [])
  }

  @Test("A culture in open vessels is fed in grade B by two")
  func feeding() throws {
    let fed =
      "- { culture: expand, takes: 5 d, work: open, uses: incubator, repeats: { every: 1 d, takes: 1 h, uses: { b: 1, operator: 2 } } }"
    #expect(try CheckedRoute.findings(fed) == [])
    let watched =
      "- { culture: expand, takes: 5 d, work: open, uses: incubator, repeats: { every: 1 d, takes: 1 h, uses: operator } }"
    #expect(try CheckedRoute.findings(watched) == [])
    let wrong =
      "- { culture: expand, takes: 5 d, work: open, uses: incubator, repeats: { every: 1 d, takes: 1 h, uses: { c: 1, operator: 1 } } }"
    #expect(
      try CheckedRoute.findings(wrong) == [
        "expand/repeats: 'expand' is open work in 'c': it needs a room of grade A or B, or 'exceptional:' with the reason why grade C will do",
        "expand/repeats: 'expand' is open work with one person at it: it needs two, one of whom verifies",
      ])
  }

  @Test("A reason for an exception where nothing is open is told")
  func exceptional() throws {
    #expect(
      try CheckedRoute.findings(
        "- { step: load, takes: 1 h, work: closed, exceptional: first in man, uses: { bioreactor: 1 } }") == [
          "load/exceptional: there is no exception to give a reason for: the step does not say 'work: open'"
        ])
  }
}
