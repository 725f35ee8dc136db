/// What follows from the ranges of a scenario, one number at a time: plain values, so that the same input gives the same
/// bytes.
public struct SensitivityInput: Hashable, Sendable {
  /// The scenario as it stands, for its title, its run and its definitions.
  public var scenario: ReportInput
  /// What is looked at.
  public var figures: [SensitivityFigure]
  /// The numbers that were varied, in the order of the scenario.
  public var numbers: [SensitivityNumber]
  /// How many numbers were to be varied; more than there are where the study was interrupted.
  public var planned: Int
  /// The canonical command.
  public var command: String

  /// A study.
  public init(
    scenario: ReportInput, figures: [SensitivityFigure], numbers: [SensitivityNumber], planned: Int,
    command: String
  ) {
    self.scenario = scenario
    self.figures = figures
    self.numbers = numbers
    self.planned = planned
    self.command = command
  }
}

/// One figure that a study looks at.
public struct SensitivityFigure: Hashable, Sendable {
  /// What it is, such as `patients treated`.
  public var title: String
  /// The scenario's own value.
  public var base: ReportEstimate

  /// A figure.
  public init(title: String, base: ReportEstimate) {
    self.title = title
    self.base = base
  }
}

/// One number with a range, and what each figure does at both ends.
public struct SensitivityNumber: Hashable, Sendable {
  /// What people call it, such as `attrition · necstgen operator and 2 more`.
  public var title: String
  /// Every place at which it stands, as `--set` takes it.
  public var paths: [String]
  /// What the bounds are of: `value`, `median`, `sum`.
  public var meaning: String
  /// The value of the scenario.
  public var base: String
  /// What the range stands beside: a fact, an assumption, nothing.
  public var kind: ReportNote.Kind
  /// The source in full, or why it is assumed.
  public var reason: String
  /// At the smaller bound.
  public var low: SensitivityEnd
  /// At the greater bound.
  public var high: SensitivityEnd

  /// A number.
  public init(
    title: String, paths: [String], meaning: String, base: String, kind: ReportNote.Kind, reason: String,
    low: SensitivityEnd, high: SensitivityEnd
  ) {
    self.title = title
    self.paths = paths
    self.meaning = meaning
    self.base = base
    self.kind = kind
    self.reason = reason
    self.low = low
    self.high = high
  }

  /// What it rests on, in a word.
  public var label: String {
    switch kind {
    case .fact: "source"
    case .assumption: "assumption"
    case .unstated: "no reason given"
    }
  }

  /// How far a figure moves between the ends, the scenario's own value included; nil where no end could be tried.
  public func swing(of figure: Int) -> Double? {
    let ends = [low, high].compactMap { $0.difference(of: figure)?.mean }
    return ends.isEmpty ? nil : max(0, ends.max() ?? 0) - min(0, ends.min() ?? 0)
  }

  /// Whether a difference from nothing is seen at an end.
  public func isSeen(in figure: Int) -> Bool {
    [low, high].contains { end in
      figure < end.verdicts.count && ["more", "fewer"].contains(end.verdicts[figure])
    }
  }
}

/// A scenario with one number at an end of its range.
public struct SensitivityEnd: Hashable, Sendable {
  /// The bound, as written.
  public var value: String
  /// What `--set` says.
  public var overrides: [String]
  /// Why it could not be tried; nil where it was.
  public var refusal: String?
  /// This end minus the scenario, for each figure; empty where it could not be tried.
  public var differences: [ReportEstimate]
  /// What each interval says: `more`, `fewer`, `the same`, `no difference seen`, `not comparable`.
  public var verdicts: [String]

  /// An end.
  public init(
    value: String, overrides: [String], refusal: String? = nil, differences: [ReportEstimate] = [],
    verdicts: [String] = []
  ) {
    self.value = value
    self.overrides = overrides
    self.refusal = refusal
    self.differences = differences
    self.verdicts = verdicts
  }

  /// The difference in one figure.
  func difference(of figure: Int) -> ReportEstimate? {
    figure < differences.count ? differences[figure] : nil
  }
}
