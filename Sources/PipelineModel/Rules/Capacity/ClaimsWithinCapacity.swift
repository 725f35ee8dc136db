/// Nobody can claim more than there can ever be, nor more than is left beside what is kept.
enum ClaimsWithinCapacity: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    view.products.flatMap { product in
      firstOfEach(
        product.facilities.flatMap { facility in
          steps(of: product, at: facility, view) + keeping(in: product, at: facility, view)
        })
    } + repairs(view)
  }

  /// A product that is made at several facilities would say the same of each.
  private static func firstOfEach(_ findings: [Finding]) -> [Finding] {
    var seen: Set<String> = []
    return findings.filter { seen.insert($0.path).inserted }
  }

  private static func steps(of product: ProductView, at facility: String?, _ view: ScenarioView) -> [Finding]
  {
    product.parts.flatMap { part -> [Finding] in
      switch part.part {
      case .step(let step):
        var findings = tooLarge(step.uses, at: "\(part.path)/uses", facility, view)
        // What is kept without being used is claimed as well.
        let kept = step.keeps.filter { keep in !step.uses.contains { $0.name == keep.name } }
        findings += tooLarge(kept, at: "\(part.path)/keeps", facility, view)
        for (index, touch) in step.repeats.enumerated() {
          let path = item("\(part.path)/repeats", index, of: step.repeats.count)
          findings += tooLarge(touch.uses, at: "\(path)/uses", facility, view)
        }
        return findings
      case .countdown(let countdown): return tooLarge(countdown.uses, at: "\(part.path)/uses", facility, view)
      default: return []
      }
    }
  }

  private static func repairs(_ view: ScenarioView) -> [Finding] {
    view.resources.flatMap { place in
      tooLarge(
        place.resource.monitoring?.deviation?.uses ?? [], at: "\(place.path)/monitoring/deviation/uses",
        place.facility, view)
        + tooLarge(
          place.resource.breakdown?.uses ?? [], at: "\(place.path)/breaks/uses", place.facility, view)
    }
  }

  private static func tooLarge(
    _ claims: [Claim], at path: String, _ facility: String?, _ view: ScenarioView
  ) -> [Finding] {
    var total: [String: Int] = [:]
    return claims.compactMap { claim in
      guard let place = view.resource(claim.name, from: facility), let most = view.most(of: place) else {
        return nil
      }
      let sum = total[place.qualifiedName, default: 0] + claim.count
      total[place.qualifiedName] = sum
      if sum <= most { return nil }
      return Finding("\(path)/\(claim.name)", .claimTooLarge(name: claim.name, claimed: sum, most: most))
    }
  }

  /// Along the main line, what one entity keeps is not there for its own later steps to claim.
  private static func keeping(in product: ProductView, at facility: String?, _ view: ScenarioView)
    -> [Finding]
  {
    var kept: [String: Int] = [:]
    var findings: [Finding] = []
    for part in product.parts {
      guard case .step(let step) = part.part else { continue }
      func key(_ name: String) -> String { view.resource(name, from: facility)?.qualifiedName ?? name }
      for use in part.isOnMainLine ? step.uses : [] {
        guard let held = kept[key(use.name)], let place = view.resource(use.name, from: facility),
          let most = view.most(of: place), use.count <= most, held + use.count > most
        else { continue }
        findings.append(
          Finding(
            "\(part.path)/uses/\(use.name)",
            .claimBesideKept(name: use.name, claimed: use.count, kept: held, most: most)))
      }
      for name in step.frees { kept[key(name)] = nil }
      for keep in part.isOnMainLine ? step.keeps : [] { kept[key(keep.name), default: 0] += keep.count }
    }
    return findings
  }
}

extension ScenarioView {
  /// The most units that a resource, or one of those that stand in for it, can ever have; nil where people may join it.
  fileprivate func most(of place: PlacedResource) -> Int? {
    var most = mostEver(of: place)
    for name in place.resource.cover?.by ?? [] {
      guard let cover = resource(name, from: place.facility) else { continue }
      guard let known = most, let other = mostEver(of: cover) else { return nil }
      most = max(known, other)
    }
    return most
  }

  /// The most units that a resource by itself can ever have; nil where people may join it.
  func mostEver(of place: PlacedResource) -> Int? {
    if joinedRoles.contains(place.qualifiedName) { return nil }
    let planned: Int
    switch place.resource.capacity {
    case .count(let count): planned = count
    case .timetable(let changes): planned = changes.map(\.count).max() ?? 0
    case .fullTimeEquivalents(let equivalents, _): planned = Int(min(1e9, max(0, equivalents)).rounded(.up))
    case .fullTimeEquivalentPlan(let changes, _):
      planned = Int(min(1e9, max(0, changes.map(\.equivalents).max() ?? 0)).rounded(.up))
    }
    return max(planned, Int(min(1e9, max(0, place.resource.turnover?.startsWith ?? 0)).rounded(.up)))
  }
}
