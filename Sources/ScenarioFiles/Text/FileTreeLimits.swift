/// How large and how deep one file may be once its aliases are written out.
struct FileTreeLimits: Sendable {
  var nodes = 200_000
  var depth = 60
  var duplicates = 30
}
