import OutputAnalysis
import Quantities

/// How much of a role is asked for, in the month that is being counted.
struct MonthState: Sendable {
  /// Something may have changed what is asked for, in this instant.
  var isTouched = true
  /// Somebody waits for the role: what else he waits for may change, too.
  var isShort = false
  /// What is asked for now; -1 where the role is not on shift.
  private(set) var asked = -1
  private var since = SimulationTime.zero
  /// Ticks on shift with each number asked for.
  private(set) var ticks: [Int64] = []
  /// The area of those who work independently, at the start of the month: since the start of the year.
  var qualifiedBefore: Int128 = 0
  var planned = LevelIntegral()

  mutating func set(asked level: Int, at now: SimulationTime) {
    advance(to: now)
    asked = min(level, MonthPlan.mostAsked)
  }

  mutating func advance(to now: SimulationTime) {
    if asked >= 0, now > since {
      if ticks.count <= asked { ticks += repeatElement(0, count: asked + 1 - ticks.count) }
      ticks[asked] += (now - since).ticks
    }
    since = now
  }

  /// The smallest number that covers what was asked for in a share of the time on shift; 0 where there was none.
  func covering(_ share: Double) -> Int {
    let all = ticks.reduce(0, +)
    var uncovered = all
    for (asked, length) in ticks.enumerated() {
      uncovered -= length
      if Double(uncovered) <= (1 - share) * Double(all) { return asked }
    }
    return 0
  }

  /// A month begins.
  mutating func begin() { for place in ticks.indices { ticks[place] = 0 } }
}
