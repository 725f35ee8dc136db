import PipelineModel
import Testing

@Suite struct QueueTests {
  @Test("The file and the builder say the same M/M/1 queue")
  func singleServer() throws {
    try expectSame(
      """
      title: M/M/1
      start: 2024-01-01
      horizon: 40000 h
      warm up: 2000 h
      tick: 1 us
      run: { replications: 20, seed: 7 }
      facilities: { shop: { devices: { server: { count: 1 } } } }
      products:
        job:
          patients: { arrive: { poisson: 0.8 / h } }
          route:
            - step: serve
              takes: { exponential: 1 h }
              uses: { server: 1 }
      """,
      Scenario(
        "M/M/1", start: "2024-01-01", horizon: .hours(40_000), warmUp: .hours(2_000), tick: .microsecond,
        run: RunDefaults(replications: 20, seed: 7)
      ) {
        Facility("shop") { Device("server", count: 1) }
        Product("job") {
          Patients(.poisson(.perHour(0.8)))
          Route { Step("serve", takes: .exponential(.hours(1))).uses("server") }
        }
      })
  }

  @Test("The file and the builder say the same lines: patience, balking, blocking, preemption, rework")
  func lines() throws {
    try expectSame(
      """
      title: Lines
      start: 2024-01-01
      horizon: 2030-01-01
      facilities:
        shop:
          devices:
            a: { count: { 0 h: 1, 1 h: 3 } }
            b:
              count: 2
              breaks: { after: { exponential: 90 d }, counting: use, mend: 2 d, uses: { technician: 1 }, then: restart }
          people:
            technician: { count: 1 }
      products:
        job:
          priority: 1
          patients: { arrive: { every: 7 h }, at most: 4, each: 2, order: due date, due: { uniform: [1 d, 2 d] } }
          route:
            - { step: one, takes: 11 h, uses: a, line: { patience: 3 h, then: { lose: tired } }, interruptible: resume }
            - { step: two, takes: { pert: [1 h, 2 h, 4 h] }, uses: { a: 1, b: 2 }, line: { at most: 0, when full: blocks } }
            - { gather: run, of: 3, or after: 10 h }
            - { delay: each, takes: { weibull: { shape: 1.5, scale: 3 h } } }
            - separate: members
            - { step: check, takes: 0.5 h, fails: [ { what: x, probability: 0.2, then: { again from: one } }, { on attempts: [1], then: repeat, attempts: 2, else: { lose: no product } } ] }
            - { choose: bridging, arms: [ { probability: 0.3, route: [ { step: bridge, takes: 7 d } ] }, { name: second, probability: 0.2 } ] }
            - { parallel: tests, branches: { x: [ { assay: x test, takes: 7 d } ], y: [ { assay: y test, takes: 2 d, hands on: 8 h } ] } }
            - leave: treated
      """,
      Scenario("Lines", start: "2024-01-01", horizon: "2030-01-01") {
        Facility("shop") {
          Device("a", count: [.hours(0): 1, .hours(1): 3])
          Device("b", count: 2)
            .breaks(
              after: .exponential(.days(90)), counting: .use, mend: .days(2), uses: ["technician": 1],
              then: .restart)
          People("technician", count: 1)
        }
        Product("job", priority: 1) {
          Patients(.every(.hours(7))).atMost(4).each(2).order(.dueDate).due(.uniform(.days(1), .days(2)))
          Route {
            Step("one", takes: .hours(11)).uses("a").line(patience: .hours(3), then: .lose("tired"))
              .interruptible(.resume)
            Step("two", takes: .pert(.hours(1), .hours(2), .hours(4))).uses("a").uses("b", 2)
              .line(atMost: 0, whenFull: .blocks)
            Gather("run", of: 3, orAfter: .hours(10))
            Delay("each", takes: .weibull(shape: 1.5, scale: .hours(3)))
            Separate("members")
            Step("check", takes: .hours(0.5))
              .fails(0.2, what: "x", then: .againFrom("one"))
              .fails(onAttempts: [1], then: .repeatStep, attempts: 2, otherwise: .lose("no product"))
            Choose("bridging") {
              Arm(0.3) { Step("bridge", takes: .days(7)) }
              Arm(0.2, name: "second")
            }
            Parallel("tests") {
              Branch("x") { Assay("x test", takes: .days(7)) }
              Branch("y") { Assay("y test", takes: .days(2)).handsOn(.hours(8)) }
            }
            Leave("treated")
          }
        }
      })
  }

  @Test("Loops, conditions and shared pieces of a route build the same value as the parts written out")
  func control() {
    func wash(_ times: Int) -> Route {
      Route { for time in 1...times { Step("wash \(time)", takes: .hours(1)).source("log", on: "takes") } }
    }
    func scenario(isLong: Bool) -> Scenario {
      Scenario("Control", start: "2024-01-01", horizon: .years(1)) {
        if isLong { Site("lund") } else { Site("leiden") }
        for name in ["a", "b"] { Facility(name) { Room("room", count: 1) } }
        Product("cells") {
          Route {
            wash(2)
            if isLong { Delay("rest", takes: .hours(2)) }
          }
        }
      }
    }
    let long = scenario(isLong: true)
    #expect(long.sites.map(\.name) == ["lund"])
    #expect(long.facilities.map(\.name) == ["a", "b"])
    #expect(
      long.products[0].route == [
        .step(Step("wash 1", takes: .hours(1))), .step(Step("wash 2", takes: .hours(1))),
        .step(Step("rest", kind: .delay, takes: .hours(2))),
      ])
    #expect(
      long.provenance.map(\.path) == [
        "products/cells/route/wash 1/takes", "products/cells/route/wash 2/takes",
      ])
    #expect(scenario(isLong: false).sites.map(\.name) == ["leiden"])
    #expect(scenario(isLong: false).products[0].route.count == 2)
  }
}
