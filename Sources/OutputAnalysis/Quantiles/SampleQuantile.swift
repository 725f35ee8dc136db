/// Quantiles of sorted values, by the two conventions that this module uses.
///
/// Numbering of conventions: Hyndman & Fan (1996), DOI 10.1080/00031305.1996.10473566.
public enum SampleQuantile {
  /// The inverse of the empirical distribution, averaged where it jumps (Hyndman & Fan's definition 2).
  ///
  /// The median of an even number of values is the mean of the middle two. Nil when there are no values.
  public static func averaged(_ sorted: [Double], _ probability: Double) -> Double? {
    guard let (lower, upper) = ranks(probability, of: sorted.count) else { return nil }
    let (a, b) = (sorted[lower], sorted[upper])
    return a == b ? a : a + (b - a) / 2
  }

  /// The smallest value below or at which at least the given share lies (Hyndman & Fan's definition 1).
  ///
  /// Never averages, so values may be +∞. Nil when there are no values.
  public static func smallest(_ sorted: [Double], _ probability: Double) -> Double? {
    guard let (lower, _) = ranks(probability, of: sorted.count) else { return nil }
    return sorted[lower]
  }

  /// The indices, from 0, of the two order statistics that meet at a probability; equal where they do not.
  static func ranks(_ probability: Double, of count: Int) -> (lower: Int, upper: Int)? {
    precondition(probability >= 0 && probability <= 1, "a probability lies in 0...1")
    guard count > 0 else { return nil }
    let position = probability * Double(count)
    let nearest = position.rounded()
    // A product such as 0.1 × 30 means the whole number, whatever its last bit says.
    if (position - nearest).magnitude <= 1e-12 * Double(count) {
      let whole = Int(nearest)
      return (max(whole - 1, 0), min(whole, count - 1))
    }
    let index = min(Int(position), count - 1)
    return (index, index)
  }
}
