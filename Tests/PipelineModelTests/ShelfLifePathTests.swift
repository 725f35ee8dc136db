import PipelineModel
import Quantities
import Randomness
import Testing

/// The shortest way from the start of a shelf life to the infusion, through everything that a route can hold.
@Suite struct ShelfLifePathTests {
  private static func delay(_ name: String, _ hours: Double) throws -> RoutePart {
    .step(Step(name, kind: .delay, takes: try BuiltScenario.hours(hours)))
  }

  /// What the rules say about a shelf life of 10 h with these parts between its start and the infusion.
  private static func findings(_ between: [RoutePart]) throws -> [Finding.Problem] {
    var harvest = Step("harvest", takes: try BuiltScenario.hours(4), uses: [Claim("suite")])
    harvest.startsShelfLife = TimeLimit(.hours(10))
    let route = [.step(harvest)] + between + [.step(Step("infusion", kind: .infuse))]
    return ScenarioRules.findings(in: try BuiltScenario.route(route)).map(\.problem)
  }

  private static func tooShort(_ hours: Double) -> [Finding.Problem] {
    [
      .limitBelowShortest(
        what: "a shelf life", limit: .hours(10), until: "infusion", shortest: hours * 3_600)
    ]
  }

  @Test("Steps one after the other add up, and a way as long as the limit is allowed")
  func steps() throws {
    #expect(try Self.findings([Self.delay("a", 6), Self.delay("b", 4)]) == [])
    #expect(try Self.findings([Self.delay("a", 6), Self.delay("b", 5)]) == Self.tooShort(11))
  }

  @Test("Of parallel branches the longest counts")
  func parallel() throws {
    let tests = ParallelBranches(
      "tests",
      branches: [
        .init(name: "a", route: [try Self.delay("a", 12)]), .init(name: "b", route: [try Self.delay("b", 3)]),
      ])
    #expect(try Self.findings([.parallel(tests)]) == Self.tooShort(12))
  }

  @Test("Of a choice the shortest arm counts, and going straight on where the arms leave room for it")
  func choice() throws {
    func choice(_ second: Double) throws -> RoutePart {
      .choose(
        Choice(
          "way",
          arms: [
            .init(name: "long", probability: 0.4, route: [try Self.delay("long", 20)]),
            .init(name: "short", probability: second, route: [try Self.delay("short", 11)]),
          ]))
    }
    #expect(try Self.findings([choice(0.6)]) == Self.tooShort(11))
    let straight = try Self.findings([choice(0.3)])
    #expect(straight.count == 1)
    #expect(
      straight == [
        .limitBelowMedian(what: "a shelf life", limit: .hours(10), until: "infusion", median: 72_000)
      ])
  }

  @Test("What goes on meanwhile must have ended before the infusion")
  func meanwhile() throws {
    var transport = Step("transport", kind: .delay, takes: try BuiltScenario.hours(2))
    transport.meanwhile = [try Self.delay("papers", 15)]
    #expect(try Self.findings([.step(transport)]) == Self.tooShort(15))
  }

  @Test("A way that a later step shortens by a jump is not judged")
  func jump() throws {
    var check = Step("check", kind: .delay)
    check.passes = PassRule(0.5, otherwise: .goTo("infusion"))
    #expect(try Self.findings([.step(check), Self.delay("a", 20)]) == [])
  }
}
