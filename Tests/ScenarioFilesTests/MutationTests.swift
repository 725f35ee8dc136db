import Testing

@testable import ScenarioFiles

@Suite struct MutationTests {
  /// A small generator with a fixed seed (splitmix64; Steele, Lea and Flood 2014,
  /// doi:10.1145/2660193.2660195).
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  static let tokens = [
    "0", "-1", "1e400", ".nan", "wd", "h", "{", "}", "[", "]", ":", "&a", "*a", "? ", "- ", "|", ">", "\"",
    "'", "#",
    "~", "null", "!!int", "---", "...", "\t", "<<: ", "1 %", "/ y", "step", "extends: x.yaml", "\u{FEFF}",
    "\u{2028}", "é",
  ]

  static func mutated(_ text: String, _ generator: inout Generator) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      let place = Int.random(in: 0..<max(1, scalars.count), using: &generator)
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: if !scalars.isEmpty { scalars.remove(at: place) }
      case 1: scalars.insert(Unicode.Scalar(UInt8.random(in: 1...126, using: &generator)), at: place)
      case 2:
        scalars.insert(contentsOf: (tokens.randomElement(using: &generator) ?? "").unicodeScalars, at: place)
      case 3:
        let end = min(scalars.count, place + Int.random(in: 1...40, using: &generator))
        scalars.removeSubrange(place..<end)
      case 4:
        let end = min(scalars.count, place + Int.random(in: 1...80, using: &generator))
        scalars.insert(
          contentsOf: scalars[place..<end], at: Int.random(in: 0...scalars.count, using: &generator))
      default:
        var lines = scalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
        let from = Int.random(in: 0..<lines.count, using: &generator)
        let line = lines.remove(at: from)
        lines.insert(line, at: Int.random(in: 0...lines.count, using: &generator))
        scalars = Array(lines.joined(separator: ["\n"]))
      }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  @Test(
    "Random mutations of a scenario end in a value or in findings with places in the text", arguments: 0..<8)
  func mutations(seed: Int) {
    var generator = Generator(state: UInt64(seed))
    var accepted = 0
    for _ in 0..<40 {
      let text = Self.mutated(SketchScenario.text, &generator)
      let result = ScenarioReader.read(text: text, name: "m.yaml")
      let report = result.report()
      #expect((result.scenario == nil) == report.hasErrors)
      let lines = SourceText(name: "m.yaml", text: text).lines
      for diagnostic in report.diagnostics where diagnostic.mark.file == "m.yaml" {
        #expect(lines.indices.contains(diagnostic.mark.line - 1), "\(diagnostic)")
      }
      if let scenario = result.scenario {
        accepted += 1
        let written = ScenarioReader.read(text: ScenarioWriter.text(of: scenario))
        #expect(written.report().text() == "")
        #expect(written.sha256 == result.sha256)
      }
    }
    #expect(accepted > 0)
  }
}
