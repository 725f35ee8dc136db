/// So many units of one resource (or stock): one entry of `uses:`, `consumes:`, `keeps:`.
///
/// Spelled `{ grade-b: 1, operator: 2 }`; a bare name (`keeps: closed-bioreactor`) means all units that the step uses.
/// `lund-hospital/ward-bed` names a resource of another facility than the one that makes the product.
public struct Claim: Hashable, Sendable {
  /// The resource's or stock's name, with `facility/` in front where it is not the making facility's.
  public var name: String
  /// How many units.
  public var count: Int
  /// `certified: [gowning, aseptic]` of people: certificates that each of them has to hold. Only `uses:` asks for them.
  public var certified: [String] = []

  /// A claim on so many units.
  public init(_ name: String, _ count: Int = 1, certified: [String] = []) {
    self.name = name
    self.count = count
    self.certified = certified
  }
}
