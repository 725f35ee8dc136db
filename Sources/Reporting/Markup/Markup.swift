/// A piece of a page or picture: elements, text, and groups of them. Text and attributes are escaped when written, so
/// no name of a scenario can change the structure of a page.
///
/// It stands beside Mustache because Mustache escapes whole characters (grapheme clusters): a quotation mark that is
/// followed by a combining accent passes unescaped and can leave an attribute. Here every Unicode scalar is looked at.
/// It also writes the charts, for which templates are no help.
package indirect enum Markup: Hashable, Sendable {
  /// One attribute.
  package struct Attribute: Hashable, Sendable {
    var name: String
    var value: String
  }

  case element(String, [Attribute], [Markup])
  case text(String)
  case group([Markup])

  /// An element with attributes and content.
  package static func tag(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: [Markup] = []
  ) -> Markup {
    .element(name, attributes.map { Attribute(name: $0.key, value: $0.value) }, content)
  }

  /// An element with attributes around text.
  package static func tag(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ text: String
  ) -> Markup {
    tag(name, attributes, [.text(text)])
  }

  /// Nothing.
  package static var nothing: Markup { .group([]) }

  /// Whether nothing would be written.
  package var isEmpty: Bool {
    switch self {
    case .element: false
    case .text(let text): text.isEmpty
    case .group(let parts): parts.allSatisfy(\.isEmpty)
    }
  }
}

extension Markup: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) { self = .text(value) }
}

extension Markup: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: Markup...) { self = .group(elements) }
}
