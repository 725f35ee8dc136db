import OutputAnalysis

/// One line of the table of verdicts.
public struct VerdictRow: Sendable {
  /// The name in the list of cases, such as `T1`.
  public var name: String
  /// The scenario's file without folder and ending.
  public var file: String
  /// What was compared, in words.
  public var figure: String
  /// What theory says; nil where several values or lines were compared.
  public var theory: Double?
  /// What was found.
  public var estimate: Double?
  /// The interval around what was found, at 99.9 %; nil for exact cases.
  public var interval: Interval?
  /// The distance between theory and estimate in standard errors; nil for exact cases.
  public var distance: Double?
  /// Whether the deliberately wrong model was rejected; nil where there is none, or where it does not shift the figure.
  public var rejectsWrongModel: Bool?
  /// Whether a first run missed and a second one, four times as long under a new seed, was judged instead.
  public var isSecondRun = false
  /// What is wrong, in words; nil when all is well.
  public var fault: String?

  /// Whether the case holds.
  public var isOK: Bool { fault == nil }
}
