import Foundation
import Reporting
import Verification

/// The table of verdicts that `verify` prints, and the document `atmpsim.verify/1`.
struct VerificationDocument {
  let rows: [VerdictRow]
  /// The seed in place of the scenarios' own.
  let seed: UInt64?
  let generator: String

  private var failed: Int { rows.count { !$0.isOK } }

  /// The table, and a last line that says how many figures failed.
  var text: String {
    let table = AlignedTable(
      title: "",
      columns: [
        .init("case"), .init("scenario"), .init("figure"), .init("theory", isNumber: true),
        .init("estimate", isNumber: true), .init("99.9 % interval", isNumber: true),
        .init("|z|", isNumber: true), .init("wrong model"), .init("verdict"),
      ],
      rows: rows.map { row in
        [
          row.name, row.file, row.figure, Self.number(row.theory), Self.number(row.estimate),
          row.interval.map { "\(Self.number($0.low)) – \(Self.number($0.high))" } ?? "",
          row.distance.map { String(format: "%.2f", $0) } ?? "",
          row.rejectsWrongModel.map { $0 ? "rejected" : "passes" } ?? "",
          (row.fault ?? (row.interval == nil ? "equal" : "ok")) + (row.isSecondRun ? ", second run" : ""),
        ]
      })
    let how = seed.map { "; seed \($0), --seed \($0) repeats it" } ?? "; the scenarios' own seeds"
    let end = failed == 0 ? "all hold" : "\(failed) fail"
    return table.text(width: 150)
      + "\(rows.count) figures of \(Set(rows.map(\.file)).count) scenarios: \(end)"
      + "; atmpsim \(Version.text), \(generator)\(how)\n"
  }

  var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("schema", "atmpsim.verify/1")
      writer.member("version", Version.text)
      writer.member("generator", generator)
      writer.key("seed")
      if let seed { writer.whole(seed) } else { writer.number(nil) }
      writer.member("figures", rows.count)
      writer.member("failed", failed)
      writer.key("verdicts")
      writer.array { writer in
        for row in rows {
          writer.element()
          writer.object { writer in
            writer.member("case", row.name)
            writer.member("scenario", row.file)
            writer.member("figure", row.figure)
            writer.member("theory", row.theory)
            writer.member("estimate", row.estimate)
            writer.member("low", row.interval?.low)
            writer.member("high", row.interval?.high)
            writer.member("level", row.interval?.level)
            writer.member("z", row.distance)
            writer.member("wrongModel", row.rejectsWrongModel.map { $0 ? "rejected" : "passes" })
            writer.member("secondRun", row.isSecondRun)
            writer.member("verdict", row.isOK ? "ok" : "failed")
            writer.member("fault", row.fault)
          }
        }
      }
    }
    return writer.text + "\n"
  }

  private static func number(_ value: Double?) -> String {
    guard let value else { return "" }
    if value.rounded() == value, abs(value) < 1e9 { return String(Int(value)) }
    return String(format: abs(value) < 10 ? "%.6f" : abs(value) < 1_000 ? "%.4f" : "%.2f", value)
  }
}
