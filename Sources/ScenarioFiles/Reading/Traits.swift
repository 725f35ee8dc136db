import PipelineModel
import Quantities

/// What came before and what comes next: rules of changeover, and products that are never together.
enum TraitsText {
  /// `changeover:` as two laws, or as a list of rules.
  static let changeover = Form<Changeover>(
    .either([laws.kind, rules.kind]),
    read: { node, reading in
      node.list != nil
        ? rules.read(node, reading).map { Changeover(rules: $0) } : laws.read(node, reading)
    },
    write: { $0.rules.isEmpty ? laws.write($0) : rules.write($0.rules) })

  private static let laws = MapForm<Changeover>(
    "changeover", "a changeover", "What has to be done with a unit between two batches.",
    [
      Field(
        "same product", \.sameProduct, .law, "When the batch before was of the same product.",
        absent: "nothing", example: "4 h"),
      Field(
        "other product", \.otherProduct, .law, "When it was of another product.",
        absent: "as for the same product", example: "16 h"),
    ]
  ).form(over: Changeover())

  private static let rules = Form<[ChangeoverRule]>.list(
    MapForm<ChangeoverRule>(
      "changeover rule", "a changeover rule",
      "How long a unit is cleared between two uses; of a list the first rule that fits decides, and no rule means no time.",
      [
        Field(
          "after", \.after, use, "What the unit was used for: a trait of the product, or one of the words.",
          absent: "any", example: "viral vector"),
        Field(
          "before", \.before, use, "What it is used for next: a trait of the product, or one of the words.",
          absent: "any", example: "cells"),
        Field("takes", \.takes, .law, "How long.", example: "{ triangular: [2 d, 4 d, 7 d] }"),
      ]
    ).form(over: ChangeoverRule(takes: Placeholder.law)))

  private static let use = Form<String>.text.map(
    { (text: String) -> ChangeoverRule.Use in
      switch text {
      case "any": .any
      case "same product": .sameProduct
      case "other product": .otherProduct
      default: .trait(text)
      }
    },
    back: { (use: ChangeoverRule.Use) -> String in
      switch use {
      case .any: "any"
      case .sameProduct: "same product"
      case .otherProduct: "other product"
      case .trait(let name): name
      }
    })

  /// `incompatible:`.
  static let pairs = Form<[IncompatiblePair]>.list(
    MapForm<IncompatiblePair>(
      "incompatible pair", "an incompatible pair",
      "Products that are never worked on side by side: a claim that meets one of the other trait waits until it has gone.",
      [
        Field(
          "never together", \.traits, .list(.text), "Two traits of products.",
          example: "[viral vector, cells]"),
        Field(
          "in", \.place, .word,
          "How near is too near: the rooms of one entry of `rooms` (places of one room), or all rooms of a facility with the same `air`.",
          example: "same air"),
      ]
    ).form(over: IncompatiblePair("", "", in: .sameRoom)))
}
