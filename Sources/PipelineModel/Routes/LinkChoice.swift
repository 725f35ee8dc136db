/// Which link a shipment takes: one, or one for each facility that makes the product.
///
/// `by: leiden-lund`, or `by: { necstgen: leiden-lund, lund-sus: none }` where a product is made at several places and the way
/// to the patient is not the same.
public struct LinkChoice: Hashable, Sendable {
  /// The link from one facility; nil where nothing travels.
  public struct OfMaker: Hashable, Sendable {
    /// A facility of `made at:`.
    public var facility: String
    /// The link; nil for `none`.
    public var link: String?

    /// A facility and its link.
    public init(facility: String, link: String?) {
      self.facility = facility
      self.link = link
    }
  }
  /// The word for no link.
  public static let none = "none"
  /// The one link; nil where each facility has its own.
  public var common: String?
  /// The links by facility; empty where all have the same.
  public var ofMakers: [OfMaker] = []

  /// One link for all.
  public init(_ link: String) { common = link }

  /// A link for each facility.
  public init(ofMakers: [OfMaker]) { self.ofMakers = ofMakers }

  /// The link from a facility; nil where nothing travels, or it has none.
  public func link(from maker: String?) -> String? {
    common ?? ofMakers.first { $0.facility == maker }.flatMap(\.link)
  }

  /// All links that are named.
  public var links: [String] { common.map { [$0] } ?? ofMakers.compactMap(\.link) }
}
