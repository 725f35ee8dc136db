import Testing

@testable import ScenarioFiles

@Suite struct DeclarationExampleTests {
  static let pages = LanguageWalk(from: ScenarioText.map.declaration).pages

  static let maps: [MapDeclaration] = pages.compactMap { if case .map(let map) = $0 { map } else { nil } }

  @Test("Every example of every key is read without a finding", arguments: maps.map(\.name))
  func examples(name: String) throws {
    let map = try #require(Self.maps.first { $0.name == name })
    for key in map.keys + ProvenanceKeys.all {
      let (node, problems) = FileTree.read(SourceText(name: key.name, text: key.example))
      #expect(problems.map(\.sentence) == [], "\(key.name): \(key.example)")
      let reading = Reading(files: .memory([:]))
      let isRead = key.tryReading(try #require(node), reading)
      #expect(reading.diagnostics.map(\.sentence) == [], "\(key.name): \(key.example)")
      #expect(isRead)
    }
  }

  @Test("Pages of the reference have names of their own, keys a meaning that is a sentence")
  func pagesAreDistinct() {
    #expect(Set(Self.pages.map(\.name)).count == Self.pages.count)
    #expect(LanguageWalk(from: ScenarioText.map.declaration).collisions == [])
    #expect(Self.pages.count > 60)
    for map in Self.maps {
      #expect(Set(map.keys.map(\.name)).count == map.keys.count, "\(map.name)")
      for key in map.keys {
        #expect(key.meaning.hasSuffix("."), "\(map.name): \(key.name)")
        for group in map.exactlyOne + map.atMostOne { for name in group { #expect(map.key(name) != nil) } }
      }
    }
  }
}
