import PipelineModel
import Quantities

/// `certificates:`, of a scenario and of a role.
enum CertificatesText {
  static let certificates = certificate.named({ Certificate($0) }, name: \.name)

  private static let certificate = MapForm<Certificate>(
    "certificate", "a certificate",
    "What a person has to hold for steps that ask for it (`certified`): gowning, media-fill participation, an authorisation for an assay. Who works in a role at its opening holds its certificates; they expire one after the other, spread evenly over the validity. From its expiry on a person does not count for such work; a step that has begun is finished.",
    atMostOne: [["renewal", "by taking part in"]],
    [
      Field(
        "lasts", \.lasts, .positiveDuration,
        "How long it is valid from the day on which it is given; renewed ahead of its expiry, from that expiry on.",
        absent: "for good", example: "1 y"),
      Field(
        "first after", \.firstAfter, .law,
        "When a new person gets it, counted from entry, in calendar time.",
        absent: "at once, or with the first run that passes", example: "{ triangular: [3 wk, 4 wk, 6 wk] }"),
      Field(
        "renewal", \.renewal, renewal.form(over: CertificateRenewal(takes: Placeholder.law)),
        "What a person does before it expires, and again until it is passed.", absent: "it is never renewed",
        example: "{ ahead: 30 d, takes: 4 h, passes: 0.95, again after: 14 d }"),
      Field(
        "by taking part in", \.byTakingPartIn, .name,
        "A product whose `runs` give it to those who take part when they pass, and take it from them, until the next one that passes, when they fail. Who takes part: of those present when a session ends (touch work that is not closed), as many as it claims of the role, who lack the certificate or whose expires first.",
        absent: "runs do not matter", example: "media-fill"),
    ])

  private static let renewal = MapForm<CertificateRenewal>(
    "renewal", "a renewal",
    "An assessment or a course, for which a person leaves the work for a while: one of the role, and what it uses beside.",
    [
      Field(
        "ahead", \.ahead, .calendarDuration, "How long before the expiry it is due.",
        absent: "at the expiry", example: "30 d"),
      Field(
        "takes", \.takes, .law,
        "How long, in working time of the role; it is suspended at the end of a shift.",
        example: "4 h"),
      Field(
        "uses", \.uses, .claims, "Rooms and trainers of the facility, beside the person.", absent: "nothing",
        example: "{ training-room: 1 }"),
      Field("passes", \.passes, .probability, "The probability of passing.", absent: "1", example: "0.95"),
      Field(
        "again after", \.againAfter, .law, "When one that was not passed is tried again, in calendar time.",
        absent: "at once", example: "14 d"),
    ])

  /// A name, a list of names, or a map of names with the share of the persons.
  static let ofRole = Field<Resource>(
    "certificates", \.certificates, shares,
    "Certificates that its persons hold, or will: all of them, or a share. Where not all are present, they are called in turn, shift by shift.",
    absent: "none",
    example: "{ gowning: 1, flow-cytometry: 0.5 }")

  private static let shares: Form<[RoleCertificate]> = {
    let names = Form<[String]>.oneOrMore(.name)
    let shares = Form<[RoleCertificate]>.named(
      "a share", .probability, make: { RoleCertificate($0, share: $1) }, parts: { ($0.name, $0.share) })
    return Form(
      .either([shares.kind, names.kind]),
      read: { node, reading in
        node.map != nil
          ? shares.read(node, reading) : names.read(node, reading)?.map { RoleCertificate($0) }
      },
      write: { values in
        values.allSatisfy { $0.share == 1 } ? names.write(values.map(\.name)) : shares.write(values)
      })
  }()
}
