import Foundation
import PipelineSimulation
import ScenarioFiles
import Testing

/// Losses under hazards that change with time and severity follow their closed form, and no other.
///
/// The times of 20,000 patients are compared with the survival 1 − exp(−H) by Kolmogorov and Smirnov: the largest distance
/// stays below 1.95 / √n, which it passes once in a thousand; a model that leaves a part out has to be rejected.
@Suite struct HazardSurvivalTests {
  private static let patients = 20_000

  /// Days from the referral to the loss; who is not lost within the run is infinite.
  private func losses(_ demand: String, _ clock: String) throws -> [Double] {
    let text = """
      title: survival
      start: 2024-01-01
      horizon: 400 d
      facilities: { ward: { devices: { bed: { count: 1 } } } }
      products:
        cells:
          patients:
            arrive: { cohort: \(Self.patients), at: 0 h }
            \(demand)
            clocks: { death: { hazard: 20 % / 30 d\(clock) } }
          route: [ { step: collect, takes: 30 d, marks: collection }, { delay: wait, takes: 900 d }, { infuse: infusion, uses: bed } ]
      """
    let scenario = try #require(ScenarioReader.read(text: text).scenario)
    var lost: [Double] = []
    _ = try Program(compiling: scenario).trace(0, seed: 7, options: ReplicationOptions()) { entry in
      if entry.event == "is lost" { lost.append(Double(entry.at.ticks) / 86_400_000) }
    }
    return lost + Array(repeating: .infinity, count: Self.patients - lost.count)
  }

  /// The largest distance between the share lost until each day and what the model says of it.
  private func distance(_ losses: [Double], _ survival: (Double) -> Double) -> Double {
    var worst = 0.0
    for (index, day) in losses.sorted().enumerated() where day.isFinite {
      let (below, at) = (Double(index) / Double(losses.count), Double(index + 1) / Double(losses.count))
      let model = 1 - survival(day)
      worst = max(worst, abs(model - below), abs(model - at))
    }
    return worst
  }

  private let limit = 1.95 / Double(HazardSurvivalTests.patients).squareRoot()
  private let rate = 0.2 / 30

  /// The mean over severities between 0 and 1, by Simpson's rule.
  private func overSeverities(_ value: (Double) -> Double) -> Double {
    let parts = 200
    return (0...parts).reduce(0) { sum, index in
      let weight = index == 0 || index == parts ? 1.0 : index % 2 == 1 ? 4 : 2
      return sum + weight * value(Double(index) / Double(parts))
    } / Double(3 * parts)
  }

  @Test("A hazard that changes twice")
  func piecewise() throws {
    let losses = try losses(
      "", ", from: referral, changes: [ { after: 40 d, factor: 2.5 }, { after: 90 d, factor: 0.5 } ]")
    func survival(_ day: Double) -> Double {
      exp(-rate * (min(day, 40) + 2.5 * max(0, min(day, 90) - 40) + 0.5 * max(0, day - 90)))
    }
    let (right, wrong) = (distance(losses, survival), distance(losses) { exp(-rate * $0) })
    #expect(right < limit, "\(right) against \(limit)")
    #expect(wrong > limit, "a constant hazard is not noticed: \(wrong)")
  }

  @Test(
    "A hazard that doubles with the severity, which differs between patients and grows; from the collection on"
  )
  func severity() throws {
    let losses = try losses(
      "severity: { uniform: [0, 1] }\n      worsens: 0.3 / 30 d", ", doubles with severity: 0.5")
    // From day 30 on with a severity of s + 0.3; b = ln 2 / 0.5 and w = 0.01 a day.
    let (b, w) = (log(2) / 0.5, 0.01)
    func survival(_ day: Double, worsening w: Double, from start: Double = 30) -> Double {
      let ran = max(0, day - 30)
      return overSeverities { s in
        let level = rate * exp(b * (s + w * start))
        return exp(-level * (w == 0 ? ran : (exp(b * w * ran) - 1) / (b * w)))
      }
    }
    let right = distance(losses) { survival($0, worsening: w) }
    #expect(right < limit, "\(right) against \(limit)")
    for (what, wrong) in [
      ("no worsening", distance(losses) { survival($0, worsening: 0) }),
      ("no worsening before the collection", distance(losses) { survival($0, worsening: w, from: 0) }),
      ("no severity", distance(losses) { exp(-rate * max(0, $0 - 30)) }),
    ] { #expect(wrong > limit, "\(what) is not noticed: \(wrong)") }
  }

  @Test("Both at once: changes in time on top of a severity that grows")
  func both() throws {
    let losses = try losses(
      "severity: { fixed: 0.4 }\n      worsens: 0.3 / 30 d",
      ", from: referral, doubles with severity: 0.5, changes: [ { after: 20 d, factor: 0 }, { after: 50 d, factor: 3 } ]"
    )
    let (b, w) = (log(2) / 0.5, 0.01)
    func area(_ from: Double, _ to: Double) -> Double {
      to > from ? exp(b * 0.4) * (exp(b * w * to) - exp(b * w * from)) / (b * w) : 0
    }
    func survival(_ day: Double, factor: Double) -> Double {
      exp(-rate * (area(0, min(day, 20)) + factor * area(50, day)))
    }
    let right = distance(losses) { survival($0, factor: 3) }
    #expect(right < limit, "\(right) against \(limit)")
    let wrong = distance(losses) { survival($0, factor: 2.7) }
    #expect(wrong > limit, "nine tenths of the factor are not noticed: \(wrong)")
    #expect(!losses.contains { $0 > 20.001 && $0 < 49.999 })
  }
}
