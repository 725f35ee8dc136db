/// Certificates of people: how many hold each, and how often one was renewed, not passed, and lapsed.
struct CertificateSection {
  let content: ReportContent

  private static let keys: Set<String> = ["facility", "role", "certificate"]
  private static let measures = [
    ("staff.certified", "hold it"), ("certificates.renewed", "renewed"),
    ("certificates.failed", "not passed"),
    ("certificates.lapsed", "lapsed"), ("certificates.hours", "hours of assessment"),
  ]

  var section: ReportSection? {
    let shown = Self.measures.filter { !content.index.rows($0.0, by: Self.keys).isEmpty }
    var rows: [[String]] = []
    for facility in content.facilities {
      let all = content.index.rows("staff.certified", by: Self.keys, where: ["facility": facility])
      for role in content.values("role", in: all) {
        let held = content.index.rows(
          "staff.certified", by: Self.keys, where: ["facility": facility, "role": role])
        for certificate in content.values("certificate", in: held) {
          let place = ["facility": facility, "role": role, "certificate": certificate]
          rows.append(
            [content.name(certificate), content.name(role), content.name(facility)]
              + shown.map { QuantityText.interval(content.index.row($0.0, at: place)) })
        }
      }
    }
    if rows.isEmpty { return nil }
    let table = DataTable(
      caption: "Certificates of people: mean (\(content.level) interval of the mean)",
      columns: [.init("certificate"), .init("role"), .init("facility")]
        + shown.map { .init($0.1, isNumber: true) }, rows: rows)
    return ReportSection(
      "certificates", "People: certificates",
      [
        .paragraph(
          "How many people who work independently hold a certificate at a time, and over the whole period how often one was "
            + "renewed, not passed or taken by a run that failed, and how often one expired before it was renewed. Claims that "
            + "wait for people with certificates are among the bottlenecks, under 'certified for'."),
        table.markup,
      ])
  }
}
