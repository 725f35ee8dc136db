import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What an XML parser finds in a text: elements, text, and the first complaint.
final class WellFormed: NSObject, XMLParserDelegate {
  private(set) var elements: [String] = []
  private(set) var attributes: [(element: String, name: String, value: String)] = []
  /// The attributes of each rectangle: a parser gives those of one element in any order.
  private(set) var rectangles: [[String: String]] = []
  private(set) var text = ""
  private(set) var complaint: String?

  init(_ markup: String) {
    super.init()
    let parser = XMLParser(data: Data(markup.utf8))
    parser.delegate = self
    if !parser.parse() {
      complaint = "line \(parser.lineNumber): \(parser.parserError.map { "\($0)" } ?? "not well-formed")"
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes found: [String: String]
  ) {
    elements.append(name)
    if name == "rect" { rectangles.append(found) }
    for (key, value) in found { attributes.append((name, key, value)) }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}
