import Quantities

/// A date that follows from a booking: `booked day`, `booked day + 7 d`, `booked day + 1 wd`.
///
/// `d` counts dates; `wd` counts days on which the plan of the step's people works.
public struct BookedDate: Hashable, Sendable {
  /// After the booked day: whole days or working days.
  public var offset: TimeLength

  /// So long after the booked day.
  public init(offset: TimeLength = .days(0)) { self.offset = offset }
}

/// `book: slot`: reserves the earliest start that fits, with every dated touch that follows.
public struct Booking: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// `patience:` how long an unbooked patient stays on the list; no limit when absent.
  public var patience: SpanLaw?

  /// A booking.
  public init(_ name: String) { self.name = name }
}

/// `countdown: lymphodepletion` with `starts: 5 d before booked infusion`.
public struct Countdown: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// `starts: 5 d before …`.
  public var before: TimeLength
  /// `… booked infusion`: the name of the dated event, a step of the route (by name, or `infusion` for the step that marks it).
  public var event: String
  /// `takes:`.
  public var takes: SpanLaw?
  /// `uses:`.
  public var uses: [Claim] = []
  /// `at risk: true`: may start before the product is released.
  public var atRisk: Bool = false

  /// A countdown.
  public init(_ name: String, before: TimeLength, event: String) {
    self.name = name
    self.before = before
    self.event = event
  }
}

/// `hold: fresh apheresis` with `at most: 48 h`, `then: fail`: a limit from here until the next step starts.
public struct HoldLimit: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// `at most:` and `then:`.
  public var limit: TimeLimit
  /// `until:` the step whose start ends the hold; the next step when absent.
  public var until: String?

  /// A hold limit.
  public init(
    _ name: String, atMost limit: TimeLength, then: Consequence = .lose(reason: nil), until: String? = nil
  ) {
    self.name = name
    self.limit = TimeLimit(limit, then: then)
    self.until = until
  }
}

/// `make: batch`: a new batch of the patient (or lot of the stock) begins here.
public struct MakeBatch: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// `attempts: 2`: so many batches at most for one patient; no limit when absent.
  public var attempts: Int?
  /// `material left: 0.6`: probability that a remake finds material stored; otherwise the patient is collected again.
  public var materialLeft: Double = 1
  /// `else:` when the attempts are used up.
  public var otherwise: Consequence = .lose(reason: nil)

  /// A batch begins.
  public init(_ name: String = "batch") { self.name = name }
}
