import PipelineModel
import Randomness

extension RouteCompiler {
  /// What a step does to the identity of what is at hand; -1 for nothing.
  mutating func identity(
    of step: Step, local: Int32, name: String, _ compiler: inout ScenarioCompiler
  ) throws(CompileFault) -> Int32 {
    if step.mixesUp <= 0 && step.checksIdentity == nil { return -1 }
    let check = step.checksIdentity
    let then = try consequence(
      check?.then ?? .record, own: local, fallback: "mixed up", &compiler)
    hasIdentities = true
    compiler.tables.identities.append(
      IdentityPlan(
        mixesUp: step.mixesUp, mixUpPurpose: try compiler.purpose("\(name)/mixes up"),
        finds: check?.finds ?? 0, persons: check?.persons ?? 0,
        checkPurpose: try compiler.purpose("\(name)/checks identity"), then: then))
    return Int32(compiler.tables.identities.count - 1)
  }
}
