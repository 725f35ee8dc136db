import PipelineModel
import Quantities
import Randomness

/// A certificate of one role, ready to run.
struct CertificatePlan: Sendable {
  var name: String
  /// The role.
  var pool: Int32
  /// Its bit among the certificates of the role.
  var bit: UInt32
  /// Which persons hold it, or will.
  var holders: RoleCertificate
  /// Nil for good.
  var lasts: TimeLength?
  /// When a new person gets it; at once when nil and no run gives it.
  var first: DrawPlan?
  var renewal: RenewalPlan?
  /// The product whose runs give it to those who take part; -1 for none.
  var product: Int32 = -1
  /// Where the numbers stand: pairs of the persons who hold it and ticks; counts; hours.
  var certified: Int32 = -1
  var lapsed: Int32 = -1
  var renewed: Int32 = -1
  var failed: Int32 = -1
  var hours: Int32 = -1
}

/// How a certificate is renewed: a little route that a person goes.
struct RenewalPlan: Sendable {
  /// How long before the expiry.
  var ahead: SimulationSpan
  /// Where the route begins, by the profiles that the person satisfies meanwhile; -1 where nobody satisfies just these.
  var starts: [Int32] = []
  var passes: Double
  var passPurpose: Purpose
  /// How long after one that was not passed; at once when nil.
  var again: DrawPlan?
}

/// Certificates that a person named in the initial state holds.
struct InitialHolder: Sendable {
  /// Expiries by certificate; nil for one that is not held.
  var expires: [SimulationTime?]
}

extension ProgramTables {
  /// Which profiles of a role somebody satisfies who holds these certificates.
  func profiles(of role: Int, satisfiedBy held: UInt32) -> UInt32 {
    var satisfied: UInt32 = 0
    for (place, profile) in profiles[pools[role].profiles.indices].enumerated() where profile & ~held == 0 {
      satisfied |= 1 << UInt32(place)
    }
    return satisfied
  }
}
