import Quantities
import Randomness

/// Laws of durations and counts give nothing below zero, can be drawn, and are long enough for the clock.
enum Laws: ScenarioRule {
  /// The least mean of a law, in ticks; below it rounding to ticks would show.
  static let leastTicks = 50

  static func findings(in view: ScenarioView) -> [Finding] {
    let tick = view.scenario.tick
    var table = LawTable()
    return view.lawSites.compactMap { site in
      let law = site.law
      if (try? table.append(law)) == nil { return Finding(site.path, .lawNotDrawable(law: "\(law)")) }
      if site.kind != .anyNumber, law.minimum < 0 {
        return Finding(site.path, .negativeValues(law: "\(law)", isTime: site.kind != .number))
      }
      guard site.kind == .time, law.mean > 0, law.mean * Double(tick.ticksPerSecond) < Double(leastTicks)
      else {
        return nil
      }
      return Finding(site.path, .meanBelowTicks(seconds: law.mean, limit: leastTicks, tick: tick))
    }
  }
}
