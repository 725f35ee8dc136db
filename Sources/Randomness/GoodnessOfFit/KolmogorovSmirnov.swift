import Foundation

/// The test of Kolmogorov and Smirnov: the largest distance between a sample and a continuous law.
public enum KolmogorovSmirnov {
  /// The probability, under the law, of a distance at least as large as the sample's.
  ///
  /// Asymptotic, with the correction of M. A. Stephens (J. R. Stat. Soc. B 32, 1970), good from 10 values on.
  /// Precondition: the sample is not empty and the law is continuous.
  /// - Complexity: O(n log n).
  public static func pValue(of sample: [Double], against law: Law) -> Double {
    precondition(!law.isDiscrete, "the test is for continuous laws")
    return pValue(distance: distance(of: sample, from: law), count: sample.count)
  }

  /// The largest distance between the distribution functions of a sample and of a law.
  public static func distance(of sample: [Double], from law: Law) -> Double {
    precondition(!sample.isEmpty, "a distance is asked for of an empty sample")
    let count = Double(sample.count)
    var largest = 0.0
    for (index, value) in sample.sorted().enumerated() {
      let probability = law.distributionFunction(at: value)
      largest = max(largest, probability - Double(index) / count, Double(index + 1) / count - probability)
    }
    return largest
  }

  /// The probability that `count` values of the right law are at least this far from it.
  public static func pValue(distance: Double, count: Int) -> Double {
    let root = Double(count).squareRoot()
    let scaled = (root + 0.12 + 0.11 / root) * distance
    // The series alternates and converges from 0.3 on; below it the probability is 1 to nine digits.
    guard scaled > 0.3 else { return 1 }
    var sum = 0.0
    for k in 1...100 {
      let term = exp(-2 * Double(k * k) * scaled * scaled)
      sum += k % 2 == 1 ? term : -term
      if term < 1e-18 { break }
    }
    return min(1, max(0, 2 * sum))
  }
}
