/// Why stored numbers or bytes could not be read back into a summary.
public enum DecodingFault: Error, Hashable, Sendable {
  /// There are more or fewer numbers or bytes than the form needs.
  case wrongLength
  /// The form's version is not one that this code knows.
  case unknownVersion
  /// A number is not one that the summary could have written.
  case impossibleValue
}
