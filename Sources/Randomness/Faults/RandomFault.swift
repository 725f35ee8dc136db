/// Whatever can go wrong in this module, as data.
public enum RandomFault: Error, Hashable, Sendable {
  /// A law's parameters are impossible.
  case law(LawFault)
  /// GSL reported an error.
  case gsl(GSLFault)
  /// Two qualified names have the same code: one of them must be renamed.
  case purposesCollide(String, String)
}
