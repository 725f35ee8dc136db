import PipelineModel
import Quantities
import Reporting

/// What a description says of certificates.
enum CertificateWords {
  /// `gowning: valid for 1 y; renewed 30 d ahead, which takes 4 h, 95 % pass, again after 14 d`.
  static func of(_ certificate: Certificate) -> String {
    var words = [certificate.lasts.map { "valid for \(QuantityPrinting.timeLength($0))" } ?? "valid for good"]
    if let law = certificate.firstAfter {
      words.append("new people get it after \(SpanWords.of(law)) from entry")
    }
    if let renewal = certificate.renewal { words.append(self.renewal(renewal)) }
    if let product = certificate.byTakingPartIn {
      words.append("given by taking part in a run of \(product) that passes, taken by one that fails")
    }
    return "\(certificate.name): \(words.joined(separator: "; "))"
  }

  private static func renewal(_ renewal: CertificateRenewal) -> String {
    let ahead = renewal.ahead.amount > 0 ? " \(QuantityPrinting.timeLength(renewal.ahead)) ahead" : ""
    var words = ["renewed\(ahead), which takes \(SpanWords.of(renewal.takes))"]
    if !renewal.uses.isEmpty {
      words.append(
        "uses \(renewal.uses.map { $0.count == 1 ? $0.name : "\($0.count) \($0.name)" }.joined(separator: ", "))"
      )
    }
    if renewal.passes < 1 { words.append("\(SpanWords.share(renewal.passes)) pass") }
    if let again = renewal.againAfter { words.append("again after \(SpanWords.of(again))") }
    return words.joined(separator: ", ")
  }

  /// What stands behind the name of a role.
  static func held(_ certificates: [RoleCertificate]) -> String {
    certificates.map { held in
      held.share == 1 ? held.name : "\(held.name) (\(SpanWords.share(held.share)) of them)"
    }.joined(separator: ", ")
  }

  /// Who is named at the start.
  static func lines(_ roles: [InitialRole]) -> [String] {
    roles.flatMap { role in
      role.persons.map { person in
        let held = person.certificates.map { "\($0.name) until \(QuantityPrinting.instant($0.expires))" }
        return
          "\(person.name), \(role.role): \(held.isEmpty ? "no certificates" : held.joined(separator: ", "))"
      }
    }
  }
}
