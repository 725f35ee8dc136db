import Experiments
import OutputAnalysis
import PipelineSimulation
import Testing

@Suite struct CommonRandomNumbersTests {
  /// The variance of the difference in patients treated at the facilities of Lund until the end of a year.
  private func variance(
    _ baseline: ResultColumns, _ alternative: ResultColumns, _ facilities: [Scope], through year: Int
  ) throws -> Double {
    let first = try #require(baseline.counts(of: "patients.treated", for: facilities, through: year))
    let second = try #require(alternative.counts(of: "patients.treated", for: facilities, through: year))
    let differences = zip(first, second).compactMap { a, b in a.flatMap { a in b.map { $0 - a } } }
    #expect(differences.count == baseline.replications)
    return try #require(Tally(differences).variance)
  }

  @Test(
    "What the late opening of Lund cost by the end of 2030 has a third of the variance, or less, of independent seeds"
  )
  func slippedOpening() async throws {
    let pairs = 200
    let announced = try ShippedScenario("leiden-lund.yaml")
    let opened = try ShippedScenario("lund-as-opened.yaml")
    let lund = announced.facilities(at: "lund").filter { scope in
      announced.program.layout.slots.contains {
        announced.program.layout.measures[$0.measure].name == "patients.treated"
          && $0.scope.keeping([.facility]) == scope
      }
    }
    #expect(!lund.isEmpty)
    let baseline = try await announced.columns(pairs, seed: 1)
    let paired = try await opened.columns(pairs, seed: 1)
    let independent = try await opened.columns(pairs, seed: 2)
    let withCommon = try variance(baseline, paired, lund, through: 2030)
    let without = try variance(baseline, independent, lund, through: 2030)
    #expect(without / withCommon >= 3, "independent \(without), common \(withCommon)")

    let cost = try #require(
      CumulativeDifference(
        of: "patients.treated", for: lund, through: 2030, baseline: baseline, alternative: paired))
    #expect(cost.verdict == .fewer)
    #expect(try #require(cost.paired.varianceReduction) >= 3)
  }
}
