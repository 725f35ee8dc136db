import PipelineModel
import Quantities
import Reporting

/// What a description says of rooms: their air, how they are cleared by rules, their monitoring, and what never meets.
enum RoomWords {
  /// What stands behind the name of a resource.
  static func of(_ resource: Resource) -> String {
    var words: [String] = []
    if let air = resource.air { words.append("air of \(air)") }
    if !resource.licensedFor.isEmpty {
      words.append("licensed for \(resource.licensedFor.joined(separator: ", "))")
    }
    if let people = resource.occupancy { words.append("at most \(people) people inside") }
    for rule in resource.changeover?.rules ?? [] {
      words.append(
        "cleared in \(SpanWords.of(rule.takes)) after \(name(rule.after)) before \(name(rule.before))")
    }
    if let monitoring = resource.monitoring {
      words.append("\(SpanWords.share(monitoring.excursion)) of sessions are excursions")
      if let hold = monitoring.hold {
        words.append(
          "\(SpanWords.share(hold.probability)) of these close a room for \(SpanWords.of(hold.takes))")
      }
    }
    return words.map { "; \($0)" }.joined()
  }

  /// The pairs that are never together, as a part of their own.
  static func apart(_ pairs: [IncompatiblePair]) -> [ScenarioDescription.Part] {
    if pairs.isEmpty { return [] }
    let lines = pairs.map { "\($0.traits.joined(separator: " and ")) in the \($0.place.rawValue)" }
    return [ScenarioDescription.Part(title: "Never together", lines: lines)]
  }

  /// What a product is.
  static func traits(_ product: Product) -> [String] {
    product.traits.isEmpty ? [] : ["traits: \(product.traits.joined(separator: ", "))"]
  }

  private static func name(_ use: ChangeoverRule.Use) -> String {
    switch use {
    case .any: "any"
    case .sameProduct: "the same product"
    case .otherProduct: "another product"
    case .trait(let trait): trait
    }
  }
}
