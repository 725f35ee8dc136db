import Foundation
import Testing

@Suite struct DescribeCommandTests {
  static let library = """
    about: A wash.
    parameters:
      duration: { kind: duration, default: 2 h, meaning: of the wash, assumption: a guess }
      who: { kind: resource, meaning: who washes }
    route:
      - step: wash
        takes: $duration
        uses: $who
        fails: { what: spilt, probability: 0.1, then: repeat }
    """

  static func inFolder(_ body: (URL) throws -> Void) throws {
    try BuiltProgram.inFolder { folder in
      try Data(library.utf8).write(to: folder.appendingPathComponent("wash.yaml"))
      _ = try BuiltProgram.run(["new", "mine.yaml"], in: folder)
      try body(folder)
    }
  }

  @Test("A library file is described by itself: what it asks for, its route, its parameters")
  func library() throws {
    try Self.inFolder { folder in
      let run = try BuiltProgram.run(["describe", "wash.yaml"], in: folder)
      #expect(run.status == 0)
      #expect(run.errors == "")
      for words in [
        "Library route wash\n", "rooms, devices and people: who", "values under 'with' for: who",
        "● wash: 2 h; who", "✗ 10 % spilt: again", "duration (duration): 2 h; of the wash",
        "assumption: a guess",
      ] {
        #expect(run.output.contains(words), "\(words)")
      }
      let json = try BuiltProgram.object(
        BuiltProgram.run(["describe", "wash.yaml", "--json"], in: folder).output)
      #expect(json["schema"] as? String == "atmpsim.describe/1")
      #expect(json["kind"] as? String == "library")
      #expect((json["parameters"] as? [Any])?.count == 2)
    }
  }

  @Test("Validate says what a library file is and asks for, and run says what to do with it")
  func validate() throws {
    try Self.inFolder { folder in
      let run = try BuiltProgram.run(["validate", "wash.yaml", "mine.yaml"], in: folder)
      #expect(run.status == 0)
      #expect(
        run.output == "wash.yaml: ok, a library route of 1 entry with 2 parameters; to be given: who; "
          + "it asks for rooms, devices and people: who\nmine.yaml: ok\n")
      let json = try BuiltProgram.object(
        BuiltProgram.run(["validate", "wash.yaml", "--json"], in: folder).output)
      let files = try #require(json["files"] as? [[String: Any]])
      #expect(files[0]["kind"] as? String == "library")
      let started = try BuiltProgram.run(["run", "wash.yaml"], in: folder)
      #expect(started.status == 2)
      #expect(started.errors.contains("this is a library file, not a scenario"))
    }
  }

  @Test("A wrong library file is refused with its mistakes at their places")
  func wrong() throws {
    try Self.inFolder { folder in
      let text = Self.library.replacingOccurrences(of: "takes: $duration", with: "takes: 2 hours")
      try Data(text.utf8).write(to: folder.appendingPathComponent("wrong.yaml"))
      let run = try BuiltProgram.run(["describe", "wrong.yaml"], in: folder)
      #expect(run.status == 2)
      #expect(run.output == "")
      #expect(run.errors.contains("wrong.yaml:7:12: error: "))
      #expect(run.errors.hasSuffix("error: wrong.yaml cannot be described as it stands\n"))
      #expect(try BuiltProgram.run(["validate", "wrong.yaml"], in: folder).status == 1)
    }
  }

  @Test("Describe writes a page for library files and scenarios, and not over another file")
  func page() throws {
    try Self.inFolder { folder in
      for file in ["wash.yaml", "mine.yaml"] {
        let page = folder.appendingPathComponent(file + ".html")
        let run = try BuiltProgram.run(["describe", file, "--html", page.path], in: folder)
        #expect(run.status == 0)
        #expect(run.output == "")
        let text = try String(contentsOf: page, encoding: .utf8)
        #expect(text.hasPrefix("<!DOCTYPE html>") && text.contains("<svg ") && text.contains("<desc>"))
        let again = try BuiltProgram.run(["describe", file, "--html", page.path], in: folder)
        #expect(again.status == 2)
        #expect(again.errors.hasSuffix("is in the way; --force replaces it\n"))
        #expect(
          try BuiltProgram.run(["describe", file, "--html", page.path, "--force", "-q"], in: folder).status
            == 0)
        #expect(try String(contentsOf: page, encoding: .utf8) == text)
        let itself = try BuiltProgram.run(["describe", file, "--html", file, "--force"], in: folder)
        #expect(itself.status == 2)
        #expect(itself.errors.contains("is no HTML page and stays as it is"))
      }
    }
  }
}
