import OutputAnalysis

/// One line of the table of coverages: how often intervals contained the truth, at each level, and the verdict.
///
/// The count has to be one that the level explains (``CoverageCount``); those of whole numbers of few events may be
/// higher. The same judgement has to reject the same intervals a tenth narrower, and displaced by half their half-width:
/// else there were too few repetitions to say anything.
public struct CoverageRow: Sendable {
  /// The levels at which intervals are counted.
  public static let levels = [0.95, 0.999]
  /// How many repetitions it takes to notice, at 95 %, that intervals are a tenth too narrow; with fewer that is not
  /// asked for.
  public static let repetitionsToNotice = 4_000

  /// The name in the list of cases, such as `C1`; nil where cases are counted together.
  public var name: String?
  /// The scenario's file without folder and ending; nil where cases are counted together.
  public var file: String?
  /// What was estimated, in words.
  public var figure: String
  /// By which rule; nil where several are counted together.
  public var kind: CoverageCase.Kind?
  /// What theory says; nil where cases are counted together.
  public var theory: Double?
  /// How many replications each repetition had.
  public var replications: Int
  /// Whether intervals may contain the truth more often than their level says.
  public var mayCoverMore: Bool
  /// The counts at each level.
  public var tallies: [CoverageTally]

  /// How many repetitions there were.
  public var repetitions: Int { tallies.first?.right.repetitions ?? 0 }

  /// What is wrong, in words; nil when all is well.
  public var fault: String? {
    let faults = tallies.flatMap { tally -> [String] in
      let level = "\(Self.percent(tally.level)) %"
      if tally.right.isTooLow { return ["covers too seldom at \(level)"] }
      var faults: [String] = []
      if tally.right.isTooHigh && !mayCoverMore { faults.append("covers too often at \(level)") }
      if !tally.displaced.isTooLow { faults.append("displaced intervals pass at \(level)") }
      if demandsNarrow(at: tally.level), !tally.narrowed.isTooLow {
        faults.append("intervals a tenth too narrow pass at \(level)")
      }
      return faults
    }
    return faults.isEmpty ? nil : faults.joined(separator: "; ")
  }

  /// Whether the judgement holds.
  public var isOK: Bool { fault == nil }

  /// Whether all contained the truth more often than the level says, where they may.
  public var coversMore: Bool { mayCoverMore && tallies.contains { $0.right.isTooHigh } }

  /// At 99.9 % it takes five times as many repetitions as at 95 % to notice.
  private func demandsNarrow(at level: Double) -> Bool {
    !mayCoverMore && repetitions >= Self.repetitionsToNotice * (level < 0.99 ? 1 : 5)
  }

  /// A level in per cent, without a fraction where there is none.
  public static func percent(_ level: Double) -> String {
    let tenths = Int((level * 1_000).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
  }
}

extension CoverageRow {
  /// The rows of exact intervals counted together, and those of the intervals that may cover more; neither where there is
  /// one such row.
  public static func pooled(_ rows: [CoverageRow]) -> [CoverageRow] {
    [false, true].compactMap { mayCoverMore in
      let rows = rows.filter { $0.mayCoverMore == mayCoverMore }
      guard rows.count > 1, var sum = rows.first else { return nil }
      for row in rows.dropFirst() {
        for index in sum.tallies.indices { sum.tallies[index].add(row.tallies[index]) }
      }
      (sum.name, sum.file, sum.kind, sum.theory) = (nil, nil, nil, nil)
      let kinds = CoverageCase.Kind.allCases.filter { kind in rows.contains { $0.kind == kind } }
      sum.figure = "all: " + kinds.map(\.rawValue).joined(separator: ", ")
      return sum
    }
  }
}
