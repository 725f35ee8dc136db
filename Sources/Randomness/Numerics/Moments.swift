import CGSL

/// Mean and variance of what lies within bounds, by GSL's adaptive quadrature of the density (QUADPACK's QAGS and
/// QAGI; Piessens et al. 1983, doi:10.1007/978-3-642-61786-7) and by sums over atoms.
enum Moments {
  /// Integrates from quantile to quantile, so that a narrow law inside wide bounds is not missed.
  static func within(
    law: Law, from lower: Double, to upper: Double, kept: Double
  ) throws(GSLFault) -> (mean: Double, variance: Double) {
    if upper == .infinity, law.mean == .infinity { return (.infinity, .infinity) }
    let first = try expectation(of: { $0 }, law: law, from: lower, to: upper) / kept
    if upper == .infinity, law.variance == .infinity { return (first, .infinity) }
    let second = try expectation(
      of: { ($0 - first) * ($0 - first) }, law: law, from: lower, to: upper)
    return (first, max(0, second / kept))
  }

  private static func expectation(
    of value: (Double) -> Double, law: Law, from lower: Double, to upper: Double
  ) throws(GSLFault) -> Double {
    let shape = law.shape
    var sum = atoms(of: value, shape: shape, from: lower, to: upper)
    guard !law.isDiscrete else { return sum }
    let low = max(lower, law.minimum)
    let high = min(upper, law.maximum)
    let leastProbability = 1e-9
    let levels = [leastProbability, 1e-4, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 0.9999, 1 - leastProbability]
    let inner = (levels.map { law.quantile($0) } + shape.breaks).filter { $0 > low && $0 < high }.sorted()
    var edges = [low]
    for edge in inner + [high] where edge > edges[edges.count - 1] { edges.append(edge) }
    for (from, to) in zip(edges, edges.dropFirst()) {
      // The outermost pieces may hold a pole at a finite end, and hold next to nothing.
      let probability = law.distributionFunction(at: to) - law.distributionFunction(at: from)
      if probability < 2 * leastProbability, from.isFinite, to.isFinite, shape.mass(at: to) == 0 {
        sum += probability * value(from + (to - from) / 2)
        continue
      }
      let scale = [from, to].filter { $0.isFinite }.reduce(0) { max($0, abs(value($1))) }
      sum += try Quadrature.integral(from: from, to: to, tolerance: 1e-9 * scale) {
        value($0) * shape.density(at: $0)
      }
    }
    return sum
  }

  private static func atoms(
    of value: (Double) -> Double, shape: any LawShape, from lower: Double, to upper: Double
  ) -> Double {
    var sum = 0.0
    var probability = 0.0
    var count = 0
    var next: Double? =
      shape.mass(at: lower) > 0 ? lower : shape.nextAtom(after: max(lower, -Double.greatestFiniteMagnitude))
    // Ten million atoms is where a countable law ends for us; its remaining probability is lost in rounding.
    while let atom = next, atom <= upper, probability < 1 - 1e-15, count < 10_000_000 {
      let mass = shape.mass(at: atom)
      sum += mass * value(atom)
      probability += mass
      count += 1
      next = shape.nextAtom(after: atom)
    }
    return sum
  }
}
