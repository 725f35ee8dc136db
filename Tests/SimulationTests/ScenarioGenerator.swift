/// Writes random scenarios from the vocabulary of the language, all of them such that they can be run.
struct ScenarioGenerator {
  private var state: UInt64
  private var stepNumber = 0

  init(seed: UInt64) { state = seed }

  /// The next random word (Steele, Lea and Flood 2014).
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  private mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }
  private mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
  private mutating func pick<Item>(_ items: [Item]) -> Item { items[below(items.count)] }

  /// The text of a scenario of one to three products in one facility, over two and a half years.
  mutating func scenario() -> String {
    var text = """
      title: random
      start: 2024-04-01
      horizon: 900 d
      calendars:
        day: { days: mon-fri, hours: 08:00-16:30 }
        weekend: { days: sat-sun, hours: 09:00-12:00 }
      leave: { july: { from: 07-01, to: 07-31, present: 0.5 } }
      facilities:
        shop:
          rooms: { room: { count: \(1 + below(2))\(chance(50) ? ", changeover: { same product: 1 h, other product: 4 h }" : "") } }
          devices:
            reactor: { count: \(1 + below(3)) }
            bench: { count: \(1 + below(2))\(chance(50) ? ", breaks: { after: { exponential: 40 d }, counting: \(pick(["use", "calendar"])), mend: { exponential: 1 d }, then: \(pick(["resume", "restart", "finish"])) }" : "") }
            bed: { count: \(chance(20) ? "{ 0 h: 1, 200 d: 3, 500 d: 1 }" : "2") }
          people:
            op: { \(pick(["fte: 4", "count: 2", "fte: 3.5, attrition: 30 % / y, hire after: 40 d, independent after: 20 d"])), calendars: [day, weekend]\(chance(50) ? ", leave: july" : "") }
          shutdowns: [ { what: cleaning, from: 2024-08-05, lasts: 5 d, every: 6 mo, closes: [room] } ]
      transport: { way: { from: shop, to: shop, takes: { triangular: [2 h, 4 h, 9 h] }, delayed: { probability: 0.1, by: 12 h }, lost: 0.05 } }
      stocks:
        kit: { initial: 20 kits, shelf life: \(pick(["60 d", "1 y"])), reorder: { at: 10 kits, up to: 30 kits, after: { uniform: [5 d, 30 d] }, fails: 0.1 } }
      products:

      """
    for number in 1...(1 + below(3)) {
      stepNumber = 0
      text += chance(50) ? therapy("therapy-\(number)") : job("job-\(number)")
    }
    return text
  }

  private mutating func name(_ word: String) -> String {
    stepNumber += 1
    return "\(word) \(stepNumber)"
  }

  private mutating func law(_ scale: Int) -> String {
    pick([
      "\(scale) h", "{ exponential: \(scale) h }",
      "{ triangular: [\(scale) h, \(2 * scale) h, \(4 * scale) h] }",
      "{ lognormal: { median: \(scale) h, sigma: 0.5 } }",
    ])
  }

  /// A step that claims something, with random ways of waiting and of going wrong.
  private mutating func step(_ more: String = "") -> String {
    let uses = pick(["room", "bench", "bed", "op", "{ room: 1, op: 1 }", "{ bench: 1, bed: 1 }"])
    var text = "{ step: \(name("work")), takes: \(law(1 + below(5))), uses: \(uses)"
    if chance(20) { text += ", consumes: kit" }
    if chance(25) { text += ", interruptible: \(pick(["resume", "restart"]))" }
    if chance(30) { text += ", at shift end: \(pick(["finish", "suspend"]))" }
    if chance(15) { text += ", priority: \(1 + below(9))" }
    switch below(5) {
    case 0: text += ", line: { patience: { exponential: 9 d } }"
    case 1: text += ", line: { at most: \(1 + below(4)), when full: leaves }"
    case 2: text += ", line: { bypass: true }"
    case 3: text += ", within: { of: 6 d, otherwise: { lose: waited too long } }"
    default: break
    }
    switch below(6) {
    case 0: text += ", passes: 0.9"
    case 1: text += ", fails: { probability: 0.2, then: repeat, attempts: 3 }"
    case 2: text += ", fails: { probability: 0.1, then: { lose: spoilt } }"
    case 3: text += ", fails: { probability: 0.3, then: record }"
    default: break
    }
    return text + more + " }"
  }

  private mutating func head(_ product: String) -> String {
    """
      \(product):
        made at: shop
        priority: \(1 + below(3))

    """
  }

  private mutating func demand() -> String {
    let arrivals = pick([
      "{ poisson: 40 / y }", "{ every: 9 d }", "{ varying: { rate: 30 / y, over week: { sat: 0, sun: 0 } } }",
    ])
    let clocks =
      chance(60)
      ? ", clocks: { death: { hazard: 4 % / 30 d, from: referral }, other: { after: { weibull: { shape: 2, scale: 400 d } }, from: referral } }"
      : ""
    let group = chance(15) ? ", each: { poisson: 2 }" : ""
    let order = pick([
      "", ", order: worst off, severity: { uniform: [0, 1] }", ", order: due date, due: 40 d",
    ])
    return "    patients: { arrive: \(arrivals)\(clocks)\(group)\(order) }\n"
  }

  /// A job without batches: steps, choices, branches, gatherings, splits, transport.
  private mutating func job(_ product: String) -> String {
    var parts: [String] = []
    for _ in 0..<(1 + below(4)) {
      switch below(6) {
      case 0: parts.append("{ delay: \(name("rest")), takes: \(law(24)) }")
      case 1:
        parts.append(
          "{ choose: \(name("arm")), arms: [ { probability: 0.4, route: [ \(step()) ] }, { probability: 0.3, route: [ { delay: \(name("wait")), takes: \(law(9)) } ] } ] }"
        )
      case 2:
        parts.append(
          "{ parallel: \(name("both")), branches: { x: [ \(step()) ], y: [ { delay: \(name("idle")), takes: \(law(30)) }, \(step()) ] } }"
        )
      case 3:
        parts.append("{ gather: \(name("run")), of: \(2 + below(3)), or after: 5 d }")
        parts.append(
          "{ step: \(name("bake")), takes: \(law(5)), uses: bench, fails: { probability: 0.1, then: { lose: burnt } } }"
        )
        parts.append("{ separate: \(name("members")) }")
      case 4: parts.append("{ ship: \(name("out")), by: way }")
      default: parts.append(step())
      }
    }
    if chance(25) {
      parts.append(
        "{ split: \(name("vials")), into: { discrete: { values: [1, 2, 3], weights: [2, 5, 3] } } }")
      parts.append("{ step: \(name("label")), takes: 1 h, uses: bench }")
    }
    return head(product) + demand() + route(parts)
  }

  /// A therapy: booked or not, collected, made, released, infused.
  private mutating func therapy(_ product: String) -> String {
    let isBooked = chance(50)
    var text = head(product)
    if isBooked {
      text += "    slots: { weekly: { mon: 1, tue: 1 }, book ahead: \(pick(["4 wk", "12 wk"])) }\n"
    }
    var parts: [String] = []
    if chance(50) {
      parts.append("{ review: \(name("board")), takes: { uniform: [1 wd, 4 wd] }, uses: op, passes: 0.8 }")
    }
    if isBooked { parts.append("{ book: slot\(chance(50) ? ", patience: 60 d" : "") }") }
    let on = isBooked ? ", on: booked day" : ""
    parts.append("{ step: collect, takes: 4 h, uses: bed, marks: collection\(on) }")
    if chance(50) { parts.append("{ hold: fresh, at most: 60 h, then: \(pick(["collect again", "fail"])) }") }
    if chance(40) { parts.append("{ ship: \(name("to factory")), by: way, if lost: collect again }") }
    parts.append("{ make: batch, attempts: 2, material left: 0.5, else: { lose: no product } }")
    let keeps = chance(60)
    parts.append(
      "{ step: seed, takes: 3 h, uses: { reactor: 1, op: 1 }\(keeps ? ", keeps: reactor" : ""), at shift end: finish }"
    )
    if isBooked && chance(60) {
      parts.append(
        "{ countdown: conditioning, starts: 5 d before booked infusion, takes: 3 d, uses: bed, at risk: \(chance(50)) }"
      )
    }
    parts.append(
      "{ culture: expand, takes: { triangular: [7 d, 9 d, 12 d] }\(chance(50) ? ", repeats: { every: 2 d, takes: 1 h, uses: op }" : "")\(chance(50) ? ", meanwhile: [ { review: \(name("record")), takes: 2 wd, uses: op } ]" : ""), fails: { probability: 0.15, then: remake } }"
    )
    parts.append(
      "{ step: harvest, takes: 4 h, uses: op\(keeps ? ", frees: reactor" : ""), starts shelf life: 30 d }")
    if chance(70) {
      parts.append(
        "{ release: release, stage 1: [ { assay: rapid, takes: 24 h, hands on: 2 h, uses: op, fails: { probability: 0.05, then: repeat } } ], stage 2: [ { assay: sterility, takes: 7 d } ], out of specification: { probability: 0.15, released on request: 0.5, else: remake }, positive after infusion: 0.1 }"
      )
    }
    parts.append(
      "{ infuse: infusion, takes: 1 h, uses: bed\(isBooked && chance(60) ? ", on: booked day + 16 d" : "") }")
    return text + demand() + route(parts)
  }

  private func route(_ parts: [String]) -> String {
    "    route:\n" + parts.map { "      - \($0)\n" }.joined()
  }
}
