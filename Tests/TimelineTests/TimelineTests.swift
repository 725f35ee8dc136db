import Foundation
import Testing
import Verification

/// Case S11: the program and a script that shares nothing with it agree, to the minute, on how one patient or lot of
/// each shipped product passes through an empty facility, every duration at its median and every branch on its
/// likelier arm.
@Suite struct TimelineTests {
  private static let folder = "Scenarios/verification"

  /// The lines of a stored timeline.
  private static func stored(_ passage: TimelineCase) throws -> [String] {
    let file = OtherProgram.root.appendingPathComponent("\(folder)/\(passage.file).timeline.tsv")
    return lines(try String(contentsOf: file, encoding: .utf8))
  }

  private static func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

  /// The trace of the program in the script's form: to the minute, in the order of the text.
  private static func traced(_ passage: TimelineCase) throws -> [String] {
    let run = try OtherProgram.run(
      OtherProgram.atmpsim,
      [
        "run", "\(folder)/\(passage.file).yaml", "--fixed", "median", "--replication", "0", "--trace",
        "--json",
      ])
    try #require(run.status == 0)
    return passage.lines(of: try JSONDecoder().decode(TraceTable.self, from: Data(run.output.utf8)))
  }

  @Test("The program's trace is the stored timeline, to the minute", arguments: TimelineCase.all)
  func trace(passage: TimelineCase) throws {
    let expected = try Self.stored(passage)
    let found = try Self.traced(passage)
    #expect(expected.count >= 4)
    for change in found.difference(from: expected) {
      switch change {
      case .insert(_, let line, _): Issue.record("only the program: \(line)")
      case .remove(_, let line, _): Issue.record("only the script: \(line)")
      }
    }
  }

  @Test(
    "The stored timeline is what the script computes", .enabled(if: OtherProgram.runsPython),
    arguments: TimelineCase.all)
  func script(passage: TimelineCase) throws {
    let run = try OtherProgram.run(
      OtherProgram.environment, ["python3", "Scripts/timeline", "\(Self.folder)/\(passage.file).yaml"])
    #expect(run.status == 0)
    #expect(try Self.lines(run.output) == Self.stored(passage))
  }

  @Test("Every shipped product has a passage")
  func everyProduct() throws {
    let text = try String(
      contentsOf: OtherProgram.root.appendingPathComponent("Scenarios/leiden-lund.yaml"), encoding: .utf8)
    let products = text.components(separatedBy: "\nproducts:\n").last?.components(
      separatedBy: "\ntraining:\n"
    ).first
    let names = Self.lines(products ?? "").filter {
      $0.hasPrefix("  ") && !$0.hasPrefix("   ") && $0.hasSuffix(":")
    }
    .map { $0.dropFirst(2).dropLast() }
    #expect(Set(names.map(String.init)) == Set(TimelineCase.all.map(\.product)))
  }
}
