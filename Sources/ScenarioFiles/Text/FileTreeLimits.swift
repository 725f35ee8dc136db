/// How large and how deep one file may be once its aliases are written out.
struct FileTreeLimits: Sendable {
  var nodes = 200_000
  var depth = 60

  /// How many duplicate keys are told apart: each costs one more parse of the text.
  func duplicates(ofBytes bytes: Int) -> Int { min(30, 2_000_000 / max(1, bytes)) }
}
