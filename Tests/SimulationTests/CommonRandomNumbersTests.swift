import Testing

/// Scenarios that several tests share.
enum Lines {
  /// A line with something of everything that is drawn.
  static let mixed = product("cell", room: "room", step: "wash", extra: "")

  /// A product with resources of its own.
  static func product(_ name: String, room: String, step: String, extra: String, others: String = "")
    -> String
  {
    """
    horizon: 200 d
    facilities:
      shop:
        rooms:
          \(room): { count: 1 }
          spare: { count: 1 }
    products:
      \(name):
        patients:
          arrive: { poisson: 1 / d }
          clocks: { death: { hazard: 2 % / 10 d, from: referral } }
        route:
          - { step: board, takes: { lognormal: { median: 7 d, sigma: 0.5 } }, passes: 0.7 }
          - { make: batch, attempts: 3 }
    \(extra)      - { step: \(step), takes: { triangular: [2 h, 5 h, 9 h] }, uses: \(room), line: { patience: { exponential: 3 d } } }
          - { culture: grow, takes: { weibull: { shape: 2, scale: 9 d } }, fails: { probability: 0.15, then: remake } }
          - choose: bridging
            arms: [ { probability: 0.3, route: [ { delay: bridge, takes: { exponential: 3 d } } ] } ]
          - { infuse: infusion, takes: 1 h }
    \(others)
    """
  }
}

@Suite("Common random numbers") struct CommonRandomNumbersTests {
  private let base = Lines.mixed
  private let other = """
      visitor:
        patients: { arrive: { poisson: 3 / d } }
        route: [ { step: look, takes: { exponential: 2 h }, uses: spare, fails: { probability: 0.2, then: repeat } } ]
    """

  @Test("Another product on other resources leaves the whole log of the first as it was")
  func insertedProduct() throws {
    let alone = try Told(base)
    let both = try Told(Lines.product("cell", room: "room", step: "wash", extra: "", others: other))
    #expect(both.lines.contains { $0.entity.hasPrefix("visitor") })
    #expect(both.lines.filter { $0.entity.hasPrefix("cell") } == alone.lines)
  }

  @Test("Another product before it in the file leaves it as it was, too")
  func insertedBefore() throws {
    let alone = try Told(base)
    let text = base.replacing("products:\n", with: "products:\n\(other)\n")
    #expect(try Told(text).lines.filter { $0.entity.hasPrefix("cell") } == alone.lines)
  }

  @Test("An inserted step that takes no time changes nothing but its own lines")
  func insertedStep() throws {
    let alone = try Told(base)
    let extra = "      - { delay: sign, fails: { probability: 0, then: fail } }\n"
    let with = try Told(Lines.product("cell", room: "room", step: "wash", extra: extra))
    #expect(with.lines.contains { $0.place == "sign" })
    // The place of a line may be that of the step before: only times, entities and events are compared.
    func plain(_ told: Told) -> [String] {
      told.lines.filter { $0.place != "sign" && ["starts", "ends", "fails"].contains($0.event) }.map(
        \.description)
    }
    #expect(plain(with) == plain(alone))
  }

  @Test("An inserted step that takes time leaves every drawn duration of the other steps as it was")
  func insertedDelay() throws {
    let text = base.replacing("hazard: 2 % / 10 d", with: "after: 1000 d").replacing(
      ", line: { patience: { exponential: 3 d } }", with: "")
    let changed = text.replacing(
      "      - { step: wash",
      with: "      - { delay: rest, takes: { exponential: 1 d } }\n      - { step: wash")
    let (before, after) = (durations(try Told(text)), durations(try Told(changed)))
    let shared = before.keys.filter { after[$0] != nil }
    #expect(shared.count > 200)
    for key in shared { #expect(before[key] == after[key], "\(key)") }
    #expect(after.keys.contains { $0.hasSuffix("rest") })
  }

  @Test("Renaming one step changes the draws of that step only")
  func renamedStep() throws {
    let text = base.replacing("hazard: 2 % / 10 d", with: "after: 1000 d").replacing(
      ", line: { patience: { exponential: 3 d } }", with: "")
    let (before, after) = (
      durations(try Told(text)), durations(try Told(text.replacing("step: wash", with: "step: rinse")))
    )
    let shared = before.keys.filter { after[$0] != nil && !$0.hasSuffix("wash") }
    #expect(shared.count > 150)
    for key in shared { #expect(before[key] == after[key], "\(key)") }
    let washes = before.filter { $0.key.hasSuffix("wash") }
    let changed = washes.filter { after[$0.key.replacing("wash", with: "rinse")] != $0.value }
    #expect(changed.count > washes.count * 9 / 10)
  }

  @Test("Another capacity leaves every drawn duration as it was")
  func capacity() throws {
    let text = base.replacing("hazard: 2 % / 10 d", with: "after: 1000 d").replacing(
      ", line: { patience: { exponential: 3 d } }", with: "")
    let (before, after) = (
      durations(try Told(text)),
      durations(try Told(text.replacing("room: { count: 1 }", with: "room: { count: 9 }")))
    )
    let shared = before.keys.filter { after[$0] != nil }
    #expect(shared.count > 200)
    for key in shared { #expect(before[key] == after[key], "\(key)") }
  }

  /// How long each visit of each step lasted, by entity, step and number of the visit.
  private func durations(_ told: Told) -> [String: Double] {
    var started: [String: Double] = [:]
    var visits: [String: Int] = [:]
    var result: [String: Double] = [:]
    for line in told.lines {
      let key = "\(line.entity)/\(line.place)"
      if line.event == "starts" { started[key] = line.hours }
      if line.event == "ends", let since = started[key] {
        visits[key, default: 0] += 1
        // In ticks, so that equal draws compare equal whenever they were made.
        result["\(line.entity)#\(visits[key] ?? 0)/\(line.place)"] = ((line.hours - since) * 3_600_000)
          .rounded()
      }
    }
    return result
  }
}
