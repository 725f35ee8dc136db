/// The models of the tests on outcomes.
extension OutcomeValidationTests {
  /// Circles of waiting.
  static let circles: [Case] = [
    Case(
      testDescription: "Two who hold what the other needs", horizon: "100 d",
      model: """
        facilities: { lab: { rooms: { suite: { count: 1 } }, devices: { isolator: { count: 1 } } } }
        products:
          forth: { patients: { arrive: { at: [0 h] } }, route: [ { step: prepare, takes: 1 h, uses: suite, keeps: suite }, { step: fill, takes: 1 h, uses: isolator, frees: suite } ] }
          back: { patients: { arrive: { at: [0 h] } }, route: [ { step: load, takes: 1 h, uses: isolator, keeps: isolator }, { step: wash, takes: 1 h, uses: suite, frees: isolator } ] }
        """,
      words: [
        "deadlock at 2024-01-01 01:00 (1 h after the start)",
        "forth 1 holds suite and waits at 'fill' for isolator, held by back 1",
        "back 1 holds isolator and waits at 'wash' for suite, held by forth 1",
        "free what is kept before the next claim",
      ]),
    Case(
      testDescription: "Three in a circle", horizon: "100 d",
      model: """
        facilities: { lab: { devices: { a: { count: 1 }, b: { count: 1 }, c: { count: 1 } } } }
        products:
          x: { patients: { arrive: { at: [0 h] } }, route: [ { step: one, takes: 1 h, uses: a, keeps: a }, { step: two, takes: 1 h, uses: b, frees: a } ] }
          y: { patients: { arrive: { at: [0 h] } }, route: [ { step: one, takes: 1 h, uses: b, keeps: b }, { step: two, takes: 1 h, uses: c, frees: b } ] }
          z: { patients: { arrive: { at: [0 h] } }, route: [ { step: one, takes: 1 h, uses: c, keeps: c }, { step: two, takes: 1 h, uses: a, frees: c } ] }
        """,
      words: [
        "x 1 holds a and waits at 'two' for b, held by y 1; y 1 holds b and waits at 'two' for c, held by z 1; z 1 holds c and waits at 'two' for a, held by x 1"
      ]),
    Case(
      testDescription: "A lot that needs the room of who waits for it", horizon: "100 d",
      model: """
        facilities: { lab: { rooms: { suite: { count: 1 } } } }
        stocks: { vector: { initial: 0 doses, reorder: { at: 0 doses, quantity: 5 doses, made by: vector-lot } } }
        products:
          car-t: { patients: { arrive: { at: [1 h] } }, route: [ { step: seed, takes: 10 h, uses: suite, keeps: suite }, { step: transduce, takes: 2 h, consumes: vector, frees: suite } ] }
          vector-lot: { route: [ { delay: thaw, takes: 5 h }, { step: make vector, takes: 9 h, uses: suite }, { store: vector, yields: 5 } ] }
        """,
      words: [
        "deadlock at 2024-01-01 11:00",
        "car-t 1 holds suite and waits at 'transduce' for vector, which vector-lot lot 1 is to bring",
        "vector-lot lot 1 waits at 'make vector' for suite, held by car-t 1",
      ]),
    Case(
      testDescription: "A person between two rooms", horizon: "100 d",
      model: """
        calendars: { day: { days: mon-fri, hours: 08:00-16:00 } }
        facilities: { lab: { rooms: { suite: { count: 1 } }, people: { operator: { fte: 1, calendars: day } } } }
        products:
          forth: { patients: { arrive: { at: [0 h] } }, route: [ { step: prepare, takes: 1 h, uses: suite, keeps: suite }, { step: fill, takes: 1 h, uses: operator, frees: suite } ] }
          back: { patients: { arrive: { at: [0 h] } }, route: [ { step: train, takes: 1 h, uses: operator, keeps: operator }, { step: wash, takes: 1 h, uses: suite, frees: operator } ] }
        """,
      words: [
        "deadlock at 2024-01-02 09:00",
        "back 1 holds operator and waits at 'wash' for suite, held by forth 1",
      ]),
    Case(
      testDescription: "A part that needs what its whole keeps", horizon: "100 d",
      model: """
        facilities: { lab: { devices: { bench: { count: 1 } } } }
        products:
          x:
            patients: { arrive: { at: [0 h] } }
            route:
              - { step: one, takes: 1 h, uses: bench, keeps: bench }
              - { parallel: both, branches: { a: [ { step: two, takes: 1 h, uses: bench } ], b: [ { delay: rest, takes: 1 h } ] } }
              - { step: three, takes: 1 h, frees: bench }
        """,
      words: [
        "deadlock at 2024-01-01 02:00",
        "x 1 holds bench and waits for its part x 1, both",
        "x 1, both waits at 'two' for bench, held by x 1",
      ]),
    Case(
      testDescription: "A group that needs what its members keep", horizon: "100 d",
      model: """
        facilities: { lab: { devices: { tray: { count: 3 } } } }
        products:
          x:
            patients: { arrive: { at: [0 h, 1 h, 2 h] } }
            route:
              - { step: load, takes: 1 h, uses: tray, keeps: tray }
              - { gather: run, of: 3 }
              - { step: bake, takes: 1 h, uses: tray }
              - { separate: out }
              - { step: unload, takes: 1 h, frees: tray }
        """,
      words: [
        "deadlock at 2024-01-01 03:00",
        "x group 1 waits at 'bake' for tray, held by x 1; x 1 holds tray and goes along with x group 1",
      ]),
  ]

