import PipelineModel
import Quantities
import Randomness
import Testing

@testable import ScenarioFiles

@Suite struct QueueingScenarioTests {
  static let head = "title: A queue\nstart: 2024-01-01\nhorizon: 40000 h\nwarm up: 2000 h\n"

  @Test("An M/M/c queue is read as the value that the builder spells")
  func multiServer() throws {
    let result = ScenarioReader.read(
      text: Self.head + """
        facilities:
          shop: { devices: { server: { count: 3 } } }
        products:
          job:
            patients: { arrive: { poisson: 2.4 / h } }
            route:
              - step: serve
                takes: { exponential: 1 h }
                uses: { server: 1 }
        """)
    #expect(result.report().text() == "")
    let scenario = try #require(result.scenario)
    var built = Scenario(
      title: "A queue", start: CivilInstant(try #require(CivilDate("2024-01-01"))),
      horizon: .afterStart(.hours(40_000)))
    built.warmUp = .hours(2_000)
    built.facilities = [
      Facility(name: "shop", resources: [Resource(name: "server", kind: .device, capacity: .count(3))])
    ]
    var job = Product(name: "job")
    job.patients = Demand(arrivals: .poisson(.perHour(2.4)))
    job.route = [
      .step(Step("serve", takes: SpanLaw(try .exponential(mean: 3_600)), uses: [Claim("server")]))
    ]
    built.products = [job]
    #expect(scenario == built)
    #expect(
      result.locate("products/job/route/serve/takes")
        == SourceMark(file: "scenario.yaml", line: 12, column: 9, length: 5))
  }

  static let cases: [(String, String)] = [
    (
      "T4 balking",
      """
      facilities: { shop: { devices: { server: { count: 1 } } } }
      products:
        job:
          patients: { arrive: { poisson: 0.9 / h } }
          route: [ { step: serve, takes: { exponential: 1 h }, uses: { server: 1 }, line: { at most: 4, when full: leaves } } ]
      """
    ),
    (
      "T6 priorities",
      """
      facilities: { shop: { devices: { server: { count: 1 } } } }
      products:
        urgent:
          priority: 1
          patients: { arrive: { poisson: 0.3 / h } }
          route: [ { step: serve, takes: { exponential: 1 h }, uses: server, interruptible: resume } ]
        ordinary:
          priority: 2
          patients: { arrive: { poisson: 0.5 / h } }
          route: [ { step: serve, takes: { exponential: 1 h }, uses: server, interruptible: resume } ]
      """
    ),
    (
      "T9 rework",
      """
      facilities: { shop: { devices: { a: { count: 1 }, qc: { count: 1 } } } }
      products:
        job:
          patients: { arrive: { poisson: 0.8 / h } }
          route:
            - { step: A, takes: { exponential: 0.5 h }, uses: a }
            - { step: QC, takes: { exponential: 40 min }, uses: qc, fails: { probability: 0.2, then: { again from: A } } }
      """
    ),
    (
      "S1 preemption",
      """
      facilities: { shop: { devices: { unit: { count: 2 } } } }
      products:
        low:
          priority: 2
          patients: { arrive: { at: [0 h, 0 h] } }
          route: [ { step: work, takes: 10 h, uses: { unit: 1 }, interruptible: resume } ]
        high:
          priority: 1
          patients: { arrive: { at: [2 h, 15 h] } }
          route: [ { step: work, takes: 10 h, uses: { unit: 2 } } ]
      """
    ),
    (
      "S3 timetable",
      """
      facilities: { shop: { devices: { unit: { count: { 0 h: 1, 1 h: 3, 2 h: 1 } } } } }
      products:
        job:
          patients: { arrive: { at: [0 h, 0 h, 0 h] } }
          route: [ { step: work, takes: 2 h, uses: unit, interruptible: restart } ]
      """
    ),
    (
      "S6 shifts",
      """
      calendars: { day: { days: mon-sun, hours: 08:00-16:00 } }
      facilities: { shop: { people: { server: { count: 1, calendars: [day] } } } }
      products:
        job:
          patients: { arrive: { at: [15 h, 15.5 h, 16.5 h] } }
          route: [ { step: work, takes: 2 h, uses: server, at shift end: only if it fits } ]
      """
    ),
    (
      "S7 blocking",
      """
      facilities: { shop: { devices: { first: { count: 1 }, second: { count: 1 } } } }
      products:
        job:
          patients: { arrive: { at: [0 h, 1 h, 2 h] } }
          route:
            - { step: one, takes: 2 h, uses: first }
            - { step: two, takes: 5 h, uses: second, line: { at most: 0, when full: blocks } }
      """
    ),
    (
      "S8 patience",
      """
      facilities: { shop: { devices: { server: { count: 1 } } } }
      products:
        job:
          patients: { arrive: { every: 7 h }, at most: 4 }
          route: [ { step: work, takes: 11 h, uses: server, line: { patience: 3 h } } ]
      """
    ),
    (
      "S9 gathering",
      """
      facilities: { shop: { devices: { server: { count: 1 } } } }
      products:
        job:
          patients: { arrive: { at: [0 h, 1 h, 2 h, 3 h, 20 h] } }
          route:
            - { gather: run, of: 3, or after: 10 h }
            - { step: batch, takes: 4 h, uses: server }
            - separate: members
            - { delay: each, takes: 1 h }
      """
    ),
    (
      "S10 first attempts",
      """
      facilities: { shop: { devices: { server: { count: 1 } } } }
      products:
        job:
          patients: { arrive: { at: [0 h, 1 h] } }
          route:
            - { step: work, takes: 2 h, uses: server }
            - { delay: check, takes: 3 h, fails: { on attempts: [1], then: { again from: work } } }
      """
    ),
    (
      "B5 booking",
      """
      calendars: { week: { days: mon-fri, hours: 08:00-16:00 } }
      facilities:
        lab:
          rooms: { room: { count: 1, calendars: week } }
          devices: { device: { count: 1 } }
      products:
        cells:
          slots: { weekly: { mon: 1, tue: 1 }, book ahead: 14 d }
          patients:
            arrive: { at: [2025-03-01, 2025-03-01, 2025-03-01] }
            withdrawals: [ { patient: 1, at: 2025-03-02 } ]
          route:
            - book: slot
            - { step: first touch, on: booked day, takes: 8 h, uses: { room: 1, device: 1 }, keeps: device }
            - { step: second touch, on: booked day + 7 d, takes: 8 h, uses: { room: 1 }, frees: device }
      """
    ),
  ]

  @Test(
    "The cases with known answers can be written, and are written back as they were read", arguments: cases)
  func readsAndWrites(name: String, text: String) throws {
    let result = ScenarioReader.read(text: Self.head + text)
    #expect(result.report().text() == "", "\(name)")
    let scenario = try #require(result.scenario)
    #expect(scenario.products.allSatisfy { !$0.route.isEmpty })
    let text = ScenarioWriter.text(of: scenario)
    let again = ScenarioReader.read(text: text)
    #expect(again.report().text() == "", "\(text)")
    #expect(again.scenario == scenario)
    #expect(again.sha256 == result.sha256)
  }
}
