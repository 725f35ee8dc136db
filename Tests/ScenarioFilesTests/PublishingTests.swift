import Testing

@testable import ScenarioFiles

@Suite struct PublishingTests {
  @Test(
    "The complete examples of the reference are scenarios",
    arguments: [ReferencePreface.queue, ReferencePreface.therapy])
  func examples(text: String) throws {
    let result = ScenarioReader.read(text: text)
    #expect(result.report().text() == "")
    let scenario = try #require(result.scenario)
    #expect(ScenarioReader.read(text: ScenarioWriter.text(of: scenario)).scenario == scenario)
  }

  @Test("The reference has a section for every map, and every link in it leads to a section")
  func links() {
    let text = LanguageReference.text()
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("#") }
      .map { LanguageReference.anchor($0.drop { $0 == "#" || $0 == " " }.description) }
    #expect(Set(headings).count == headings.count)
    var rest = text[...]
    var links = 0
    while let start = rest.firstRange(of: "](#") {
      let target = rest[start.upperBound...].prefix { $0 != ")" }
      #expect(headings.contains(String(target)), "\(target)")
      rest = rest[start.upperBound...]
      links += 1
    }
    #expect(links > 100)
  }

  @Test("Every reference within the schema leads to a definition")
  func definitions() {
    let text = JSONSchema.text()
    var rest = text[...]
    var names: Set<String> = []
    while let start = rest.firstRange(of: "\"#/$defs/") {
      names.insert(String(rest[start.upperBound...].prefix { $0 != "\"" && $0 != "/" }))
      rest = rest[start.upperBound...]
    }
    #expect(names.count > 60)
    for name in names { #expect(text.contains("\"\(name)\": {"), "\(name)") }
  }
}
