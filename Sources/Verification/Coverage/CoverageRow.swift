import OutputAnalysis

/// One line of the table of coverages: how often intervals contained the truth, at each level, and the verdict.
///
/// The count has to be one that the promised share explains (``CoverageCount``, ``CoveragePromise``). The same judgement has to reject the same intervals a tenth narrower, and displaced by half their half-width:
/// else there were too few repetitions to say anything. A case by itself is judged at 95 %, as it takes some 20,000
/// repetitions to say anything at 99.9 %; cases counted together are judged at both.
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
  /// What the method promises.
  public var promise: CoveragePromise
  /// The counts at each level.
  public var tallies: [CoverageTally]

  /// A row of counts.
  public init(
    name: String? = nil, file: String? = nil, figure: String, kind: CoverageCase.Kind? = nil,
    theory: Double? = nil, replications: Int, promise: CoveragePromise, tallies: [CoverageTally]
  ) {
    self.name = name
    self.file = file
    self.figure = figure
    self.kind = kind
    self.theory = theory
    self.replications = replications
    self.promise = promise
    self.tallies = tallies
  }

  /// How many repetitions there were.
  public var repetitions: Int { tallies.first?.right.repetitions ?? 0 }

  /// The counts that are judged.
  public var judged: ArraySlice<CoverageTally> { name == nil ? tallies[...] : tallies.prefix(1) }

  /// What is wrong, in words; nil when all is well.
  public var fault: String? {
    let faults = judged.flatMap { tally -> [String] in
      let level = "\(Self.percent(tally.level)) %"
      if tally.right.interval.high < promise.lowest(at: tally.level) {
        return ["covers too seldom at \(level)"]
      }
      var faults: [String] = []
      if tally.right.isTooHigh && promise != .atLeast { faults.append("covers too often at \(level)") }
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

  /// What is worth knowing though nothing is wrong: that the count is another than the level explains, as the promise
  /// allows.
  public var note: String? {
    switch promise {
    case .exact: nil
    case .atLeast: tallies.contains { $0.right.isTooHigh } ? "covers more" : nil
    case .skewed: tallies.contains { $0.right.isTooLow } ? "covers less" : nil
    }
  }

  /// At 99.9 % it takes five times as many repetitions as at 95 % to notice.
  private func demandsNarrow(at level: Double) -> Bool {
    promise == .exact && repetitions >= Self.repetitionsToNotice * (level < 0.99 ? 1 : 5)
  }

  /// A level in per cent, without a fraction where there is none.
  public static func percent(_ level: Double) -> String {
    let tenths = Int((level * 1_000).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
  }
}

extension CoverageRow {
  /// The rows of each promise counted together; none where there is one such row.
  public static func pooled(_ rows: [CoverageRow]) -> [CoverageRow] {
    CoveragePromise.allCases.compactMap { promise in
      let rows = rows.filter { $0.promise == promise }
      guard rows.count > 1, var sum = rows.first else { return nil }
      for row in rows.dropFirst() {
        for index in sum.tallies.indices { sum.tallies[index].add(row.tallies[index]) }
      }
      (sum.name, sum.file, sum.kind, sum.theory) = (nil, nil, nil, nil)
      let kinds = CoverageCase.Kind.allCases.filter { kind in rows.contains { $0.kind == kind } }
      sum.figure = "\(promise.name): " + kinds.map(\.rawValue).joined(separator: ", ")
      return sum
    }
  }
}
