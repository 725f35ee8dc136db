/// The complete reference of the scenario language in Markdown, made from the declarations that the reader
/// uses.
public enum LanguageReference {
  /// The reference as text, the same on every machine.
  public static func text() -> String {
    let top = LanguageWalk(from: ScenarioText.map.declaration).pages
    let inclusion = LanguageWalk(from: Inclusion.map.declaration).pages
    let library = LanguageWalk(from: LibraryRoute.map.declaration).pages
    let provenance = MapDeclaration(
      name: "provenance", phrase: "provenance", meaning: "Keys that may stand in every map with numbers.",
      keys: ProvenanceKeys.all, hasProvenance: false)
    let pages = top + inclusion + library + [.map(provenance)]
    return ReferencePreface.text + "\n## All keys\n\n"
      + "Every map of the language, in the order in which it is met from the top of a file. A key without a default has "
      + "to be there.\n\n"
      + pages.map(section).joined(separator: "\n")
  }

  private static func section(_ page: LanguageWalk.Page) -> String {
    switch page {
    case .map(let map): section(of: map)
    case .variants(let variants): section(of: variants)
    }
  }

  private static func section(of map: MapDeclaration) -> String {
    var text = "### \(map.name)\n\n\(map.meaning)\n\n"
    text += "| key | meaning | value | unit | range | default | example |\n|---|---|---|---|---|---|---|\n"
    for key in map.keys {
      let value = ReferenceValue(of: key.kind)
      let cells = [
        "`\(key.name)`", key.meaning, value.words, value.unit, value.range, key.absent ?? "**required**",
        "`\(key.name): \(key.example)`",
      ]
      text += "| " + cells.map(cell).joined(separator: " | ") + " |\n"
    }
    if map.hasProvenance {
      text += "\nAlso `source`, `assumption`, `range`: see [provenance](#provenance).\n"
    }
    for group in map.exactlyOne { text += "\nExactly one of \(list(group)) has to be there.\n" }
    for group in map.atMostOne { text += "\nOnly one of \(list(group)) can be there.\n" }
    return text
  }

  private static func section(of variants: VariantsDeclaration) -> String {
    var text =
      "### \(variants.name)\n\n\(variants.meaning)\n\n| first key | meaning | example |\n|---|---|---|\n"
    for variant in variants.variants {
      guard let leading = variant.keys.first else { continue }
      let cells = [
        "[`\(leading.name)`](#\(anchor(variant.name)))", variant.meaning,
        "`\(leading.name): \(leading.example)`",
      ]
      text += "| " + cells.map(cell).joined(separator: " | ") + " |\n"
    }
    return text
  }

  /// The anchor that renderers of Markdown give to a heading.
  static func anchor(_ heading: String) -> String {
    heading.lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }.replacing(
      " ", with: "-")
  }

  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }

  private static func list(_ names: [String]) -> String {
    names.map { "`\($0)`" }.joined(separator: ", ")
  }
}

/// What the reference says about the value behind a key.
struct ReferenceValue {
  var words: String
  var unit = ""
  var range = ""

  init(of kind: ValueKind) {
    switch kind {
    case .scalar(let scalar):
      words = scalar.name
      unit = scalar.unit
      range = scalar.range
    case .map(let map): words = ReferenceValue.link(map.name)
    case .named(let item, _): words = "map of names to \(ReferenceValue(of: item).words)"
    case .list(let item, let count):
      let inner = ReferenceValue(of: item)
      let items = if case .scalar(let scalar) = item { scalar.plural } else { inner.words }
      words = "list of \(count.map { "\($0) " } ?? "")\(items)"
      unit = inner.unit
      range = inner.range
    case .steps(let variants): words = "list of \(ReferenceValue.link(variants.name))"
    case .variants(let variants): words = ReferenceValue.link(variants.name)
    case .either(let kinds):
      let all = kinds.map { ReferenceValue(of: $0) }
      words = ReferenceValue.distinct(all.map(\.words)).joined(separator: ", or ")
      unit = ReferenceValue.distinct(all.map(\.unit)).joined(separator: "; ")
      range = ReferenceValue.distinct(all.map(\.range)).joined(separator: "; ")
    case .reference(let reference): self = ReferenceValue(of: reference.resolve())
    }
  }

  private static func link(_ name: String) -> String { "[\(name)](#\(LanguageReference.anchor(name)))" }

  private static func distinct(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}
