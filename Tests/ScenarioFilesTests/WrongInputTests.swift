import Testing

@testable import ScenarioFiles

@Suite struct WrongInputTests {
  static let head = "title: T\nstart: 2024-01-01\nhorizon: 1 y\n"

  /// A text after the three lines of the head, and the findings that it gives, without carets.
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var findings: [String]
    init(_ text: String, _ findings: String...) {
      self.text = text
      self.findings = findings
    }
    var testDescription: String { text }
  }

  static func findings(_ result: ReadResult) -> [String] {
    result.report().diagnostics.map { "\($0.mark.line):\($0.mark.column): \($0.severity): \($0.sentence)" }
  }

  static func step(_ keys: String) -> String { "products: { p: { route: [ { step: s, \(keys) } ] } }" }

  static let cases: [Case] = [
    Case("horizn: 5 y", "4:1: error: a scenario has no key 'horizn'; did you mean 'horizon'?"),
    Case("title: U", "4:1: error: the key 'title' stands already in line 1"),
    Case(
      "stocks:\n  a: { initial: 1, initial: 2 }\n  b: { unit: x, unit: y }",
      "5:20: error: the key 'initial' stands already in line 5",
      "6:17: error: the key 'unit' stands already in line 6"),
    Case(
      step("takes: 4"),
      "4:45: error: expected a duration with a unit, such as '4 h' or '9 d', but found '4'"),
    Case(
      step("takes: 4 hours"),
      "4:45: error: expected a duration with a unit, such as '4 h' or '9 d', but found '4 hours': "
        + "there is no unit 'hours'; did you mean 'h'?"),
    Case(
      step("takes: -4 h"),
      "4:45: error: expected a duration with a unit, such as '4 h' or '9 d', but found '-4 h': it must not be negative"
    ),
    Case(
      step("takes: .inf h"),
      "4:45: error: expected a duration with a unit, such as '4 h' or '9 d', but found '.inf h': "
        + "a number must be finite"),
    Case(
      step("takes: { triangular: [1 h, 2 wd, 3 h] }"),
      "4:45: error: working days ('wd') and calendar units cannot be mixed in one law; "
        + "write all of them in one kind of time"),
    Case(
      step("takes: { triangular: [3 h, 2 h, 1 h] }"),
      "4:45: error: 'mode' of the law 'triangular' must be at least 'minimum', which is 10800, not 7200"),
    Case(
      step("takes: { triangular: [3 h, 4 h] }"),
      "4:59: error: expected a list of 3 values, but found 2"),
    Case(
      step("takes: { trianglar: [1 h, 2 h, 3 h] }"),
      "4:47: error: a law of time, such as '{ triangular: [7 d, 10 d, 12 d] }' has no key 'trianglar'; "
        + "did you mean 'triangular'?"),
    Case(
      step("takes: { lognormal: { median: 7 d } }"),
      "4:58: error: the law 'lognormal' needs one of 'sigma', 'sd' and 'quartiles'"),
    Case(
      step("fails: { probability: 1.5, then: fail }"),
      "4:60: error: expected a probability, such as '0.04' or '4 %', but found '1.5': it must be from 0 to 1"),
    Case(
      step("fails: { probability: 0.1, then: remak }"),
      "4:71: error: expected 'repeat', 'remake', 'collect again', 'fail' or 'record', but found 'remak'; "
        + "did you mean 'remake'?"),
    Case(step("fails: { probability: 0.1 }"), "4:45: error: a failure rule needs the key 'then'"),
    Case(
      step("uses: { a: 0 }"), "4:49: error: '0' is out of range: it must be 1 or more"),
    Case(
      step("uses: { a: 1.5 }"),
      "4:49: error: expected a whole number, such as '0' or '12', but found '1.5': it must be a whole number"),
    Case(step("line: { bypass: yes }"), "4:54: error: expected 'true' or 'false', but found 'yes'"),
    Case(
      step("takes:"),
      "4:38: error: expected a duration with a unit, such as '4 h' or '9 d', or a law of time, such as '{ triangular: [7 d, 10 d, 12 d] }', but found nothing"
    ),
    Case(
      "products: { p: { route: [ { stop: s } ] } }",
      "4:29: error: an entry of a route, such as 'step: wash' has no key 'stop'; did you mean 'step'?"),
    Case(
      "products: { p: { patients: { arrive: { poisson: 18 } } } }",
      "4:49: error: expected a rate, such as '18 / y' or '0.9 / h', but found '18'"),
    Case(
      "facilities: { f: { people: { o: { count: 1, fte: 2 } } } }",
      "4:33: error: a role can have only one of 'count' and 'fte'"),
    Case(
      "facilities: { f: { rooms: { r: { grade: E, count: 1 } } } }",
      "4:41: error: expected 'A', 'B', 'C' or 'D', but found 'E'"),
    Case(
      "sites: { s: { time zone: Europe/Lund } }",
      "4:26: error: expected the IANA name of a time zone, such as 'Europe/Stockholm', but found 'Europe/Lund'"
    ),
    Case(
      "calendars: { c: { days: mon-fri, hours: 07:00 } }",
      "4:41: error: expected a time range, such as '07:00-17:30', but found '07:00'"),
    Case(
      "stocks: { a.b: { initial: 1 } }",
      "4:11: error: 'a.b' cannot be a name: it is empty, or has '.', '/', ':' or spaces at its ends"),
    Case(
      "stocks: { s: { initial: 1, source: x, assumption: y } }",
      "4:39: error: 'source' and 'assumption' exclude each other"),
    Case("tick: !!int 1 ms", "4:7: error: YAML tags such as '!!int' are not part of the language"),
    Case("\tabout: x", "4:1: error: a tab indents this line; YAML wants spaces"),
    Case("about: a\u{7}b", "4:9: error: the character U+0007 does not belong into a scenario"),
    Case("? {a: b}\n: c", "4:3: error: a key must be plain text, not a map, a list or an alias"),
    Case(
      "---\ntitle: second",
      "5:1: error: a scenario is one document; remove '---' and what follows, or make it a file of its own"),
  ]

  @Test("Each mistake gives its finding at its place, and nothing else", arguments: cases)
  func mistake(_ example: Case) {
    let result = ScenarioReader.read(text: Self.head + example.text)
    #expect(Self.findings(result) == example.findings)
    #expect(result.scenario == nil)
  }

  @Test("A finding shows the line and a caret under the place")
  func caret() {
    let result = ScenarioReader.read(text: Self.head + "stocks:\n  dose: { inital: 40 }\n", name: "a.yaml")
    #expect(
      result.report().text() == """
        a.yaml:5:11: error: a stock has no key 'inital'; did you mean 'initial'?
            dose: { inital: 40 }
                    ^^^^^^

        """)
  }

  @Test("All problems of a file are reported at once")
  func allAtOnce() {
    let result = ScenarioReader.read(
      text: "titel: x\nstart: soon\nhorizon: 5\nstocks: { a: { initial: -1 } }\n")
    #expect(
      Self.findings(result) == [
        "1:1: error: a scenario has no key 'titel'; did you mean 'title'?",
        "2:8: error: expected a date, such as '2024-10-01' or '2024-Q3', or a date and time, "
          + "such as '2025-03-01 08:00', but found 'soon'",
        "3:10: error: expected a date or a duration with a unit, such as '2034-01-01' or '10 y', but found '5'",
        "4:25: error: expected a whole number of things, such as '40 doses', but found '-1': it must not be negative",
      ])
  }

  @Test("Files that are no text, too large, missing or empty are named")
  func files() {
    let broken = SourceFiles { path in
      switch path {
      case "latin.yaml": .success(Array("title: caf".utf8) + [0xE9, 0x0A])
      case "large.yaml": .success(Array(repeating: 0x20, count: SourceFiles.sizeLimit + 1))
      case "empty.yaml": .success([])
      case "bom.yaml":
        .success([0xEF, 0xBB, 0xBF] + Array("title: T\nstart: 2024-01-01\nhorizon: 1 y\n".utf8))
      case "folder": .failure(.directory)
      default: .failure(.missing)
      }
    }
    let reader = ScenarioReader(files: broken)
    func first(_ file: String) -> String? {
      reader.read(file: file).report().text().split(separator: "\n").first.map(String.init)
    }
    #expect(first("latin.yaml") == "latin.yaml:1:11: error: the file is not text in UTF-8")
    #expect(first("large.yaml") == "large.yaml:1:1: error: 'large.yaml' is larger than 4 MiB")
    #expect(first("empty.yaml") == "empty.yaml:1:1: error: the file is empty")
    #expect(first("folder") == "folder:1:1: error: 'folder' is a directory, not a file")
    #expect(first("none.yaml") == "none.yaml:1:1: error: there is no file 'none.yaml'")
    #expect(
      first("bom.yaml")
        == "bom.yaml:1:1: warning: the file starts with a byte order mark; save it as UTF-8 without one")
    #expect(reader.read(file: "bom.yaml").scenario != nil)
  }

  @Test("Aliases that explode, and nesting without end, are limits and not crashes")
  func explosions() {
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      bomb +=
        "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", "))]\n"
    }
    #expect(ScenarioReader.read(text: bomb).report().text().contains("more than 200000 values"))
    let keyBomb = bomb + "? [*a9]\n: x\n"
    #expect(ScenarioReader.read(text: keyBomb).scenario == nil)
    for text in [
      String(repeating: "[", count: 5_000), String(repeating: "- ", count: 5_000),
      String(repeating: "{a: ", count: 900),
    ] {
      #expect(ScenarioReader.read(text: text).scenario == nil)
    }
    let deep = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    #expect(ScenarioReader.read(text: deep).report().text().contains("nested more than 60 deep"))
  }

  @Test("More findings than a person reads are counted, not shown")
  func many() {
    let text = Self.head + (0..<300).map { "k\($0): 1\n" }.joined()
    let report = ScenarioReader.read(text: text).report()
    #expect(report.diagnostics.count == 300)
    #expect(report.text().hasSuffix("… and 100 more\n"))
  }
}
