import Quantities

/// A way between two facilities: `leiden-lund: { from: lumc, to: lund-sus, takes: …, delayed: …, lost: 0.01 }`.
public struct TransportLink: Hashable, Sendable {
  /// Its name, used by `ship: … by: leiden-lund`.
  public var name: String
  /// `from:` a facility or a site; any when absent.
  public var from: String?
  /// `to:` a facility or a site; any when absent.
  public var to: String?
  /// `takes:` door to door, calendar time.
  public var takes: SpanLaw
  /// `delayed: { probability: 0.05, by: 12 h }`.
  public var delay: TransportDelay?
  /// `lost:` probability that what is sent does not arrive fit for use.
  public var lost: Double = 0
  /// `costs:` of a shipment.
  public var costs: LinkCosts = LinkCosts()

  /// A link.
  public init(name: String, takes: SpanLaw) {
    self.name = name
    self.takes = takes
  }
}

/// A delay that strikes some shipments.
public struct TransportDelay: Hashable, Sendable {
  /// `probability:`.
  public var probability: Double
  /// `by:`.
  public var by: SpanLaw

  /// A delay.
  public init(probability: Double, by: SpanLaw) {
    self.probability = probability
    self.by = by
  }
}
