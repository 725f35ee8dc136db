import Foundation
import Testing

/// Case S11: the program and a script that shares nothing with it agree, to the minute, on how one patient or lot of
/// each shipped product passes through an empty facility, every duration at its median and every branch on its
/// likelier arm.
@Suite struct TimelineTests {
  /// What is told of a passage, and who passes.
  static let passages = [
    "car-t-cryo", "car-t-fresh", "car-t-commercial-leiden", "car-t-commercial-lund", "rag1-scid", "msc",
    "msc-lot",
    "car-vector",
  ]

  private static func scenario(_ name: String) -> String { "Scenarios/verification/s11-\(name).yaml" }

  /// The lines of a stored timeline.
  private static func stored(_ name: String) throws -> [String] {
    let file = OtherProgram.root.appendingPathComponent("Scenarios/verification/s11-\(name).timeline.tsv")
    return lines(try String(contentsOf: file, encoding: .utf8))
  }

  private static func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

  /// The trace of the program in the script's form: to the minute, in the order of the text.
  private static func traced(_ name: String) throws -> [String] {
    let run = try OtherProgram.run(
      OtherProgram.atmpsim,
      ["run", scenario(name), "--fixed", "median", "--replication", "0", "--trace", "--json"])
    guard run.status == 0,
      let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any],
      let entries = object["entries"] as? [[String: Any]]
    else { throw CocoaError(.coderReadCorrupt) }
    return entries.compactMap { entry -> String? in
      guard let at = entry["at"] as? String, let entity = entry["entity"] as? String,
        let place = entry["place"] as? String, let event = entry["event"] as? String,
        let detail = entry["detail"] as? String, entity.hasPrefix("\(name) ")
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
  func trace(name: String) throws {
    let expected = try Self.stored(name)
    let found = try Self.traced(name)
    #expect(expected.count >= 4)
    for line in found.difference(from: expected) { Issue.record("\(name): \(line)") }
  }

  @Test(
    "The stored timeline is what the script computes", .enabled(if: OtherProgram.runsPython),
    arguments: passages)
  func script(name: String) throws {
    let run = try OtherProgram.run(
      OtherProgram.root.appendingPathComponent("Scripts/timeline"), [Self.scenario(name)])
    #expect(run.status == 0)
    #expect(try Self.lines(run.output) == Self.stored(name))
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
    #expect(Set(names.map(String.init)) == Set(Self.passages))
  }
}
