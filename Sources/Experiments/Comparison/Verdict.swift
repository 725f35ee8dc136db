/// What a comparison says in words about one figure.
public enum Verdict: String, Hashable, Sendable, CaseIterable {
  /// The whole interval of the difference lies above zero.
  case more
  /// The whole interval of the difference lies below zero.
  case fewer
  /// Every pair of replications gave the same number.
  case same = "the same"
  /// The interval contains zero.
  case unclear = "no difference seen"
  /// One side does not define the figure, or there are too few pairs.
  case undefined = "not comparable"
}
