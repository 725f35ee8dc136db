#if RUN_CHECKS
  import Quantities

  /// Certificates: what a person counts for is what the rows say, and a renewal belongs to one of them.
  extension PipelineRun {
    func lookAtCertificates() {
      if tables.certificates.isEmpty { return }
      var rows = 0
      for pool in pools.indices where !tables.pools[pool].certificates.isEmpty {
        rows += lookAtHolders(of: pool)
      }
      audit.book.equal(held.count, rows, "certificates = certificates of persons employed", of: "the run")
    }

    private func lookAtHolders(of pool: Int) -> Int {
      let (plan, name) = (tables.pools[pool], tables.pools[pool].name)
      var holders = [Int64](repeating: 0, count: plan.certificates.indices.count)
      var (rows, wrong) = (0, 0)
      for person in pools[pool].staff.rows {
        var valid: UInt32 = 0
        var row = person.certificates
        while row >= 0, rows <= held.capacity {
          rows += 1
          let certificate = held[row]
          let place = Int(certificate.plan) - Int(plan.certificates.start)
          if certificate.person != person.number || !holders.indices.contains(place) { return -1 }
          if certificate.isValid {
            valid |= tables.certificates[Int(certificate.plan)].bit
            if worksAlone(pool, person.number) { holders[place] += 1 }
            audit.book.atMost(
              instant.ticks, certificate.expires.ticks, "now ≤ expiry of what is valid",
              of: "\(name) \(person.number)")
          }
          let token = certificate.token
          if token >= 0, tokens[token].state == .free || tokens[token].unit != row { wrong += 1 }
          row = certificate.next
        }
        audit.book.equal(
          Int(person.valid), Int(valid), "certificates that count = certificates that are valid",
          of: "\(name) \(person.number)")
      }
      audit.book.equal(wrong, 0, "renewals of nobody = 0", of: name)
      if !pools[pool].isCalling { return rows }
      for (place, number) in holders.enumerated() {
        audit.book.equal(
          certifiedAreas[Int(plan.certificates.start) + place].level, number,
          "level of persons certified = persons who hold what is valid", of: name)
      }
      lookAtCertifiedPools(of: pool)
      return rows
    }

    /// More profiles are satisfied by no fewer persons, and nobody is present who is not called.
    private func lookAtCertifiedPools(of role: Int) {
      let certified = tables.pools[role].certifiedPools.indices
      for pool in certified {
        audit.book.atMost(
          pools[pool].base, pools[role].base, "persons present with certificates ≤ persons present",
          of: tables.pools[pool].name)
        for other in certified
        where tables.pools[pool].profileSet & ~tables.pools[other].profileSet == 0 {
          audit.book.atMost(
            pools[pool].base, pools[other].base, "persons who satisfy fewer profiles ≤ who satisfy more",
            of: tables.pools[pool].name)
        }
      }
    }
  }
#endif
