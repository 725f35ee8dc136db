import PipelineModel
import Quantities

/// A law as one number with a range: its median, and how the law is written with another one.
struct RangedLaw {
  /// The law as it stands: a bare value, or a map with its word.
  let node: FileNode
  let isTime: Bool

  init?(_ node: FileNode, as kind: ValueKind) {
    guard case .either(let kinds) = kind.resolved else { return nil }
    let names = kinds.compactMap { kind in
      if case .variants(let variants) = kind.resolved { variants.name } else { nil }
    }
    guard names.contains("law of time") || names.contains("law of numbers") else { return nil }
    self.node = node
    isTime = names.contains("law of time")
  }

  /// The word of the law; `fixed` for a bare value.
  var word: String {
    parts.first?.key ?? "fixed"
  }

  /// The median, or the mean of a Poisson law, whose median is a whole number; nil where the law cannot be read alone.
  var magnitude: Magnitude? {
    if let text = ownText { return Magnitude(text) }
    return Self.median(of: node, isTime: isTime)
  }

  /// The median as it is written, else in the unit of a bound.
  func base(like bound: String) -> String? {
    if let ownText { return ownText }
    guard let magnitude else { return nil }
    guard isTime, let length = try? QuantityGrammar.timeLength(bound) else {
      return QuantityPrinting.number(Magnitude.rounded(magnitude.value, digits: 3))
    }
    let amount = magnitude.value / (TimeLength(1, length.unit).seconds ?? 1)
    return QuantityPrinting.timeLength(TimeLength(Magnitude.rounded(amount, digits: 3), length.unit))
  }

  /// The law with this median, as one line; nil where it has no other median without another shape.
  func text(withMedian bound: String) -> String? {
    guard let wanted = Magnitude(bound), let now = magnitude, wanted.dimension == now.dimension else {
      return nil
    }
    guard let entry = parts.first else { return bound }
    if entry.value.scalar != nil, ownText != nil {
      return YAMLText.inline(law(entry.key, .written(bound)))
    }
    if ownText != nil {
      let inner = (entry.value.map ?? []).map {
        $0.key == "median" ? ($0.key, .written(bound)) : ($0.key, $0.value)
      }
      return YAMLText.inline(law(entry.key, .written(map: inner)))
    }
    guard now.value > 0, wanted.value > 0 else { return nil }
    let factor = wanted.value / now.value
    let result =
      isTime
      ? law(entry.key, Self.stretched(entry.value, by: factor))
      : law(
        "scaled",
        .written(map: [
          ("by", .written(QuantityPrinting.number(Magnitude.rounded(factor)))),
          ("law", law(entry.key, entry.value)),
        ]))
    guard let median = Self.median(of: result, isTime: isTime)?.value,
      abs(median - wanted.value) <= 1e-6 * wanted.value
    else { return nil }
    return YAMLText.inline(result)
  }

  /// The text that is the median: a fixed value, or the parameter of that name beside a shape that is no length.
  private var ownText: String? {
    guard let entry = parts.first else { return node.scalar?.text }
    if let scalar = entry.value.scalar, ["fixed", "poisson"].contains(entry.key) { return scalar.text }
    guard ["lognormal", "log-logistic"].contains(entry.key), entry.value["quartiles"] == nil else {
      return nil
    }
    return entry.value["median"]?.scalar?.text
  }

  /// The entries of the law's map without its notes.
  private var parts: [FileNode.Entry] {
    (node.map ?? []).filter { !ProvenanceKeys.names.contains($0.key) }
  }

  /// The law with another value behind its word; what stands beside the word stays.
  private func law(_ word: String, _ value: FileNode) -> FileNode {
    .written(map: [(word, value)] + parts.dropFirst().map { ($0.key, $0.value) })
  }

  /// All lengths of time in a value times a factor; other numbers are shapes and stay.
  private static func stretched(_ node: FileNode, by factor: Double) -> FileNode {
    switch node.content {
    case .scalar(let scalar):
      switch Magnitude(scalar.text)?.dimension {
      case .time, .workingDays: .written(Magnitude.scaled(scalar.text, by: factor) ?? scalar.text)
      default: node
      }
    case .list(let items): .written(items.map { stretched($0, by: factor) })
    case .map(let entries): .written(map: entries.map { ($0.key, stretched($0.value, by: factor)) })
    }
  }

  /// The median of a law that needs no other file; nil for counts, whose medians are whole numbers.
  private static func median(of node: FileNode, isTime: Bool) -> Magnitude? {
    let reading = Reading(files: .memory([:]))
    guard let law = (isTime ? LawForms.time : LawForms.number).read(node, reading),
      reading.diagnostics.isEmpty, !law.law.isDiscrete
    else { return nil }
    let dimension: Magnitude.Dimension =
      isTime ? law.measure == .seconds ? .time : .workingDays : .plain
    return Magnitude(dimension, law.law.median)
  }
}
