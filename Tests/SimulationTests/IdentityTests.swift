import PipelineSimulation
import Testing

@Suite("Identities, in integers") struct IdentityTests {
  /// In progress at the start + referred = treated + lost + in progress at the end, for every product and year.
  private func balances(_ told: Told, _ comment: String) throws {
    var products: Set<String> = []
    var years: Set<Int> = []
    for slot in told.layout.slots where told.layout.measures[slot.measure].name == "patients.in-progress" {
      if case .name(let name) = slot.scope[.product] { products.insert(name) }
      if case .number(let year) = slot.scope[.year] { years.insert(year) }
    }
    try #require(!products.isEmpty)
    for product in products {
      var before = 0.0
      for year in years.sorted() {
        let scope: [Scope.Key: Scope.Value] = [.product: .name(product), .year: .number(year)]
        let referred = told.sum("patients.referred", scope)
        let treated = told.sum("patients.treated", scope)
        let lost = told.sum("patients.lost", scope)
        let after = told.sum("patients.in-progress", scope)
        #expect(
          before + referred == treated + lost + after,
          "\(comment), \(product) \(year): \(before) + \(referred) is not \(treated) + \(lost) + \(after)")
        before = after
      }
    }
  }

  /// T19: the integral of the number in the system is the sum of the times spent in it.
  private func integrals(_ told: Told, horizon: Double, _ comment: String) {
    var arrived: [String: Int64] = [:]
    var sums: [String: Int64] = [:]
    func ticks(_ hours: Double) -> Int64 { Int64((hours * 3_600_000).rounded()) }
    func patient(_ entity: String) -> String { String(entity.prefix { $0 != "," }) }
    func product(_ patient: String) -> String { String(patient.prefix { $0 != " " }) }
    for line in told.lines {
      let name = patient(line.entity)
      switch line.event {
      case "arrives": arrived[name] = ticks(line.hours)
      case "leaves", "is lost":
        guard let since = arrived.removeValue(forKey: name) else { continue }
        sums[product(name), default: 0] += ticks(line.hours) - since
      default: break
      }
    }
    for (name, since) in arrived { sums[product(name), default: 0] += ticks(horizon) - since }
    for (product, sum) in sums {
      let area = told.sum("system.number", [.product: .name(product)])
      #expect(area == Double(sum), "\(comment), \(product): the integral is \(area), the sum of times \(sum)")
    }
  }

  @Test("Random scenarios end at their horizon, and their identities hold in every year", arguments: 0..<20)
  func random(block: Int) throws {
    for seed in (block * 10)..<(block * 10 + 10) {
      var generator = ScenarioGenerator(seed: UInt64(seed))
      let text = generator.scenario()
      let told = try Told(text, seed: UInt64(seed))
      #expect(told.record.outcome == .horizonReached, "seed \(seed): \(told.record.outcome)")
      #expect(told.record.size.patients > 0)
      try balances(told, "seed \(seed)")
      integrals(told, horizon: 900 * 24, "seed \(seed)")
    }
  }

  @Test("T19: a line's and a station's integrals are the sums of the times spent there")
  func queue() throws {
    let horizon = 2_000.0
    let told = try Told(
      """
      horizon: 2000 h
      facilities: { shop: { devices: { unit: { count: 2 } } } }
      products:
        a:
          patients: { arrive: { poisson: 2 / h } }
          route: [ { step: work, takes: { exponential: 1 h }, uses: unit, line: { patience: { exponential: 3 h }, at most: 6 } } ]
      """)
    func ticks(_ hours: Double) -> Int64 { Int64((hours * 3_600_000).rounded()) }
    var came: [String: Int64] = [:]
    var inLine: Set<String> = []
    var (waiting, present) = (Int64(0), Int64(0))
    var (entered, left, lost) = (0, 0, 0)
    for line in told.lines {
      let now = ticks(line.hours)
      let name = line.entity
      switch line.event {
      case "arrives":
        came[name] = now
        inLine.insert(name)
        entered += 1
      case "starts":
        waiting += now - (came[name] ?? now)
        inLine.remove(name)
      case "leaves", "is lost":
        if inLine.remove(name) != nil { waiting += now - (came[name] ?? now) }
        present += now - (came.removeValue(forKey: name) ?? now)
        if line.event == "leaves" { left += 1 } else { lost += 1 }
      default: break
      }
    }
    for (name, since) in came {
      present += ticks(horizon) - since
      if inLine.contains(name) { waiting += ticks(horizon) - since }
    }
    #expect(told.sum("line.length") == Double(waiting))
    #expect(told.sum("station.number") == Double(present))
    #expect(told.sum("system.number") == Double(present))
    #expect(entered == left + lost + came.count)
    #expect(lost > 50)
    #expect(told.sum("patients.in-progress") == Double(came.count))
  }
}
