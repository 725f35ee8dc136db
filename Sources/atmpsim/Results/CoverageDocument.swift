import Foundation
import Reporting
import Verification

/// The table of coverages that `verify --coverage` prints, and the document `atmpsim.coverage/1`.
struct CoverageDocument {
  let rows: [CoverageRow]
  /// The seed of the study.
  let seed: UInt64
  let generator: String
  /// The command that gives the same bytes.
  let command: String

  private var all: [CoverageRow] { rows + CoverageRow.pooled(rows) }
  private var failed: Int { all.count { !$0.isOK } }
  private var repetitions: Int { rows.first?.repetitions ?? 0 }
  private var replications: Int { rows.first?.replications ?? 0 }

  /// Whether every judgement holds.
  var isOK: Bool { failed == 0 }

  /// The table, and two lines that say what was done, and how many judgements failed.
  var text: String {
    let counts = CoverageRow.levels.flatMap { level -> [AlignedTable.Column] in
      [
        .init("covered at \(CoverageRow.percent(level)) %", isNumber: true),
        .init("a tenth narrower", isNumber: true),
      ]
    }
    let table = AlignedTable(
      title: "",
      columns: [
        .init("case"), .init("scenario"), .init("figure"), .init("kind"), .init("half-width", isNumber: true),
      ] + counts + [.init("verdict")],
      rows: all.map { row in
        [
          row.name ?? "", row.file ?? "", row.figure, row.kind?.rawValue ?? "",
          row.name == nil ? "" : String(format: "%.1f %%", 100 * (row.tallies.first?.meanHalfWidth ?? 0)),
        ]
          + row.tallies.flatMap { [Self.share($0.right), Self.narrowed($0.narrowed)] }
          + [row.fault ?? row.note.map { "ok, \($0)" } ?? "ok"]
      })
    let end = failed == 0 ? "all hold" : "\(failed) fail"
    return table.text(width: 190)
      + "\(repetitions) repetitions of \(replications) replications of each case; "
      + "in brackets the exact 99.9 % interval of the share\n"
      + "\(all.count) judgements: \(end); atmpsim \(Version.text), \(generator); \(command)\n"
  }

  var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("schema", "atmpsim.coverage/1")
      writer.member("version", Version.text)
      writer.member("generator", generator)
      writer.key("seed")
      writer.whole(seed)
      writer.member("command", command)
      writer.member("repetitions", repetitions)
      writer.member("replications", replications)
      writer.member("judgements", all.count)
      writer.member("failed", failed)
      writer.key("coverages")
      writer.array { writer in
        for row in all {
          writer.element()
          writer.object { Self.write(row, to: &$0) }
        }
      }
    }
    return writer.text + "\n"
  }

  private static func write(_ row: CoverageRow, to writer: inout JSONWriter) {
    writer.member("case", row.name)
    writer.member("scenario", row.file)
    writer.member("figure", row.figure)
    writer.member("kind", row.kind?.rawValue)
    writer.member("theory", row.theory)
    writer.member("promise", Self.word(row.promise))
    writer.key("levels")
    writer.array { writer in
      for tally in row.tallies {
        writer.element()
        writer.object { writer in
          writer.member("level", tally.level)
          writer.member("repetitions", tally.right.repetitions)
          writer.member("covered", tally.right.covered)
          writer.member("share", tally.right.share)
          writer.member("low", tally.right.interval.low)
          writer.member("high", tally.right.interval.high)
          writer.member("relativeHalfWidth", row.name == nil ? nil : tally.meanHalfWidth)
          writer.member("narrowedCovered", tally.narrowed.covered)
          writer.member("narrowedRejected", tally.narrowed.isTooLow)
          writer.member("displacedCovered", tally.displaced.covered)
          writer.member("displacedRejected", tally.displaced.isTooLow)
        }
      }
    }
    writer.member("verdict", row.isOK ? "ok" : "failed")
    writer.member("fault", row.fault)
    writer.member("note", row.note)
  }

  private static func word(_ promise: CoveragePromise) -> String {
    switch promise {
    case .exact: "the level"
    case .atLeast: "at least the level"
    case .skewed: "somewhat less"
    }
  }

  private static func share(_ count: CoverageCount) -> String {
    let interval = count.interval
    // As many digits as tell 99.9 % from 100 %.
    let format = count.level < 0.99 ? "%.1f" : "%.2f"
    func percent(_ share: Double) -> String { String(format: format, 100 * share) }
    return "\(percent(count.share)) % (\(percent(interval.low)) – \(percent(interval.high)))"
  }

  private static func narrowed(_ count: CoverageCount) -> String {
    let share = String(format: count.level < 0.99 ? "%.1f %%" : "%.2f %%", 100 * count.share)
    return share + (count.isTooLow ? ", rejected" : "")
  }
}
