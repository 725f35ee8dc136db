import Quantities

/// What a person has to hold to do a work: gowning, media-fill participation, an authorisation for an assay.
///
/// `gowning: { lasts: 1 y, first after: 3 wk, renewal: { ahead: 30 d, takes: 4 h, passes: 0.95, again after: 14 d } }`. Who
/// works in a role at the opening holds its certificates; they expire one after the other, spread evenly over the validity.
/// From the instant of its expiry on a person does not count for work that needs it; a step that has begun is finished.
///
/// Source of the frame: EudraLex volume 4, annex 1, section 7 on people and section 9 on process simulation.
public struct Certificate: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// `lasts: 1 y` from the day on which it is given; for good when absent.
  public var lasts: TimeLength?
  /// `first after:` entry of a new person; at once when absent, or with the first media fill that passes.
  public var firstAfter: SpanLaw?
  /// `renewal:` what a person does before it expires; nothing when absent.
  public var renewal: CertificateRenewal?
  /// `by taking part in:` a product whose runs give it to those who take part, when they pass, and take it from them when
  /// they fail.
  public var byTakingPartIn: String?

  /// A certificate that is held for good.
  public init(_ name: String) { self.name = name }
}

/// A renewal: an assessment, a course, for which a person leaves the work for a while.
public struct CertificateRenewal: Hashable, Sendable {
  /// `ahead:` of the expiry, as soon as who and what is needed is free; at the expiry when absent.
  public var ahead: TimeLength = .hours(0)
  /// `takes:` working time of the person.
  public var takes: SpanLaw
  /// `uses:` rooms and trainers of the person's facility, beside the person.
  public var uses: [Claim] = []
  /// `passes:` the probability; always when absent.
  public var passes: Double = 1
  /// `again after:` one that was not passed; at once when absent.
  public var againAfter: SpanLaw?

  /// A renewal that everybody passes.
  public init(takes: SpanLaw, uses: [Claim] = []) {
    self.takes = takes
    self.uses = uses
  }
}

/// How many of a role hold a certificate.
public struct RoleCertificate: Hashable, Sendable {
  /// The certificate.
  public var name: String
  /// The share of the persons who hold it, or will; spread evenly over the order in which they come.
  public var share: Double = 1

  /// A certificate of a role.
  public init(_ name: String, share: Double = 1) {
    self.name = name
    self.share = share
  }

  /// Whether the n-th person of the role holds it, or will: so that of the first n ⌈share · n⌉ do.
  public func isHeld(byPerson number: Int) -> Bool {
    func holders(_ count: Int) -> Int { Int((share * Double(count) - 1e-9).rounded(.up)) }
    return holders(number) > holders(number - 1)
  }

  /// How many of the first n persons hold it.
  public func holders(among count: Int) -> Int { Int((share * Double(count) - 1e-9).rounded(.up)) }
}
