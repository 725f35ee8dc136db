/// One compiled law: an operation code and its parameters. Trivial; tables and sub-laws stand in a `LawTable`.
struct LawInstruction: Hashable, Sendable, BitwiseCopyable {
  enum Operation: UInt8, Sendable {
    case fixed, uniform, triangular, exponential, normal, lognormal, weibull, logLogistic, gamma, beta,
      geometric
    case bernoulli
    /// A whole number by its cumulative probabilities.
    case count
    /// A listed value by its cumulative probability.
    case listed
    case empirical
    /// Two uniforms: branch, value.
    case hyperexponential
    /// One uniform for the branch, then those of the branch.
    case mixture
    case shifted, scaled, truncated
    /// By `Law.quantile`: what has no compiled form.
    case quantile
  }

  var operation: Operation
  /// Where the operation's numbers, sub-laws or law begin, and how many there are.
  var start: Int32 = 0
  var length: Int32 = 0
  /// Where a second list begins.
  var second: Int32 = 0
  var a: Double = 0
  var b: Double = 0
  var c: Double = 0
  var d: Double = 0
}
