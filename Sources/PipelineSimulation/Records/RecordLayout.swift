/// Which number stands where in the records of a program's replications. Fixed by the compiler, shared by all of them.
public struct RecordLayout: Hashable, Sendable {
  /// One slot: a measure at its finest scope.
  public struct Slot: Hashable, Sendable {
    /// Index into `measures`.
    public var measure: Int
    /// The finest scope.
    public var scope: Scope
    /// Where its numbers begin in `values`: one number for counts and milestones; two for ratios, numerator and
    /// denominator; one for samples, the sum of the observations (how many there are is in the sketch).
    public var offset: Int
    /// For samples, where the sketch stands in `samples`; -1 otherwise.
    public var sampleOffset: Int = -1
  }
  /// The measures that this program can report, in the order of the catalogue.
  public internal(set) var measures: [Measure]
  /// All slots.
  public internal(set) var slots: [Slot]
  /// How many numbers a record holds.
  public internal(set) var valueCount: Int
  /// How many sample sets a record holds.
  public internal(set) var sampleCount: Int
  /// Years that are not whole within start, warm-up and horizon.
  public internal(set) var partialYears: Set<Int>
}
