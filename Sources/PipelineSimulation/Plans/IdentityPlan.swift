import Randomness

/// What a step does to the identity of what is at hand.
struct IdentityPlan: Sendable {
  /// How likely it is mixed up at the end of the step.
  var mixesUp: Double
  var mixUpPurpose: Purpose
  /// How likely one person finds a mix-up, and how many look; none where the step checks nothing.
  var finds: Double
  var persons: Int
  var checkPurpose: Purpose
  var then: ConsequencePlan
}

/// What of a patient bears another's name.
enum MixUp: UInt8, Sendable, BitwiseCopyable {
  case none
  /// The starting material: a batch that is made again from what is left of it is another's, too.
  case material
  /// The batch at hand alone.
  case batch
}
