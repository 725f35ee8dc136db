import PipelineModel
import Quantities

/// The cumulative expected number of arrivals of a rate that varies in time, for drawing by inversion.
///
/// The rate is the base times its factors. It is integrated over cells no longer than an hour (a 64th of the wave's period
/// where that is shorter) by Simpson's rule, and inverted within a cell by bisection of the integrated quadratic, so that
/// arrival n of scenario A and B is the same function of the same uniforms: n-th arrival at Λ⁻¹(E₁ + … + Eₙ)
/// (Çinlar, 1975, ch. 4).
struct CumulativeRate: Sendable {
  /// Width of a cell in ticks.
  let cell: Int64
  /// Expected arrivals up to the start of each cell, then in all.
  let cumulative: [Double]
  /// The rate at the start, middle and end of each cell, in arrivals per tick: three numbers a cell.
  let rates: [Double]

  init(
    _ function: RateFunction, clock: CivilClock, horizon: SimulationTime, moment: (Moment) -> SimulationTime
  ) {
    let ticksPerSecond = Double(clock.tick.ticksPerSecond)
    var width = 3600 * clock.tick.ticksPerSecond
    var waveTicks = 0.0
    var waveFrom = 0.0
    if let wave = function.wave {
      waveTicks = (wave.period.seconds ?? 86400) * ticksPerSecond
      waveFrom = (wave.from.seconds ?? 0) * ticksPerSecond
      if waveTicks / 64 < Double(width) { width = max(1, Int64(waveTicks / 64)) }
    }
    let wanted = horizon.ticks / width + 1
    if wanted > 2_000_000 { width = horizon.ticks / 2_000_000 + 1 }
    let ramp = function.ramp.map { (at: Double(moment($0.at).ticks), factor: $0.factor) }
    let base = function.base.perSecond / ticksPerSecond
    func rate(_ tick: Double, civil: CivilInstant) -> Double {
      var rate = base
      if function.overDay.count == 24 { rate *= function.overDay[min(23, civil.time.hour)] }
      if function.overWeek.count == 7 { rate *= function.overWeek[civil.date.weekday.rawValue] }
      if function.overYear.count == 12 { rate *= function.overYear[civil.date.month - 1] }
      if let wave = function.wave {
        rate *= 1 + wave.amplitude * sine(2 * .pi * (tick - waveFrom) / waveTicks)
      }
      if let first = ramp.first, let last = ramp.last {
        if tick <= first.at {
          rate *= first.factor
        } else if tick >= last.at {
          rate *= last.factor
        } else if let upper = ramp.firstIndex(where: { $0.at > tick }) {
          let (a, b) = (ramp[upper - 1], ramp[upper])
          rate *= a.factor + (b.factor - a.factor) * (tick - a.at) / (b.at - a.at)
        }
      }
      return max(0, rate)
    }
    var sums = [0.0]
    var values: [Double] = []
    var start: Int64 = 0
    while start < horizon.ticks {
      // The civil hour is that of the cell's start: factors change on whole hours.
      let civil = clock.civil(at: SimulationTime(ticks: start))
      let a = rate(Double(start), civil: civil)
      let m = rate(Double(start) + Double(width) / 2, civil: civil)
      let b = rate(Double(start + width), civil: civil)
      values += [a, m, b]
      sums.append(sums[sums.count - 1] + (a + 4 * m + b) / 6 * Double(width))
      start += width
    }
    cell = width
    cumulative = sums
    rates = values
  }

  /// The cumulative number at an instant.
  func value(at time: SimulationTime) -> Double {
    let index = min(Int(time.ticks / cell), cumulative.count - 2)
    if time.ticks <= 0 || index < 0 { return 0 }
    let x = min(1, Double(time.ticks - Int64(index) * cell) / Double(cell))
    return cumulative[index] + area(x, inCell: index)
  }

  /// Expected arrivals from the start of a cell to the fraction x of it: the integral of the quadratic through its rates.
  private func area(_ x: Double, inCell index: Int) -> Double {
    let (a, m, b) = (rates[3 * index], rates[3 * index + 1], rates[3 * index + 2])
    let c1 = -3 * a + 4 * m - b
    let c2 = 2 * a - 4 * m + 2 * b
    return (a * x + c1 * x * x / 2 + c2 * x * x * x / 3) * Double(cell)
  }

  /// The instant at which the cumulative number reaches `value`; `.never` beyond the horizon.
  func time(of value: Double) -> SimulationTime {
    guard let total = cumulative.last, value < total else { return .never }
    var low = 0
    var high = cumulative.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if cumulative[middle] <= value { low = middle } else { high = middle }
    }
    let rest = value - cumulative[low]
    var left = 0.0
    var right = 1.0
    for _ in 0..<52 {
      let x = (left + right) / 2
      if area(x, inCell: low) <= rest { left = x } else { right = x }
    }
    return SimulationTime(ticks: Int64(low) * cell + Int64((left * Double(cell)).rounded()))
  }
}
