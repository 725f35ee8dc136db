import Quantities

extension Certificate: ScenarioPart {
  /// The certificate without notes.
  public var noted: Noted<Certificate> { Noted(self) }
}

extension ScenarioPart where Part == Certificate {
  /// `lasts:` from the day on which it is given.
  public func lasts(_ length: TimeLength) -> Noted<Certificate> { setting(\.lasts, length) }

  /// `first after:` entry of a new person.
  public func first(after law: SpanLaw) -> Noted<Certificate> { setting(\.firstAfter, law) }

  /// `by taking part in:` runs of a product that pass.
  public func byTakingPart(in product: String) -> Noted<Certificate> { setting(\.byTakingPartIn, product) }

  /// `renewal:` what a person does before it expires.
  public func renewal(
    ahead: TimeLength = .hours(0), takes law: SpanLaw, uses: KeyValuePairs<String, Int> = [:],
    passes: Double = 1, againAfter: SpanLaw? = nil
  ) -> Noted<Certificate> {
    var renewal = CertificateRenewal(takes: law, uses: Claim.list(uses))
    (renewal.ahead, renewal.passes, renewal.againAfter) = (ahead, passes, againAfter)
    return setting(\.renewal, renewal)
  }
}

extension HeldCertificate {
  /// `gowning: 2027-03-01`.
  public init(_ name: String, _ expires: Written<CivilInstant>) {
    self.init(name, expires: expires.quantity)
  }
}
