import Randomness

/// The ways to take many draws: along one stream, or the first draws of neighbouring addresses.
enum Walk: String, CaseIterable, Sendable {
  case stream = "along a stream"
  case entities = "across entities"
  case occurrences = "across occurrences"
  case replications = "across replications"
  case purposes = "across purposes"
  case children = "across children"
  case mersenneTwister = "along the second generator"

  /// Calls `take` with the uniforms of each draw in turn.
  func uniforms(count: Int, seed: UInt64 = SuiteErrorRate.seed, take: (inout AddressedUniforms) -> Void) {
    let family = StreamFamily(seed: seed, replication: 5)
    let purpose = Purpose("car-t/expand/takes")
    switch self {
    case .stream:
      var uniforms = family.uniforms(.root("patients", 0), purpose)
      for _ in 0..<count { take(&uniforms) }
    case .entities:
      let origin = Lineage.origin("patients")
      let key = family.key(origin: origin, purpose: purpose)
      for number in 0..<count {
        var uniforms = family.uniforms(at: DrawAddress(key: key, number: UInt64(number)))
        take(&uniforms)
      }
    case .occurrences:
      for occurrence in 0..<count {
        var uniforms = family.uniforms(.root("patients", 3), purpose, occurrence: occurrence)
        take(&uniforms)
      }
    case .replications:
      for replication in 0..<count {
        let family = StreamFamily(seed: seed, replication: UInt64(replication))
        var uniforms = family.uniforms(.root("patients", 3), purpose)
        take(&uniforms)
      }
    case .purposes:
      for number in 0..<count {
        var uniforms = family.uniforms(.root("patients", 3), Purpose("product-\(number)/step/takes"))
        take(&uniforms)
      }
    case .children:
      let kind = ChildKind("attempt")
      for number in 0..<count {
        var uniforms = family.uniforms(Lineage.root("patients", 3).child(kind, number), purpose)
        take(&uniforms)
      }
    case .mersenneTwister:
      let family = StreamFamily(seed: seed, replication: 5, generator: .mersenneTwister)
      var uniforms = family.uniforms(.root("patients", 0), purpose)
      for _ in 0..<count { take(&uniforms) }
    }
  }

  func sample(of law: Law, count: Int) throws -> [Double] {
    let sampler = try LawSampler(law)
    var values: [Double] = []
    uniforms(count: count) { values.append(sampler.sample(&$0)) }
    return values
  }
}
