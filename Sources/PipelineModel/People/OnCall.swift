import Quantities

/// Work outside the ordinary hours of a role: who comes when called, and how long people rest after it.
///
/// `islet-team: { count: 4, calendars: on-call, on call from: operator, rest: 11 h }`: four operators are on call. Whoever of
/// them is called is missing among the operators from then on until the rest is over. Of a role with hours of its own, those
/// rest whose work ended outside them.
///
/// People who are done go on with what is to be done at that instant; the rest begins when there is nothing.
public struct OnCall: Hashable, Sendable {
  /// `on call from:` the role whose people they are, of the same facility or with another in front (`lumc/operator`); they
  /// are people of their own when absent.
  public var from: String?
  /// `rest:` calendar time from the end of the work until the next; none when absent.
  public var rest: TimeLength?

  /// Work outside the ordinary hours.
  public init(from role: String? = nil, rest: TimeLength? = nil) {
    from = role
    self.rest = rest
  }
}
