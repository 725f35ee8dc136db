/// The least whole number whose distribution function reaches `p`, by doubling steps and bisection.
///
/// - Complexity: O(log of the distance from `start`) distribution functions.
func integerQuantile(
  _ p: Double, from minimum: Double, to maximum: Double, start: Double, step: Double,
  distribution: (Double) -> Double
) -> Double {
  var below = minimum - 1
  var at = min(maximum, max(minimum, start.rounded()))
  var stride = max(1, step.rounded())
  while at < maximum, distribution(at) < p {
    below = at
    at = min(maximum, at + stride)
    stride *= 2
  }
  while at - below > 1 {
    let middle = below + ((at - below) / 2).rounded(.down)
    if distribution(middle) >= p { at = middle } else { below = middle }
  }
  return at
}