  /// Lines that are not served, or not enough.
  static let lines: [Case] = [
    Case(
      testDescription: "A lower class behind a full higher one", horizon: "40 d",
      model: """
        facilities: { lab: { devices: { unit: { count: 1 } } } }
        products:
          high: { priority: 1, patients: { arrive: { every: 50 min } }, route: [ { step: work, takes: 1 h, uses: unit } ] }
          low: { priority: 9, patients: { arrive: { every: 10 h } }, route: [ { step: work, takes: 1 h, uses: unit } ] }
        """,
      words: [
        "horizon reached with starvation in 2 of 2 replications",
        "nobody was served at 'work' of low: 95 wait at the end, the first since 2024-01-01 10:00 (39 d 14 h), for unit, which high takes first (priority 1 before 9); raise the priority",
      ]),
    Case(
      testDescription: "A licence that never comes", horizon: "100 d",
      model: """
        facilities: { lab: { opens: 2024-02-01, licensed: 2030-01-01, devices: { unit: { count: 1 } } } }
        products:
          x: { made at: lab, patients: { arrive: { every: 1 d } }, route: [ { step: work, takes: 5 h, uses: { unit: 1 } } ] }
        """,
      words: [
        "for unit of lab, which is not licensed before the end; license it earlier"
      ]),
    Case(
      testDescription: "Units that go for good", horizon: "100 d",
      model: """
        facilities: { lab: { devices: { unit: { count: { 0 h: 3, 10 d: 1 } } } } }
        products:
          x: { patients: { arrive: { every: 1 d } }, route: [ { step: work, takes: 5 h, uses: { unit: 2 } } ] }
        """,
      words: [
        "for 2 of unit, of which there is never more than 1 again; plan more of them, or claim fewer"
      ]),
    Case(
      testDescription: "A role without anybody", horizon: "100 d",
      model: """
        facilities: { lab: { devices: { unit: { count: 1 } }, people: { nurse: { count: 1, starts with: 0, hire: never, attrition: 1 % / y } } } }
        products:
          x: { patients: { arrive: { every: 1 d } }, route: [ { step: work, takes: 5 h, uses: { unit: 1, nurse: 1 } } ] }
        """,
      words: [
        "for nurse, but nobody works as nurse; hire or train somebody"
      ]),
    Case(
      testDescription: "An order that comes too late", horizon: "100 d",
      model: """
        facilities: { lab: { devices: { unit: { count: 1 } } } }
        stocks: { kit: { initial: 3 kits, reorder: { at: 1 kits, quantity: 2 kits, after: 500 d } } }
        products:
          x: { patients: { arrive: { every: 1 d } }, route: [ { step: work, takes: 5 h, uses: { unit: 1 }, consumes: kit } ] }
        """,
      words: [
        "hardly anybody was served (3 of 99) at 'work' of x: 96 wait",
        "for kit, of which 0 are on the shelf and 98 on order; order earlier",
      ]),
    Case(
      testDescription: "More than can be served", horizon: "2000 h",
      model: """
        facilities: { lab: { devices: { server: { count: 1 } } } }
        products:
          job: { patients: { arrive: { poisson: 1.3 / h } }, route: [ { step: serve, takes: { exponential: 1 h }, uses: server } ] }
        """,
      words: [
        "horizon reached with overload in 2 of 2 replications",
        "the line at 'serve' of job grew: 2645 came, 2033 were served, 612 wait",
        "for server, of which 1 are in use; plan more of it",
      ]),
    Case(
      testDescription: "More patients than slots", horizon: "3 y",
      model: """
        facilities: { lab: { rooms: { suite: { count: 1 } } } }
        products:
          cells:
            slots: { weekly: { mon: 1 }, book ahead: 8 wk }
            patients: { arrive: { every: 5 d } }
            route: [ { book: slot }, { step: touch, on: booked day, takes: 6 h, uses: suite } ]
        """,
      words: [
        "with overload in 2 of 2",
        "the line for a slot of cells grew: 219 came, 158 were served, 61 wait",
        "offer more slots",
      ]),
  ]

