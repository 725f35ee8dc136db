import PipelineSimulation
import Testing

@Suite("Lots and groups that end otherwise") struct EndedLotTests {
  @Test("Units asked for by a claim that gives up are counted until it gives up")
  func gaveUp() throws {
    let told = try Told(
      """
      horizon: 10 h
      stocks: { kit: { initial: 0 kits } }
      products:
        a: { patients: { arrive: { at: [1 h] } }, route: [ { step: work, takes: 1 h, consumes: kit, line: { patience: 4 h } } ] }
      """)
    // One unit from 1 h to 5 h, in unit-ticks.
    #expect(told.sum("stock.backorders") == 4 * 3_600_000)
  }

  @Test("A lot that comes to its end without having stored anything is ordered anew")
  func nothingStored() throws {
    let told = try Told(
      """
      stocks: { bag: { initial: 1 bags, reorder: { at: 0 bags, quantity: 1 bags, made by: lot } } }
      products:
        a: { patients: { arrive: { at: [1 h, 2 h] } }, route: [ { step: work, takes: 1 h, consumes: bag } ] }
        lot:
          route:
            - { delay: grow, takes: 10 h }
            - { choose: way, arms: [ { name: waste, probability: 0.5, route: [ { split: pieces, into: 2 }, { leave: wasted } ] } ] }
            - { store: bag, yields: 1 }
      """, seed: 3)
    let ordered = told.log(of: ["is ordered"]).filter { $0.contains("lot") }
    let stored = told.log(of: ["is stored"])
    #expect(ordered.count > stored.count, "no lot was wasted: take another seed")
    #expect(told.log(of: ["starts"]).contains { $0.contains("a 2 starts work") })
  }

  @Test("Lots that are gathered fill the orders of all of them")
  func gathered() throws {
    let told = try Told(
      """
      stocks: { bag: { initial: 0 bags, reorder: { at: 0 bags, quantity: 1 bags, made by: lot } } }
      products:
        a: { patients: { arrive: { at: [1 h, 2 h] } }, route: [ { step: work, takes: 1 h, consumes: bag } ] }
        lot: { route: [ { delay: grow, takes: 3 h }, { gather: two, of: 2, or after: 20 h }, { store: bag, yields: 3 } ] }
      """)
    // The first two lots go on as one, the third alone. Nothing is ordered in vain: the position stays above 0.
    #expect(told.log(of: ["is stored"]).map { $0.split(separator: " ").first } == ["4", "25"])
    #expect(told.log(of: ["is ordered"]).filter { $0.contains("lot") }.count == 3)
  }

  @Test(
    "A group that comes to the end of a branch ends that branch of all its members, also as part of a larger group"
  )
  func branches() throws {
    let told = try Told(
      """
      facilities: { shop: { devices: { oven: { count: 3 } } } }
      products:
        a:
          patients: { arrive: { at: [0 h, 1 h, 2 h, 3 h] } }
          route:
            - { parallel: both, branches: {
                x: [ { gather: two, of: 2 }, { gather: two twos, of: 2 }, { step: bake, takes: 5 h, uses: oven } ],
                y: [ { delay: rest, takes: 1 h } ] } }
            - { delay: cool, takes: 1 h }
      """)
    #expect(
      told.log(of: ["leaves"]) == [
        "9 a 1 leaves cool", "9 a 2 leaves cool", "9 a 3 leaves cool", "9 a 4 leaves cool",
      ])
  }

  @Test("Groups of groups go on singly, one level at a time")
  func groups() throws {
    let told = try Told(
      """
      products:
        a:
          patients: { arrive: { at: [0 h, 1 h, 2 h, 3 h] } }
          route:
            - { gather: two, of: 2 }
            - { gather: two twos, of: 2 }
            - { delay: together, takes: 1 h }
            - { separate: twos }
            - { delay: in twos, takes: 1 h }
            - { separate: ones }
            - { delay: alone, takes: 1 h }
      """)
    #expect(
      told.log(of: ["starts"]).map { $0.split(separator: " ").last.map(String.init) ?? "" } == [
        "together", "twos", "twos", "alone", "alone", "alone", "alone",
      ])
    #expect(told.log(of: ["leaves"]).count == 4)
  }

  @Test(
    "A lot that is lost at once, and lots that consume what they make, end a run with a sentence, in bounded time"
  )
  func circles() throws {
    var options = ReplicationOptions()
    options.maximumEvents = 5_000
    let lost = try Told(
      """
      stocks: { bag: { initial: 1 bags, reorder: { at: 1 bags, quantity: 2 bags, made by: lot } } }
      products:
        a: { patients: { arrive: { at: [1 h] } }, route: [ { step: work, takes: 1 h, consumes: bag } ] }
        lot: { route: [ { leave: wasted }, { store: bag, yields: 3 } ] }
      """, options: options)
    guard case .eventLimit = lost.record.outcome else {
      Issue.record("\(lost.record.outcome)")
      return
    }
    let own = try Told(
      """
      stocks: { bag: { initial: 1 bags, reorder: { at: 1 bags, quantity: 1 bags, made by: lot } } }
      products:
        a: { patients: { arrive: { at: [1 h] } }, route: [ { step: work, takes: 1 h, consumes: bag } ] }
        lot: { route: [ { step: thaw, takes: 1 h, consumes: bag }, { store: bag, yields: 3 } ] }
      """, options: options)
    guard case .runaway(_, let line) = own.record.outcome else {
      Issue.record("\(own.record.outcome)")
      return
    }
    #expect(line.contains("10000 orders are under way for bag"))
  }
}
