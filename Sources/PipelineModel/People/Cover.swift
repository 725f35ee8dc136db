import Quantities

/// Who works in place of a role: `covered by: lumc/qp` and `cover after: 1 d`.
///
/// A claim of the role that has waited in its line for `after`, and still finds too few of its own, is served by the first of
/// these roles that has enough. A claim is served whole, by one role. Its own role comes first whenever it is there.
public struct Cover: Hashable, Sendable {
  /// `covered by:` roles, of the same facility or with another in front (`lumc/qp`), in the order in which they are asked.
  public var by: [String] = []
  /// `cover after:` how long a claim waits for its own role, calendar time; not at all when absent.
  public var after: TimeLength = .hours(0)

  /// A cover.
  public init(by roles: [String] = [], after: TimeLength = .hours(0)) {
    by = roles
    self.after = after
  }
}
