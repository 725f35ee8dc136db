import Quantities

/// The certificates that the persons of a role hold at the start.
///
/// `lund-sus/operator: { A: { gowning: 2027-03-01 }, B: { gowning: 2026-12-10, aseptic: 2027-05-02 } }`. The persons named are
/// the first of the role; a certificate that is not named they do not hold. Those who are not named hold theirs as without this.
public struct InitialRole: Hashable, Sendable {
  /// `facility/role`.
  public var role: String
  /// Its persons, in the order in which they are numbered.
  public var persons: [InitialPerson]

  /// A role.
  public init(_ role: String, _ persons: [InitialPerson]) {
    self.role = role
    self.persons = persons
  }
}

/// A person at the start.
public struct InitialPerson: Hashable, Sendable {
  /// What the file calls the person; no name of a person.
  public var name: String
  /// What the person holds.
  public var certificates: [HeldCertificate]

  /// A person.
  public init(_ name: String, _ certificates: [HeldCertificate] = []) {
    self.name = name
    self.certificates = certificates
  }
}

/// A certificate that somebody holds.
public struct HeldCertificate: Hashable, Sendable {
  /// The certificate.
  public var name: String
  /// When it expires; before the start where it has lapsed.
  public var expires: CivilInstant

  /// A certificate and its expiry.
  public init(_ name: String, expires: CivilInstant) {
    self.name = name
    self.expires = expires
  }
}
