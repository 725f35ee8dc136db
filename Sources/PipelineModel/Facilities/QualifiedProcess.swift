import Quantities

/// Work that is allowed only while it is qualified: open aseptic processing, by media fills that passed.
///
/// A media fill passes when it comes to the end of its route, and fails when it is lost after its work has begun. Steps
/// that name the process wait while it is not qualified; work at hand is finished.
public struct QualifiedProcess: Hashable, Sendable {
  /// Its name within the facility.
  public var name: String
  /// `qualified by:` the product whose runs are its media fills.
  public var qualifiedBy: String
  /// `initially: 3` that pass, before the process is used for the first time.
  public var initially: Int = 3
  /// `qualified until:` for a process in use at the start, which needs no first media fills; it lapses then.
  public var qualifiedUntil: Moment?
  /// `lapses after: 6 mo` without one that passed, counted from its end; never when absent.
  public var lapsesAfter: TimeLength?
  /// `failed stops:` how long one that failed stops the process; no time when absent.
  public var failedStops: SpanLaw?
  /// `again: 1`: so many have to pass after one that failed, and after a lapse. They are ordered at the end of the stop,
  /// or at the lapse, as far as they are not under way.
  public var again: Int = 1

  /// A process that the runs of a product qualify.
  public init(_ name: String, qualifiedBy product: String) {
    self.name = name
    qualifiedBy = product
  }
}
