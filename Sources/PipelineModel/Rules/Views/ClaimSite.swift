/// One place at which a resource or a stock is named.
struct ClaimSite {
  enum Use { case uses, consumes, keeps, frees }
  let name: String
  let count: Int
  let use: Use
  let path: String
  /// From where unqualified names are seen.
  let facilities: [String?]
  /// Certificates that it asks for.
  var certified: [String] = []
}

extension ScenarioView {
  /// Every claim of every route and of every repair.
  var claimSites: [ClaimSite] {
    var sites: [ClaimSite] = []
    func add(_ claims: [Claim], _ use: ClaimSite.Use, _ path: String, _ facilities: [String?]) {
      for claim in claims {
        sites.append(
          ClaimSite(
            name: claim.name, count: claim.count, use: use, path: "\(path)/\(claim.name)",
            facilities: facilities, certified: claim.certified))
      }
    }
    for product in products {
      for part in product.parts {
        let facilities = product.facilities
        switch part.part {
        case .step(let step):
          add(step.uses, .uses, "\(part.path)/uses", facilities)
          add(step.consumes, .consumes, "\(part.path)/consumes", facilities)
          add(step.keeps, .keeps, "\(part.path)/keeps", facilities)
          add(step.frees.map { Claim($0) }, .frees, "\(part.path)/frees", facilities)
          for (index, touch) in step.repeats.enumerated() {
            let path = item("\(part.path)/repeats", index, of: step.repeats.count)
            add(touch.uses, .uses, "\(path)/uses", facilities)
          }
        case .countdown(let countdown): add(countdown.uses, .uses, "\(part.path)/uses", facilities)
        default: break
        }
      }
    }
    for place in resources {
      add(
        place.resource.monitoring?.deviation?.uses ?? [], .uses, "\(place.path)/monitoring/deviation/uses",
        [place.facility])
      add(place.resource.breakdown?.uses ?? [], .uses, "\(place.path)/breaks/uses", [place.facility])
    }
    for certificate in scenario.certificates {
      // Where nobody holds it, nothing is claimed for it.
      let places = resources.filter { $0.resource.certificates.contains { $0.name == certificate.name } }
      var facilities: [String?] = []
      for place in places where !facilities.contains(place.facility) { facilities.append(place.facility) }
      add(
        certificate.renewal?.uses ?? [], .uses, "certificates/\(certificate.name)/renewal/uses", facilities)
    }
    return sites
  }
}

/// The path of an item of what may be written as one value or as a list.
func item(_ path: String, _ index: Int, of count: Int) -> String {
  count == 1 ? path : "\(path)/\(index + 1)"
}
