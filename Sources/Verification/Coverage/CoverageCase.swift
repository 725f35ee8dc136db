/// A short experiment with a known answer, to be done thousands of times: how often does the interval around a figure
/// contain what theory says?
public struct CoverageCase: Sendable, CustomStringConvertible {
  /// What is estimated, and so by which rule.
  public enum Kind: String, Sendable, CaseIterable {
    /// A mean over replications: Student.
    case mean
    /// A sum over a sum: jackknife.
    case ratio
    /// A quantile of the values of all replications together: resampling of replications.
    case quantile
    /// A probability of few events, or of one trial a replication: Wilson.
    case proportion
    /// A mean number of few events: Garwood, and the gamma law.
    case rareEvents = "rare events"
  }

  /// The name in the list of cases, such as `C1`.
  public var name: String
  /// The scenario's file without folder and ending.
  public var file: String
  /// What is estimated.
  public var kind: Kind
  /// The figure, a row of the estimates.
  public var figure: Figure
  /// Whether a replication's number has a skewness above 1.
  var isSkewed = false
  /// Where it stands in the list of all cases; decides its seeds, so that no two cases share any.
  var place = 0

  /// Name, file and figure.
  public var description: String { "\(name) \(file), \(figure.name)" }

  /// What the method promises.
  public var promise: CoveragePromise {
    switch kind {
    case .mean, .ratio, .quantile: isSkewed ? .skewed : .exact
    case .proportion, .rareEvents: .atLeast
    }
  }

  /// The seed of the first repetition: that of the study, displaced by four thousand million for each case.
  public func firstSeed(of study: UInt64) -> UInt64 { study &+ UInt64(place) << 32 }
}
