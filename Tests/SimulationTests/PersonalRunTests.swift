import PipelineSimulation
import Testing

/// Trainees and newcomers go through routes: each stage claims, waits and fails like any other work, and its end says what becomes
/// of the person.
@Suite("Persons who go through routes") struct PersonalRunTests {
  private let lessons =
    "products: { lessons: { purpose: training run, route: [ { delay: lessons, takes: 10 h } ] } }"

  @Test("Who gets a seat goes through the route; the seat comes free at its end, to the tick")
  func seats() throws {
    let told = try Told(
      """
      training: { course: { seats: 1, intake: { at: [0 h, 1 h, 2 h] }, through: lessons } }
      \(lessons)
      """)
    #expect(
      told.log(of: ["starts"]) == [
        "0 lessons 1 starts lessons", "10 lessons 2 starts lessons", "20 lessons 3 starts lessons",
      ])
    #expect(told.sum("training.entered") == 3)
    #expect(told.sum("training.completed") == 3)
    #expect(told.sum("runs.begun") == 3)
    #expect(told.sum("runs.completed") == 3)
    // Little's law as an identity: the mean number is the sum of the single times over the time of the run.
    #expect(told.ratio("training.students") == 0.3)
    #expect(told.ratio("training.waiting") == 0.27, "nine hours and eighteen")
    #expect(told.record.size.patients == 0, "nobody of them is a patient")
  }

  @Test("A time and a route of that time are the same programme, entrant by entrant")
  func sameAsTime() throws {
    let programme = "seats: 2, intake: { at: [0 h, 1 h, 2 h, 3 h, 47 h] }"
    let timed = try Told("training: { course: { \(programme), takes: 10 h } }")
    let through = try Told("training: { course: { \(programme), through: lessons } }\n\(lessons)")
    for measure in ["training.entered", "training.completed", "training.dropped"] {
      #expect(timed.sum(measure) == through.sum(measure), "\(measure)")
    }
    #expect(timed.ratio("training.students") == through.ratio("training.students"))
    #expect(timed.ratio("training.students") == 0.5)
  }

  @Test(
    "Who finds no seat leaves at once where the programme says so; a seat that comes free in the instant is free"
  )
  func leaves() throws {
    let course = "seats: 1, intake: { at: [0 h, 1 h, 2 h, 10 h, 11 h] }, when full: leave"
    for way in ["through: lessons", "takes: 10 h"] {
      let told = try Told("training: { course: { \(course), \(way) } }\n\(lessons)")
      #expect(told.sum("training.entered") == 2)
      #expect(told.sum("training.turned-away") == 3)
      #expect(told.ratio("training.students") == 0.2)
    }
  }

  @Test("Whoever is lost on the route has dropped out, also before anything has begun")
  func dropsOut() throws {
    let told = try Told(
      """
      facilities: { school: { devices: { bench: { count: 1 } } } }
      training: { course: { seats: 2, intake: { cohort: 3, at: 0 h }, through: lessons } }
      products:
        lessons:
          purpose: training run
          route: [ { step: lessons, takes: 10 h, uses: bench, line: { patience: 4 h }, fails: { probability: 1, then: { lose: tired } } } ]
      """)
    // The second waits for the bench from 0 to 4, the third takes the seat at 4 and waits to 8; the first fails at 10.
    #expect(
      told.log(of: ["is lost"]) == [
        "4 lessons 2 is lost lessons (patience)", "8 lessons 3 is lost lessons (patience)",
        "10 lessons 1 is lost lessons (tired)",
      ])
    #expect(told.sum("training.dropped") == 3)
    #expect(told.sum("training.completed") == 0)
    #expect(told.ratio("training.students") == 0.18)
  }

  @Test("A trainee holds the trainer whom a patient needs, and yields in the line to patients")
  func competes() throws {
    let told = try Told(
      """
      facilities: { lab: { people: { trainer: { count: 1 } } } }
      training: { course: { intake: { at: [0 h, 1 h] }, through: lessons } }
      products:
        lessons: { purpose: training run, route: [ { step: supervised, takes: 10 h, uses: trainer } ] }
        cells: { purpose: care, patients: { arrive: { at: [2 h] } }, route: [ { step: wash, takes: 5 h, uses: trainer } ] }
      """)
    #expect(
      told.log(of: ["starts"]) == [
        "0 lessons 1 starts supervised", "10 cells 1 starts wash", "15 lessons 2 starts supervised",
      ])
  }

  @Test("Routes without a length let twenty thousand through one seat within an instant")
  func noTime() throws {
    let told = try Told(
      """
      training: { course: { seats: 1, intake: { cohort: 20000, at: 1 h }, through: lessons } }
      products: { lessons: { purpose: training run, route: [ { delay: nothing, takes: 0 h } ] } }
      """)
    #expect(told.record.outcome == .horizonReached)
    #expect(told.sum("training.completed") == 20_000)
  }

  @Test("A trainee's luck does not depend on another programme that uses the same route")
  func ownLuck() throws {
    let route =
      "products: { lessons: { purpose: training run, route: [ { delay: lessons, takes: { exponential: 10 h } } ] } }"
    let one = "one: { intake: { every: 3 h }, through: lessons }"
    let alone = try Told("training: { \(one) }\n\(route)")
    let both = try Told("training: { other: { intake: { every: 2 h }, through: lessons }, \(one) }\n\(route)")
    #expect(
      alone.ratio("training.students", [.programme: .name("one")])
        == both.ratio("training.students", [.programme: .name("one")]))
    #expect(
      both.ratio("training.students", [.programme: .name("other")])
        != both.ratio("training.students", [.programme: .name("one")]))
  }
}
