import PipelineModel
import Quantities
import Randomness

/// People with certificates.
///
/// Each set of certificates that claims ask of a role is a *profile*. By Hall's theorem (P. Hall, 1935,
/// DOI 10.1112/jlms/s1-10.37.26) claims can be served by different persons exactly when for every set of profiles the claims
/// of these profiles are no more than the persons present who satisfy one of them at least. So each such set is a pool of its
/// own beside the role, and a claim of a profile takes units of every pool whose set contains it: what is counted is exact,
/// and nobody is matched with anybody at run time. Bare claims need no such pool: their condition is the role itself.
extension ScenarioCompiler {
  /// The most profiles of one role: each one more doubles the pools that a claim may take of.
  static var profileLimit: Int { ScenarioLimits.certificateProfiles }

  /// The certificates of the roles of a facility and the pools of those who hold them, behind those of its resources.
  mutating func compileCertificates(
    of facility: Facility, _ plan: inout FacilityPlan
  ) throws(CompileFault) {
    for resource in facility.resources where !resource.certificates.isEmpty {
      let name = "\(facility.name)/\(resource.name)"
      guard let role = poolOf[name] else { continue }
      let start = Int32(tables.certificates.count)
      for certificate in resource.certificates {
        try add(certificate, to: role, path: "facilities/\(name)")
      }
      tables.pools[Int(role)].certificates = TableRange(
        start: start, count: Int32(tables.certificates.count) - start)
      let profiles = profilesOfRoles[name] ?? []
      guard profiles.count <= Self.profileLimit else {
        throw CompileFault(
          "facilities/\(name)",
          "Steps ask this role for \(profiles.count) different sets of certificates; at most \(Self.profileLimit) can be told apart."
        )
      }
      tables.pools[Int(role)].profiles = TableRange(
        start: Int32(tables.profiles.count), count: Int32(profiles.count))
      for names in profiles {
        tables.profiles.append(try mask(of: names, role: role, path: "facilities/\(name)"))
      }
      let pools = Int32(tables.pools.count)
      for set in closedSets(ofRole: role) {
        plan.pools.append(Int32(tables.pools.count))
        tables.pools.append(certifiedPool(set, of: role, named: profiles))
      }
      tables.pools[Int(role)].certifiedPools = TableRange(
        start: pools, count: Int32(tables.pools.count) - pools)
    }
  }

  private mutating func add(_ share: RoleCertificate, to role: Int32, path: String) throws(CompileFault) {
    guard let certificate = scenario.certificates.first(where: { $0.name == share.name }) else {
      throw CompileFault("\(path)/certificates", "There is no certificate called '\(share.name)'.")
    }
    let here = "\(path)/certificates/\(share.name)"
    let known = tables.certificates.count { $0.pool == role }
    guard known < 32 else { throw CompileFault(here, "A role can have at most 32 certificates.") }
    var plan = CertificatePlan(
      name: share.name, pool: role, bit: 1 << UInt32(known), holders: share, lasts: certificate.lasts)
    plan.first = try certificate.firstAfter.map { law throws(CompileFault) in
      try draw(law, for: "\(here)/first", plan: tables.pools[Int(role)].plan)
    }
    if let product = certificate.byTakingPartIn {
      plan.product = Int32(scenario.products.firstIndex { $0.name == product } ?? -1)
    }
    if let renewal = certificate.renewal {
      plan.renewal = RenewalPlan(
        ahead: try span(renewal.ahead, at: "certificates/\(share.name)/renewal/ahead"),
        passes: renewal.passes, passPurpose: try purpose("\(here)/passes"),
        again: try renewal.againAfter.map { law throws(CompileFault) in
          try draw(law, for: "\(here)/again", plan: tables.pools[Int(role)].plan)
        })
    }
    tables.certificates.append(plan)
  }

  /// The bits of certificates of a role.
  private func mask(of names: [String], role: Int32, path: String) throws(CompileFault) -> UInt32 {
    var mask: UInt32 = 0
    for name in names {
      guard let plan = tables.certificates.first(where: { $0.pool == role && $0.name == name }) else {
        throw CompileFault(path, "Nobody of this role holds '\(name)', which a step asks for.")
      }
      mask |= plan.bit
    }
    return mask
  }

