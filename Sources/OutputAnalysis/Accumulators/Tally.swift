/// A running summary of single observations: how many, their mean, variance, extremes and sum.
///
/// Updating follows Welford (1962), DOI 10.1080/00401706.1962.10490022, and merging Chan, Golub & LeVeque
/// (1983), DOI 10.1080/00031305.1983.10483115, so no digits are lost when the mean is large beside the
/// spread. Adding and merging take constant time. Count, minimum and maximum do not depend on the order; the
/// others may differ in the last bits, so merge in a fixed order where the same bytes are required.
public struct Tally: Sendable, Hashable {
  private var center = 0.0
  private var squares = 0.0
  private var low = Double.infinity
  private var high = -Double.infinity

  /// The number of observations.
  public private(set) var count = 0

  /// The sum of the observations, exact while all partial sums are integers below 2⁵³.
  public private(set) var sum = 0.0

  /// Makes an empty tally.
  public init() {}

  /// Makes a tally of the given observations, in their order.
  public init(_ observations: some Sequence<Double>) {
    for observation in observations { add(observation) }
  }

  /// The arithmetic mean, or nil when nothing was observed.
  public var mean: Double? { count == 0 ? nil : center }

  /// The sample variance with divisor n − 1, or nil with fewer than two observations.
  public var variance: Double? { count < 2 ? nil : squares / Double(count - 1) }

  /// The sample standard deviation, or nil with fewer than two observations.
  public var standardDeviation: Double? { variance.map { $0.squareRoot() } }

  /// The smallest observation, or nil when nothing was observed.
  public var min: Double? { count == 0 ? nil : low }

  /// The largest observation, or nil when nothing was observed.
  public var max: Double? { count == 0 ? nil : high }

  /// Adds one observation, which must be finite.
  public mutating func add(_ observation: Double) {
    precondition(observation.isFinite, "an observation must be finite")
    count += 1
    sum += observation
    let distance = observation - center
    center += distance / Double(count)
    squares += distance * (observation - center)
    if observation < low { low = observation }
    if observation > high { high = observation }
  }

  /// Adds all observations of another tally.
  public mutating func merge(_ other: Tally) {
    guard other.count > 0 else { return }
    guard count > 0 else {
      self = other
      return
    }
    let (mine, theirs) = (Double(count), Double(other.count))
    let all = mine + theirs
    let distance = other.center - center
    center += distance * theirs / all
    squares += other.squares + distance * distance * mine * theirs / all
    count += other.count
    sum += other.sum
    low = Swift.min(low, other.low)
    high = Swift.max(high, other.high)
  }
}

extension Tally {
  /// The tally as six numbers (count, mean, sum of squared deviations, minimum, maximum, sum), or none when
  /// empty.
  public var encoded: [Double] {
    count == 0 ? [] : [Double(count), center, squares, low, high, sum]
  }

  /// Restores a tally from its ``encoded`` numbers.
  ///
  /// - Throws: ``DecodingFault`` when the numbers cannot have come from a tally.
  public init(decoding numbers: [Double]) throws(DecodingFault) {
    guard !numbers.isEmpty else { return }
    guard numbers.count == 6 else { throw .wrongLength }
    guard numbers.allSatisfy(\.isFinite) else { throw .impossibleValue }
    guard let count = Int(exactly: numbers[0]), count > 0, numbers[2] >= 0, numbers[3] <= numbers[4] else {
      throw .impossibleValue
    }
    self.count = count
    (center, squares, low, high, sum) = (numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
  }
}
