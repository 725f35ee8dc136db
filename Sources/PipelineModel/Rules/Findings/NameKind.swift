extension Finding {
  /// What a name names.
  public enum NameKind: Hashable, Sendable {
    /// `sites:`.
    case site
    /// `calendars:`.
    case calendar
    /// `leave:`.
    case leave
    /// `facilities:`.
    case facility
    /// A facility or a site.
    case facilityOrSite
    /// A room, device or role of some facility.
    case resource
    /// A room, device or role of the facility named.
    case resourceOf(facility: String)
    /// A process of the facility named.
    case processOf(facility: String)
    /// `transport:`.
    case link
    /// `stocks:`.
    case stock
    /// `products:`.
    case product
    /// `certificates:`.
    case certificate
    /// `training:`.
    case programme
    /// `sources:`.
    case citation
    /// An entry of a product's route.
    case part
    /// A mark of a product's route.
    case mark
    /// A trait of a product.
    case trait
  }
}

extension Finding.NameKind {
  /// The kind without saying whose.
  var list: Finding.NameKind {
    switch self {
    case .resourceOf: .resource
    case .facilityOrSite: .site
    case .processOf: .processOf(facility: "")
    default: self
    }
  }
}
