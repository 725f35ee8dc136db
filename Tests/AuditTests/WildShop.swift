#if RUN_CHECKS
  /// Writes random scenarios in which much can meet: stocks and lots, breakdowns, persons, bookings, transport, groups, splits,
  /// limits on time, things kept. Not all of them make sense; those that break a rule are left out by whoever asks.
  struct WildShop {
    private var state: UInt64
    private var number = 0
    /// What the route at hand has had so far: rules ask for it.
    private var kept: [String] = []
    private var isCollected = false
    private var isMade = false
    /// Persons go through routes, too: in every third shop.
    private let sends: Bool

    init(seed: UInt64) {
      state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 77
      sends = seed % 3 == 2
    }

    /// The next random word (Steele, Lea and Flood 2014, DOI 10.1145/2660193.2660195).
    private mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }

    private mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }
    private mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
    private mutating func pick(_ items: [String]) -> String { items[below(items.count)] }
    private mutating func name(_ word: String) -> String {
      number += 1
      return "\(word)\(number)"
    }

    /// The text of a scenario without title, start and horizon.
    mutating func scenario() -> String {
      let bagIsMade = chance(70)
      var lines = [
        "calendars: { day: { days: mon-fri, hours: 08:00-16:00 }, early: { days: mon-sun, hours: [00:00-04:00, 12:00-20:00] } }",
        "facilities:",
        "  shop:",
        "    rooms: { room: { count: \(1 + below(2))\(pick(["", ", calendars: early", ", changeover: { same product: 1 h, other product: 2 h }"])) } }",
        "    devices:",
        "      bench: { count: \(1 + below(3))\(breaks()) }",
        "      spare: { count: \(pick(["1", "2", "{ 0 h: 1, 50 h: 3, 120 h: 1, 300 h: 2 }"]))\(breaks()) }",
        "    people: { op: { \(people())\(pick(["", ", calendars: day", ", calendars: early", ", calendars: early, rest: 7 h"])) }, deputy: { count: \(1 + below(2)) }, team: { count: \(1 + below(2)), on call from: op\(pick(["", ", rest: 11 h"])) } }",
        "    shutdowns: [ { what: cleaning, from: 2024-01-04, lasts: 9 h, every: 6 d, closes: [\(pick(["room", "bench", "spare, room"]))] } ]",
        "transport: { way: { from: shop, to: shop, takes: { uniform: [1 h, 5 h] }, delayed: { probability: 0.2, by: 6 h }, lost: 0.1 } }",
        "stocks:",
        "  kit: { initial: \(below(9)) kits\(pick(["", ", shelf life: 30 h"])), reorder: { at: 3 kits, up to: 8 kits, after: { uniform: [0 h, 30 h] }, fails: 0.2 } }",
        bagIsMade
          ? "  bag: { initial: \(below(4)) bags\(pick(["", ", shelf life: 60 h"])), reorder: { at: \(below(3)) bags, quantity: \(1 + below(3)) bags, made by: lot } }"
          : "  bag: { initial: 9 bags, reorder: { at: 2 bags, up to: 9 bags, after: 20 h } }",
        "products:",
      ]
      if bagIsMade {
        (kept, isCollected, isMade) = ([], false, true)
        let parts = (0..<below(4)).map { _ in part(depth: 0) } + ["{ store: bag, yields: { poisson: 2 } }"]
        lines +=
          ["  lot:", "    route:", "      - { make: lotbatch, attempts: 3 }"] + parts.map { "      - \($0)" }
      }
      for product in 0..<(1 + below(2)) {
        lines += self.product("p\(product)")
      }
      if sends {
        let learns = pick(["0.7", "{ probability: 0.7, qualified by: learn }"])
        lines += trainees()
        lines.append(
          "training: { school: { intake: { poisson: 3 / d }, through: learn, seats: 3\(pick(["", ", when full: leave"])), becomes: { shop/op: \(learns) } } }"
        )
      } else if chance(30) {
        lines.append(
          "training: { school: { intake: { poisson: 3 / d }, takes: 30 h, seats: 3, becomes: { shop/op: 0.7 } } }"
        )
      }
      return lines.joined(separator: "\n") + "\n"
    }

    /// A product that persons go through, whatever there is on its route.
    private mutating func trainees() -> [String] {
      let isBooked = chance(30)
      (kept, isCollected, isMade) = ([], false, false)
      var lines = ["  learn:", "    purpose: training run", "    made at: shop"]
      if isBooked { lines.append("    slots: { weekly: { mon: 2, tue: 1, thu: 3 }, book ahead: 8 d }") }
      lines.append("    route:")
      if isBooked { lines.append("      - { book: \(name("room")) }") }
      return lines + (0..<(1 + below(4))).map { _ in "      - \(part(depth: 0))" }
    }

    private mutating func breaks() -> String {
      pick([
        "", "",
        ", breaks: { after: { exponential: 40 h }, counting: \(pick(["use", "calendar"])), mend: { uniform: [0 h, 9 h] }, then: \(pick(["resume", "restart", "finish"])) }",
      ])
    }

    /// How many there are, whether they fall ill, and who stands in for them.
    private mutating func people() -> String {
      let turnover =
        "attrition: { rate: 2000 % / y, periods: [ { from: 50 h, until: 200 h, factor: 3 } ] }, hire after: 30 h, \(sends ? "qualified by: learn" : "independent after: 10 h")"
      let number = pick([
        "count: 2", "fte: 3", "count: 3, \(turnover)", "fte: { start: 3, 60 h: 1, 130 h: 4.5, 300 h: 2 }",
        "count: { start: 2, 90 h: 4, 200 h: 1 }, \(turnover)",
      ])
      return number + pick(["", "", ", absence: { share: 30 %, spells: { uniform: [1 h, 40 h] } }"])
        + pick(["", "", ", covered by: deputy", ", covered by: deputy, cover after: 5 h"])
    }

    private mutating func product(_ name: String) -> [String] {
      let isBooked = chance(40)
      (kept, isCollected, isMade) = ([], isBooked, false)
      let arrive = pick([
        "{ poisson: 4 / d }", "{ every: 7 h }",
        "{ varying: { rate: 5 / d, wave: { every: 24 h, amplitude: 0.9 } } }",
      ])
      let clocks = pick(["", ", clocks: { death: { hazard: 5 % / 1 d, from: referral } }"])
      let order = pick([
        "", ", order: worst off, severity: { uniform: [0, 1] }", ", order: due date, due: 40 h",
      ])
      var lines = [
        "  \(name):", "    priority: \(1 + below(3))",
        "    patients: { arrive: \(arrive)\(clocks)\(order)\(pick(["", "", ", each: { poisson: 2 }"])) }",
      ]
      if isBooked {
        lines.append("    slots: { weekly: { mon: 2, tue: 1, wed: 1, thu: 3, fri: 1 }, book ahead: 8 d }")
      }
      lines.append("    route:")
      var parts: [String] = []
      if isBooked { parts.append("{ book: \(self.name("slot"))\(pick(["", ", patience: 50 h"])) }") }
      if chance(50) {
        parts.append(
          "{ step: \(self.name("collect")), takes: 1 h, uses: spare, marks: collection\(isBooked ? ", on: booked day" : "") }"
        )
        parts.append(
          "{ make: \(self.name("batch")), attempts: 2, material left: 0.5, else: { lose: no product } }")
        (isCollected, isMade) = (true, true)
      }
      parts += (0..<(1 + below(6))).map { _ in part(depth: 0) }
      if chance(40) {
        parts.append(
          "{ release: \(self.name("release")), stage 1: [ \(part(depth: 1)) ], stage 2: [ { delay: \(self.name("final")), takes: 20 h } ], out of specification: { probability: 0.2, released on request: 0.5, else: \(pick(["fail", "record"] + (isMade ? ["remake"] : []))) }, positive after infusion: 0.2 }"
        )
      }
      if chance(50) {
        parts.append("{ infuse: \(self.name("infusion")), takes: 1 h, uses: bench\(frees()) }")
      }
      return lines + parts.map { "      - \($0)" }
    }

    private mutating func failing() -> String {
      pick(
        [
          "", "", "", ", fails: { probability: 0.2, then: repeat, attempts: 3 }",
          ", fails: { probability: 0.2, then: { lose: spoilt } }",
          ", fails: { probability: 0.2, then: record }",
          ", passes: 0.8",
        ] + (isMade ? [", fails: { probability: 0.2, then: remake }"] : [])
          + (isCollected ? [", fails: { probability: 0.2, then: collect again }"] : []))
    }

    private mutating func frees() -> String {
      if kept.isEmpty { return "" }
      return ", frees: [\(pick(kept))]"
    }

    private mutating func step() -> String {
      let uses = pick([
        "bench", "spare", "room", "op", "team", "{ team: 1, bench: 1 }", "{ room: 1, op: 1 }",
        "{ bench: 1, spare: 1 }", "{ bench: 1, op: 1 }",
      ])
      let line = pick([
        "", "", ", line: { at most: 1, when full: leaves }", ", line: { at most: 1, when full: blocks }",
        ", line: { patience: 4 h }", ", line: { bypass: true }",
        ", within: { of: 9 h, otherwise: { lose: late } }",
      ])
      let more = pick([
        "", "", ", interruptible: resume", ", interruptible: restart", ", priority: 1", ", consumes: kit",
        ", consumes: bag", ", consumes: { kit: 2, bag: 1 }", ", at shift end: only if it fits",
        ", starts shelf life: 30 h",
      ])
      var held = chance(30) ? frees() : ""
      if held.isEmpty, chance(30), let used = ["bench", "spare", "room"].first(where: { uses.contains($0) }) {
        held = ", keeps: \(used)"
        kept.append(used)
      }
      return
        "{ step: \(name("s")), takes: \(pick(["0 h", "2 h", "{ uniform: [1 h, 6 h] }"])), uses: \(uses)\(line)\(more)\(held)\(failing()) }"
    }

    private mutating func part(depth: Int) -> String {
      func inner(_ shop: inout WildShop) -> String {
        (0..<(1 + shop.below(2))).map { _ in shop.part(depth: depth + 1) }.joined(separator: ", ")
      }
      switch below(depth < 2 ? 20 : 15) {
      case 0...6: return step()
      case 7: return "{ delay: \(name("d")), takes: \(below(9)) h\(failing()) }"
      case 8:
        return
          "{ culture: \(name("c")), takes: { uniform: [9 h, 30 h] }, repeats: { every: 5 h, takes: 1 h, uses: \(pick(["op", "spare"])) }\(failing()) }"
      case 9: return "{ assay: \(name("a")), takes: 9 h, hands on: 1 h, uses: op\(failing()) }"
      case 10:
        return
          "{ ship: \(name("t")), by: way, if lost: \(pick(["fail", "{ lose: lost }"] + (isMade ? ["remake"] : []))) }"
      case 11:
        return "{ hold: \(name("h")), at most: 9 h, then: \(pick(["fail", "{ lose: old }", "record"])) }"
      case 12: return "{ split: \(name("x")), into: { poisson: 2 } }"
      case 13: return "{ gather: \(name("g")), of: \(2 + below(2))\(pick(["", ", or after: 9 h"])) }"
      case 14: return pick(["{ separate: \(name("z")) }", "{ review: \(name("r")), takes: 3 h, uses: op }"])
      case 15:
        return "{ parallel: \(name("p")), branches: { a: [ \(inner(&self)) ], b: [ \(inner(&self)) ] } }"
      case 16:
        return "{ choose: \(name("q")), arms: [ { name: a, probability: 0.4, route: [ \(inner(&self)) ] } ] }"
      case 17: return "{ step: \(name("s")), takes: 3 h, uses: bench, meanwhile: [ \(inner(&self)) ] }"
      case 18: return chance(30) ? "{ leave: away }" : step()
      default: return "{ store: bag, yields: 1 }"
      }
    }
  }
#endif
