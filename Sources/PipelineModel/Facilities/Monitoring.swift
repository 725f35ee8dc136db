import Quantities

/// Environmental monitoring of a room: settle plates and contact plates are read days after a session, and what grew on
/// them is a deviation that may close the room.
///
/// Source of the frame: EudraLex volume 4 part IV, section 4; annex 1, section 9.
public struct Monitoring: Hashable, Sendable {
  /// `read after:` how long after the end of a session the plates are read, calendar time.
  public var readAfter: SpanLaw
  /// `excursion:` the probability that a session ends above the limits.
  public var excursion: Double
  /// `deviation:` who looks into an excursion, from the reading on.
  public var deviation: DeviationReview?
  /// `hold:` how a room is closed after an excursion, from the reading on.
  public var hold: RoomHold?

  /// Monitoring after each session.
  public init(readAfter: SpanLaw, excursion: Double) {
    self.readAfter = readAfter
    self.excursion = excursion
  }
}

/// `deviation: { uses: qa-officer, takes: { lognormal: { median: 5 wd, sigma: 0.6 } } }`.
public struct DeviationReview: Hashable, Sendable {
  /// `uses:` who looks into it.
  public var uses: [Claim]
  /// `takes:` working time of what it uses; desk work, suspended at the end of a shift.
  public var takes: SpanLaw

  /// A review.
  public init(uses: [Claim], takes: SpanLaw) {
    self.uses = uses
    self.takes = takes
  }
}

/// `hold: { probability: 0.2, takes: { triangular: [1 d, 3 d, 7 d] } }`.
public struct RoomHold: Hashable, Sendable {
  /// `probability:` that an excursion closes a room.
  public var probability: Double
  /// `takes:` how long one room is then out of service, calendar time; work at hand is finished.
  public var takes: SpanLaw

  /// A hold.
  public init(probability: Double, takes: SpanLaw) {
    self.probability = probability
    self.takes = takes
  }
}
