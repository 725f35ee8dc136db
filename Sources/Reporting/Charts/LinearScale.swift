/// Maps numbers to coordinates, with round ticks.
package struct LinearScale: Hashable, Sendable {
  /// The first and last number on the axis; both are ticks.
  package let domain: ClosedRange<Double>
  /// The ticks, ascending.
  package let ticks: [Double]
  private let from: Double
  private let to: Double

  /// A scale that covers the given numbers and zero, drawn from one coordinate to another.
  package init(covering values: [Double], from: Double, to: Double, wantedTicks: Int = 5) {
    let finite = values.filter(\.isFinite)
    let low = min(0, finite.min() ?? 0)
    var high = max(0, finite.max() ?? 0)
    if high == low { high = low + 1 }
    let step = LinearScale.roundStep((high - low) / Double(max(1, wantedTicks - 1)))
    let first = (low / step).rounded(.down)
    let last = (high / step).rounded(.up)
    ticks = (0...Int(last - first)).map { (first + Double($0)) * step }
    domain = first * step...max(last * step, first * step + step)
    self.from = from
    self.to = to
  }

  /// The coordinate of a number; numbers outside the axis are put on its nearer end.
  package func callAsFunction(_ value: Double) -> Double {
    let inside = min(max(value, domain.lowerBound), domain.upperBound)
    return from + (inside - domain.lowerBound) / (domain.upperBound - domain.lowerBound) * (to - from)
  }

  /// How many decimals the ticks need.
  var decimals: Int {
    guard ticks.count > 1 else { return 0 }
    let step = ticks[1] - ticks[0]
    return (0...6).first { digits in
      let scaled = (0..<digits).reduce(step) { value, _ in value * 10 }
      return abs(scaled - scaled.rounded()) < 1e-6
    } ?? 6
  }

  /// 1, 2 or 5 times a power of ten, not smaller than asked.
  private static func roundStep(_ wanted: Double) -> Double {
    var power = 1.0
    while power * 10 <= wanted { power *= 10 }
    while power > wanted, power > 1e-12 { power /= 10 }
    return [1, 2, 5, 10].map { $0 * power }.first { $0 >= wanted * 0.999_999 } ?? 10 * power
  }
}