  /// Models that grow beyond what a run can hold, or stand still.
  static let growths: [Case] = [
    Case(
      testDescription: "More than a run can hold", horizon: "2000 h",
      model: """
        facilities: { lab: { devices: { server: { count: 1 } } } }
        products:
          job: { patients: { arrive: { poisson: 400 / h } }, route: [ { step: serve, takes: { exponential: 1 h }, uses: server } ] }
        """,
      words: [
        "the model grew beyond its limits",
        "200000 are in progress at a time; the longest line is the one at 'serve' of job: 200474 came, 475 were served",
      ]),
    Case(
      testDescription: "A split into more than a run can hold", horizon: "2000 h",
      model: """
        facilities: { lab: { devices: { server: { count: 1 } } } }
        products:
          job: { patients: { arrive: { poisson: 1 / h } }, route: [ { split: vials, into: 900 }, { split: drops, into: 900 }, { step: serve, takes: 1 h, uses: server } ] }
        """,
      words: [
        "the last made by 'drops', which splits what comes to it"
      ]),
    Case(
      testDescription: "A loop in which no time passes", horizon: "2000 h",
      model: """
        facilities: { lab: { devices: { server: { count: 1 } } } }
        products:
          job: { patients: { arrive: { poisson: 1 / h } }, route: [ { step: serve, takes: 0 h, uses: server, fails: { probability: 0.99999999, then: repeat } } ] }
        """,
      words: [
        "a loop in which no time passes at 2024-01-01 00:30:32",
        "let a step of the loop take time",
      ]),
    Case(
      testDescription: "Lots that need what they make", horizon: "100 d",
      model: """
        facilities: { lab: { rooms: { suite: { count: 1 } } } }
        stocks: { bag: { initial: 1 bags, reorder: { at: 1 bags, quantity: 1 bags, made by: lot } } }
        products:
          a: { patients: { arrive: { every: 1 d } }, route: [ { step: work, takes: 1 h, uses: suite, consumes: bag } ] }
          lot: { route: [ { step: thaw, takes: 1 h, consumes: bag }, { store: bag, yields: 3 } ] }
        """,
      words: [
        "the model grew beyond its limits at 2024-01-01 00:00",
        "10000 orders are under way for bag",
      ]),
  ]
}