  private func masks(ofRole role: Int32) -> [UInt32] {
    Array(tables.profiles[tables.pools[Int(role)].profiles.indices])
  }

  /// The sets of profiles that need a pool: with each profile those that only its holders satisfy, since these add to the
  /// claims and not to the persons.
  private func closedSets(ofRole role: Int32) -> [UInt32] {
    let profiles = masks(ofRole: role)
    return (1..<(1 << UInt32(profiles.count))).map(UInt32.init).filter { set in
      profiles.indices.allSatisfy { place in
        set & (1 << UInt32(place)) != 0
          || !profiles.indices.contains {
            set & (1 << UInt32($0)) != 0 && profiles[$0] & ~profiles[place] == 0
          }
      }
    }
  }

  private func certifiedPool(_ set: UInt32, of role: Int32, named profiles: [[String]]) -> PoolPlan {
    let plan = tables.pools[Int(role)]
    let masks = masks(ofRole: role)
    // Whoever satisfies a larger profile satisfies a smaller one: only the smallest are named.
    let members = profiles.indices.filter { set & (1 << UInt32($0)) != 0 }
    let smallest = members.filter { place in
      !members.contains { $0 != place && masks[$0] & ~masks[place] == 0 }
    }
    let words = smallest.map { profiles[$0].joined(separator: " and ") }.joined(separator: ", or ")
    var pool = PoolPlan(
      name: "\(plan.name) certified for \(words)", facility: plan.facility, level: .certified,
      origin: plan.origin)
    pool.plan = plan.plan
    pool.closures = plan.closures
    pool.role = role
    pool.profileSet = set
    if case .roster(let first, _, _) = plan.level {
      // Where nobody is planned at first, the largest number that ever is.
      let later = tables.staffLevels[plan.staffLevels.indices].map(\.heads).max() ?? 0
      let heads = first > 0 ? first : max(1, later)
      let holders = (1...Int(heads)).count { person in
        let held = tables.certificates[plan.certificates.indices].reduce(UInt32(0)) {
          $1.holders.isHeld(byPerson: person) ? $0 | $1.bit : $0
        }
        return tables.profiles(of: Int(role), satisfiedBy: held) & set != 0
      }
      pool.plannedShare = Double(holders) / Double(heads)
    }
    return pool
  }

  // MARK: Claims

  /// The claims that one entry of `uses:` makes: on the resource itself, and on those who hold what it asks for.
  func claimPlans(
    _ use: Claim, _ count: Int32, on pool: Int32, isKept: Bool, path: String
  ) throws(CompileFault) -> [ClaimPlan] {
    var own = ClaimPlan(pool: pool, count: count, isKept: isKept, isConsumed: false)
    if use.certified.isEmpty { return [own] }
    let wanted = try mask(of: use.certified, role: pool, path: path)
    guard let profile = masks(ofRole: pool).firstIndex(of: wanted) else {
      throw CompileFault(path, "Only people can be asked for certificates; leave out 'certified:'.")
    }
    own.profile = Int32(profile)
    return [own] + certifiedClaims(1 << UInt32(profile), count, of: pool, isKept: isKept)
  }

  /// Units of every pool of a role whose set has one of some profiles.
  private func certifiedClaims(_ profiles: UInt32, _ count: Int32, of role: Int32, isKept: Bool)
    -> [ClaimPlan]
  {
    tables.pools[Int(role)].certifiedPools.indices.filter { tables.pools[$0].profileSet & profiles != 0 }.map
    {
      ClaimPlan(pool: Int32($0), count: count, isKept: isKept, isConsumed: false)
    }
  }

  /// What is freed with a pool: those who hold certificates with their role.
  func freed(with pool: Int32) -> [Int32] {
    [pool] + tables.pools[Int(pool)].certifiedPools.indices.map(Int32.init)
  }

  /// Whether a step is part of a run that gives those who take part a certificate.
  func givesCertificates(_ step: StepPlan) -> Bool {
    let product = tables.variants[Int(step.variant)].product
    return tables.claims[step.claims.indices].contains { claim in
      tables.certificates[tables.pools[Int(claim.pool)].certificates.indices].contains {
        $0.product == product
      }
    }
  }

