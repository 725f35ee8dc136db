import PipelineModel
import Quantities

/// Runs that take dates from patients.
enum RunPurpose: Int32, Sendable, CaseIterable {
  case training, mediaFill

  init?(_ purpose: ProductPurpose?) {
    switch purpose {
    case .trainingRun: self = .training
    case .mediaFill: self = .mediaFill
    default: return nil
    }
  }

  /// What results call the starts that it takes.
  var measure: String { self == .training ? "slots.lost-to-training" : "slots.lost-to-media-fills" }
}

extension ScenarioCompiler {
  /// Patients lost for want of people, and starts lost to training; where a scenario asks for it.
  mutating func countWants() {
    let asked = scenario.alsoMeasures
    tables.notesRefusals =
      !tables.bookings.isEmpty && (asked.contains(.wantOfPeople) || asked.contains(.peopleByMonth))
    guard asked.contains(.wantOfPeople) else { return }
    tables.countsWants = true
    let roles = tables.pools.indices.filter { tables.pools[$0].isPeople && tables.pools[$0].facility >= 0 }
    let claimed = Set(tables.claims.map(\.pool))
    for (index, variant) in tables.variants.enumerated() {
      var counters: [(pool: Int32, place: Int32)] = []
      let isForPatients = variant.counters.referred >= 0 && !variant.isRun
      for role in roles where isForPatients && claimed.contains(Int32(role)) && claims(index, Int32(role)) {
        let scope = scope(of: variant).merging([.role: .name(tables.pools[role].name)]) { $1 }
        counters.append((Int32(role), layout.yearly("patients.lost-for-people", scope)))
      }
      tables.wantCounters.append(counters)
      let purpose = scenario.products[Int(variant.product)].purpose
      tables.runPurposes.append(variant.isRun && variant.booking >= 0 ? RunPurpose(purpose) : nil)
    }
    for variant in tables.variants {
      let isBooked = variant.counters.referred >= 0 && !variant.isRun && variant.booking >= 0
      tables.lostStarts.append(
        RunPurpose.allCases.filter { isBooked && tables.runPurposes.contains($0) }.map {
          ($0, layout.yearly($0.measure, scope(of: variant)))
        })
    }
    tables.notesLostStarts = tables.lostStarts.contains { !$0.isEmpty }
  }

  private func claims(_ variant: Int, _ role: Int32) -> Bool {
    tables.steps.contains { step in
      step.variant == Int32(variant) && tables.claims[step.claims.indices].contains { $0.pool == role }
    }
  }

  private func scope(of variant: VariantPlan) -> [Scope.Key: Scope.Value] {
    var scope: [Scope.Key: Scope.Value] = [.product: .name(variant.name)]
    if variant.facility >= 0 { scope[.facility] = .name(tables.facilities[Int(variant.facility)].name) }
    return scope
  }
}
