/// Names that look like a misspelt one.
enum NearNames {
  /// At most three of the names, nearest first, each within a third of the misspelt name's length.
  ///
  /// The distance counts insertions, deletions, replacements and swaps of neighbours (Damerau 1964,
  /// doi:10.1145/363958.363994, in the restricted form of optimal string alignment).
  static func near(_ word: String, among names: some Sequence<String>) -> [String] {
    guard word.count <= 60 else { return [] }
    let limit = max(1, word.count / 3)
    var found: [(distance: Int, name: String)] = []
    for name in Set(names) where name != word && abs(name.count - word.count) <= limit {
      let distance = distance(folded(word), folded(name))
      if distance <= limit && distance < max(name.count, word.count) { found.append((distance, name)) }
    }
    return found.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
  }

  /// Upper and lower case, spaces, hyphens and underscores are the same to somebody who types from memory.
  private static func folded(_ name: String) -> [Character] {
    name.lowercased().map { $0 == "_" || $0 == "-" ? " " : $0 }
  }

  static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        var best = min(row[j] + 1, last[j + 1] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          best = min(best, beforeLast[j - 1] + 1)
        }
        row.append(best)
      }
      (beforeLast, last) = (last, row)
    }
    return last[right.count]
  }
}