  /// Who is named in the initial state: the first persons of their role.
  mutating func compileInitialHolders() throws(CompileFault) {
    for (index, state) in scenario.initialState.people.enumerated() {
      let path = "initial state/people/\(index + 1)"
      let pool = try self.pool(state.role, from: nil, path: "\(path)/role")
      let plan = tables.pools[Int(pool)]
      guard case .roster(let heads, _, _) = plan.level, !plan.certificates.isEmpty else {
        throw CompileFault("\(path)/role", "The persons of '\(state.role)' hold no certificates.")
      }
      guard state.persons.count <= Int(plan.turnover?.startsWith ?? heads) else {
        throw CompileFault(
          "\(path)/persons",
          "More persons are named than there are at the start; leave some out, or plan more.")
      }
      tables.initialHolders[pool] = state.persons.map { person in
        InitialHolder(
          expires: tables.certificates[plan.certificates.indices].map { certificate in
            person.certificates.first { $0.name == certificate.name }.map { clock.time(of: $0.expires) }
          })
      }
    }
  }

  // MARK: Renewals

  /// A renewal is a little route of its own: claim a person of the role and what is used beside, and be assessed.
  ///
  /// The person goes on satisfying the profiles of what is still valid and cannot serve their claims meanwhile: there is a
  /// route for each set of profiles that somebody can satisfy.
  mutating func compileRenewals() throws(CompileFault) {
    for index in tables.certificates.indices where tables.certificates[index].renewal != nil {
      let certificate = tables.certificates[index]
      let role = tables.pools[Int(certificate.pool)]
      let facility = tables.facilities[Int(role.facility)].name
      guard let rule = scenario.certificates.first(where: { $0.name == certificate.name })?.renewal else {
        continue
      }
      let path = "facilities/\(facility)/\(role.name)/certificates/\(certificate.name)/renewal"
      let takes = try draw(rule.takes, for: "\(path)/takes", plan: role.plan)
      let passes = try purpose("\(path)/done")
      var uses: [ClaimPlan] = []
      for use in rule.uses {
        let pool = try self.pool(use.name, from: facility, path: path)
        uses += try claimPlans(use, Int32(use.count), on: pool, isKept: false, path: path)
      }
      let masks = masks(ofRole: certificate.pool)
      var starts = [Int32](repeating: -1, count: 1 << masks.count)
      for satisfied in starts.indices where isSatisfiable(UInt32(satisfied), masks) {
        starts[satisfied] = Int32(tables.instructions.count)
        var person = ClaimPlan(pool: certificate.pool, count: 1, isKept: false, isConsumed: false)
        // Nobody is assessed in the place of another.
        person.profile = ClaimPlan.ofOnePerson
        let own = [person] + certifiedClaims(UInt32(satisfied), 1, of: certificate.pool, isKept: false)
        let claims = withCovers(own + uses)
        guard claims.count <= 32 else {
          throw CompileFault(
            path, "A renewal may claim at most 32 resources, and each set of certificates is one.")
        }
        var step = StepPlan(
          variant: -1, kind: .review, isOfBatch: false, changeover: false, atShiftEnd: .suspend,
          claims: TableRange(start: Int32(tables.claims.count), count: Int32(claims.count)),
          frees: TableRange(), priority: 5, passPurpose: passes, failures: TableRange(),
          touches: TableRange(),
          meanwhile: TableRange(), localIndex: 0, place: Int32(tables.instructions.count))
        step.duration = takes
        step.workingPlan = role.plan
        tables.claims += claims
        tables.instructions += [.step(Int32(tables.steps.count)), .renewalEnds]
        add(step, named: "\(facility)/\(role.name)/\(certificate.name)")
      }
      tables.certificates[index].renewal?.starts = starts
    }
  }

  /// Whether somebody can satisfy exactly these profiles.
  private func isSatisfiable(_ satisfied: UInt32, _ profiles: [UInt32]) -> Bool {
    let held = profiles.indices.reduce(UInt32(0)) {
      satisfied & (1 << UInt32($1)) != 0 ? $0 | profiles[$1] : $0
    }
    return profiles.indices.allSatisfy {
      (profiles[$0] & ~held == 0) == (satisfied & (1 << UInt32($0)) != 0)
    }
  }
}
