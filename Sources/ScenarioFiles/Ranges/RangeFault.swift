/// Why a `range:` is of no number, as data.
public enum RangeFault: Hashable, Sendable {
  /// Two bounds that are not of one kind, or not in order.
  case bounds(low: String, high: String)
  /// No number of the map is of the kind of the bounds and lies between them.
  case noNumber(low: String, high: String)
  /// More than one number is.
  case severalNumbers(low: String, high: String, keys: [String], example: String)
  /// The numbers of a map of names add up to something outside.
  case sum(String, low: String, high: String)
  /// A law that cannot have this median without another shape.
  case law(word: String, median: String)

  /// Whether it contradicts itself, so that nobody can have meant it; else a run goes on without the range.
  var isError: Bool { if case .bounds = self { true } else { false } }

  /// The fault as a sentence.
  var sentence: String {
    switch self {
    case .bounds(let low, let high):
      "a range goes from a smaller to a greater value of one kind, not from '\(low)' to '\(high)'; "
        + "write the smaller first, both with the unit of what they bound"
    case .noNumber(let low, let high):
      "the range [\(low), \(high)] is of no number, so that no sensitivity study varies it: none of this map is of its "
        + "kind and lies in it; write it beside the number that it bounds, and wide enough to hold it"
    case .severalNumbers(let low, let high, let keys, let example):
      "the range [\(low), \(high)] may be of \(keys.prefix(4).map { "'\($0)'" }.joined(separator: " or of ")), so that no "
        + "sensitivity study varies it; write it with its number, such as "
        + "'\(keys[0]): { fixed: \(example), range: [\(low), \(high)] }'"
    case .sum(let sum, let low, let high):
      "the numbers add up to \(sum), which is not in their range [\(low), \(high)], so that no sensitivity study varies "
        + "them; the range of a map of names is of their sum"
    case .law(let word, let median):
      "the law '\(word)' cannot have the median \(median) and keep its shape, so that no sensitivity study varies it; give "
        + "the range to a number, or the law another shape"
    }
  }
}
