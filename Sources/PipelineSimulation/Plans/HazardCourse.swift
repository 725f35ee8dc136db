import Foundation

/// How a hazard changes while its clock runs: by steps in time, and with a severity that grows.
///
/// The hazard at a time t after the start is h · f(t) · exp(b (s + w t)): the rate h as written, the factor f of the last
/// change before t, the severity s at the start and its growth w. Its integral has a closed form between two changes (the
/// cumulative hazard of a Gompertz law: Bender, Augustin and Blettner, Statistics in Medicine 2005,
/// DOI 10.1002/sim.2059), which is inverted: the exponential time that would be drawn without any of this is spent at the
/// pace of the factors. The same uniform is used, and where all factors are 1 the same instant comes out.
struct HazardCourse: Sendable {
  /// From so many ticks after the start on, so many times the hazard; ascending.
  var changes: [(after: Double, factor: Double)] = []
  /// b: ln 2 over the severity with which the hazard doubles; 0 where it does not.
  var perSeverity = 0.0
  /// w in one tick.
  var worseningPerTick = 0.0

  /// When the time that a hazard without this course would take is spent, in ticks after the start.
  ///
  /// - Returns: infinity where it never is.
  func ticks(spending time: Double, severity: Double) -> Double {
    let growth = perSeverity * worseningPerTick
    var (left, begin, factor) = (time, 0.0, 1.0)
    var level = exp(perSeverity * severity)
    for index in 0...changes.count {
      let end = index < changes.count ? changes[index].after : .infinity
      let pace = factor * level
      if pace > 0 {
        let spent = pace * Self.stretched(end - begin, growth)
        if left <= spent { return begin + Self.unstretched(left / pace, growth) }
        left -= spent
      }
      guard index < changes.count else { break }
      if growth != 0 { level *= exp(growth * (end - begin)) }
      (begin, factor) = (end, changes[index].factor)
    }
    return .infinity
  }

  /// The time that is spent until so many ticks after the start: the cumulative hazard over the rate as written.
  func spent(until ticks: Double, severity: Double) -> Double {
    let growth = perSeverity * worseningPerTick
    var (sum, begin, factor) = (0.0, 0.0, 1.0)
    var level = exp(perSeverity * severity)
    for index in 0...changes.count {
      let end = min(ticks, index < changes.count ? changes[index].after : .infinity)
      sum += factor * level * Self.stretched(max(0, end - begin), growth)
      guard index < changes.count, end < ticks else { break }
      if growth != 0 { level *= exp(growth * (end - begin)) }
      (begin, factor) = (end, changes[index].factor)
    }
    return sum
  }

  /// The integral of exp(growth · t) from 0 to a length.
  private static func stretched(_ length: Double, _ growth: Double) -> Double {
    growth == 0 ? length : expm1(growth * length) / growth
  }

  /// Its inverse.
  private static func unstretched(_ area: Double, _ growth: Double) -> Double {
    growth == 0 ? area : log1p(area * growth) / growth
  }
}

/// What an infusion is worth, and what waiting costs of it.
struct BenefitPlan: Sendable {
  /// Corners by severity, ascending.
  var points: [(severity: Double, benefit: Double)]
  /// The wait that is looked at, in ticks.
  var over: Double
  /// Hazards that run from the referral: rates in one tick, with their courses.
  var hazards: [(rate: Double, course: HazardCourse)] = []

  /// Linear between the corners, constant outside.
  func value(_ severity: Double) -> Double {
    guard let first = points.first, let last = points.last else { return 0 }
    if severity <= first.severity { return first.benefit }
    for (low, high) in zip(points, points.dropFirst()) where severity <= high.severity {
      let part = (severity - low.severity) / (high.severity - low.severity)
      return low.benefit + part * (high.benefit - low.benefit)
    }
    return last.benefit
  }

  /// What is lost by waiting once more, `waited` ticks after a referral with a severity.
  func loss(waited: Double, severity: Double, worseningPerTick: Double) -> Double {
    let now = value(severity + worseningPerTick * waited)
    let later = value(severity + worseningPerTick * (waited + over))
    let hazard = hazards.reduce(0) { sum, hazard in
      let spent =
        hazard.course.spent(until: waited + over, severity: severity)
        - hazard.course.spent(until: waited, severity: severity)
      return sum + hazard.rate * spent
    }
    return now - exp(-hazard) * later
  }
}
