extension Markup {
  /// The text of this piece: valid both as HTML and as XML.
  package var written: String {
    var output = ""
    write(to: &output)
    return output
  }

  private func write(to output: inout String) {
    switch self {
    case .text(let text): Markup.escape(text, to: &output)
    case .group(let parts): for part in parts { part.write(to: &output) }
    case .element(let name, let attributes, let content):
      output += "<" + name
      for attribute in attributes {
        output += " " + attribute.name + "=\""
        Markup.escape(attribute.value, to: &output)
        output += "\""
      }
      if content.isEmpty, Markup.closedInPlace.contains(name) {
        output += "/>"
        return
      }
      output += ">"
      for part in content { part.write(to: &output) }
      output += "</" + name + ">"
      if Markup.endsLine.contains(name) { output += "\n" }
    }
  }

  /// Text with every scalar that has a meaning in markup, or none in XML, replaced.
  package static func escape(_ text: String) -> String {
    var output = ""
    escape(text, to: &output)
    return output
  }

  private static func escape(_ text: String, to output: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "'": output += "&#39;"
      case "\t", "\n", "\r": output.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": output += "\u{FFFD}"
      // Marks that reorder or hide text could make a name look like another one.
      case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": output += "\u{FFFD}"
      default: output.unicodeScalars.append(scalar)
      }
    }
  }

  /// Elements that HTML and SVG allow to be closed in place when they are empty.
  private static let closedInPlace: Set<String> = [
    "br", "hr", "meta", "col", "rect", "line", "path", "circle", "polygon", "polyline",
  ]
  /// Elements after which a line ends, so that differences between two pages can be read.
  private static let endsLine: Set<String> = [
    "p", "h1", "h2", "h3", "li", "tr", "table", "section", "figure", "div", "text", "g", "svg", "ul", "dl",
    "dd",
    "title", "desc", "summary", "details", "caption", "thead", "tbody",
  ]
}
