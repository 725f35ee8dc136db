/// A scenario without variability whose trace is known exactly.
public struct ScheduleCase: Sendable, CustomStringConvertible {
  /// The name in the list of cases, such as `S1`.
  public var name: String
  /// The scenario's file without folder and ending.
  public var file: String
  /// What has to hold.
  public var expectations: [Expectation]

  /// Name and file.
  public var description: String { "\(name) \(file)" }

  /// Some numbers of the trace, in hours or days of the month, and what they have to equal.
  public struct Expectation: Sendable {
    /// What they are, in words.
    public var what: String
    /// What they have to equal.
    public var expected: [Double]
    /// How they are found.
    public var found: @Sendable (TraceTable) -> [Double]

    init(_ what: String, _ expected: [Double], _ found: @escaping @Sendable (TraceTable) -> [Double]) {
      self.what = what
      self.expected = expected
      self.found = found
    }
  }

  /// All of them, in the order of their names.
  public static let all = ScheduleCases.all + BookingCases.all
}
