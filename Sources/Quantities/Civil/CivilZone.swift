/// The rules that turn a wall clock into instants and back: an IANA zone such as `Europe/Amsterdam`.
///
/// All changes of the clocks from 1970 to 2100 are tabulated when the value is made; before and after, the first and
/// last offset hold. Two zones are equal when their identifiers are.
public struct CivilZone: Sendable {
  /// The IANA identifier.
  public let identifier: String
  /// Instants at which each offset starts, in seconds since the epoch; the first is the distant past.
  private let starts: [Int64]
  /// Seconds that the wall clock is ahead of UTC from each start on.
  private let offsets: [Int64]
  /// The wall clock, still at the old offset, at which each offset but the last ends.
  private let wallClockEnds: [Int64]

  /// A zone of known changes of offset, the first of them in force from the distant past.
  init(identifier: String, firstOffset: Int64, changes: [(at: Int64, offset: Int64)]) {
    self.identifier = identifier
    starts = [.min] + changes.map(\.at)
    offsets = [firstOffset] + changes.map(\.offset)
    wallClockEnds = zip(changes.map(\.at), offsets).map { $0 + $1 }
  }

  /// Coordinated universal time.
  public static let utc = CivilZone(identifier: "UTC", firstOffset: 0, changes: [])

  /// The changes of the clocks in order: the instant, and the offset in seconds from it on.
  public var changes: [(at: Int64, offset: Int64)] {
    zip(starts, offsets).dropFirst().map { (at: $0, offset: $1) }
  }

  /// Seconds that the wall clock is ahead of UTC at an instant.
  ///
  /// - Complexity: O(log n) in the number of changes.
  public func offset(atSecondsSinceEpoch seconds: Int64) -> Int64 {
    offsets[CivilZone.countOfValues(in: starts, upTo: seconds) - 1]
  }

  /// The instant at which a wall clock shows a date and time, in seconds since 1970-01-01 00:00 UTC.
  ///
  /// A time that the clocks skip moves forward by the gap: 02:30 becomes 03:30. Of a time that comes twice it is the
  /// earlier.
  ///
  /// - Complexity: O(log n) in the number of changes.
  public func secondsSinceEpoch(of civil: CivilInstant) -> Int64 {
    let wallClock = civil.wallClockSeconds
    // The first offset whose stretch has not yet ended, by its own reckoning, when the clock shows this.
    let index = CivilZone.countOfValues(in: wallClockEnds, upTo: wallClock)
    let instant = wallClock - offsets[index]
    guard index > 0, instant < starts[index] else { return instant }
    return wallClock - offsets[index - 1]
  }

  /// What the wall clock shows so many seconds after 1970-01-01 00:00 UTC.
  ///
  /// - Complexity: O(log n) in the number of changes.
  public func civil(atSecondsSinceEpoch seconds: Int64) -> CivilInstant {
    CivilInstant(wallClockSeconds: seconds + offset(atSecondsSinceEpoch: seconds))
  }

  /// How many of the ascending values are at most `limit`.
  private static func countOfValues(in values: [Int64], upTo limit: Int64) -> Int {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle] <= limit { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension CivilZone: Hashable, CustomStringConvertible {
  /// Whether the identifiers are equal.
  public static func == (left: CivilZone, right: CivilZone) -> Bool { left.identifier == right.identifier }
  /// Hashes the identifier.
  public func hash(into hasher: inout Hasher) { hasher.combine(identifier) }
  /// The identifier.
  public var description: String { identifier }
}
