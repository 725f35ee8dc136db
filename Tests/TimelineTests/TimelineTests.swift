import Foundation
import Testing

/// Case S11: the program and a script that shares nothing with it agree, to the minute, on how one patient or lot of
/// each shipped product passes through an empty facility, every duration at its median and every branch on its
/// likelier arm.
@Suite struct TimelineTests {
  /// One passage: the file that tells of it, and who passes.
  struct Passage: Sendable, CustomTestStringConvertible {
    var file: String
    var product: String
    var testDescription: String { file }

    /// A passage; the file's name goes on with the season, where there are several.
    init(_ product: String, _ season: String? = nil) {
      self.product = product
      file = "s11-" + product + (season.map { "-" + $0 } ?? "")
    }
  }

  static let passages = [
    Passage("car-t-cryo"), Passage("car-t-cryo", "christmas"), Passage("car-t-fresh"),
    Passage("car-t-commercial-leiden"), Passage("car-t-commercial-lund"), Passage("rag1-scid"),
    Passage("rag1-scid", "summer"), Passage("msc"), Passage("msc-lot"), Passage("car-vector"),
  ]

  private static let folder = "Scenarios/verification"

  /// The lines of a stored timeline.
  private static func stored(_ passage: Passage) throws -> [String] {
    let file = OtherProgram.root.appendingPathComponent("\(folder)/\(passage.file).timeline.tsv")
    return lines(try String(contentsOf: file, encoding: .utf8))
  }

  private static func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

  /// The trace of the program in the script's form: to the minute, in the order of the text.
  private static func traced(_ passage: Passage) throws -> [String] {
    let run = try OtherProgram.run(
      OtherProgram.atmpsim,
      [
        "run", "\(folder)/\(passage.file).yaml", "--fixed", "median", "--replication", "0", "--trace",
        "--json",
      ])
    guard run.status == 0,
      let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any],
      let entries = object["entries"] as? [[String: Any]]
    else { throw CocoaError(.coderReadCorrupt) }
    return entries.compactMap { entry -> String? in
      guard let at = entry["at"] as? String, let entity = entry["entity"] as? String,
        let place = entry["place"] as? String, let event = entry["event"] as? String,
        let detail = entry["detail"] as? String, entity.hasPrefix("\(passage.product) ")
      else { return nil }
      let minute = String(at.prefix(16))
      switch event {
      case "starts", "pauses", "goes on", "ends": return "\(minute)\t\(place)\t\(event)"
      case "is booked": return "\(minute)\tslot on \(detail.prefix(10))\tis booked"
      default: return nil
      }
    }.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  @Test("The program's trace is the stored timeline, to the minute", arguments: passages)
  func trace(passage: Passage) throws {
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
    arguments: passages)
  func script(passage: Passage) throws {
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
    #expect(Set(names.map(String.init)) == Set(Self.passages.map(\.product)))
  }
}
