import OutputAnalysis
import Testing
import Verification

@Suite("Judgement of coverage")
struct CoverageJudgementTests {
  /// A row of intervals around 1 with a half-width of 1, so many of which lie elsewhere.
  private func row(
    missing: [Int], of repetitions: Int, _ promise: CoveragePromise = .exact, byAHair: Int = 10
  ) -> CoverageRow {
    let tallies = zip(CoverageRow.levels, missing).map { level, missing in
      var tally = CoverageTally(level: level)
      for number in 0..<repetitions {
        // Some of those that contain the truth do so by a hair.
        let center = number < missing ? 3 : number % 100 < byAHair ? 1.95 : 1
        tally.add(Interval(center: center, halfWidth: 1, level: level, method: .student), truth: 1)
      }
      return tally
    }
    return CoverageRow(
      name: "C1", figure: "figure", kind: .mean, replications: 100, promise: promise, tallies: tallies)
  }

  @Test("A count is judged by its exact interval, on both sides")
  func bothSides() {
    // Of 20,000 at 99.9 % twenty are expected; the exact limits are 7 and 36.
    for (missing, isTooLow, isTooHigh) in [
      (20, false, false), (36, false, false), (37, true, false), (7, false, false), (6, false, true),
    ] {
      var count = CoverageCount(level: 0.999)
      for number in 0..<20_000 {
        count.add(
          Interval(center: number < missing ? 3 : 1, halfWidth: 1, level: 0.999, method: .student), truth: 1)
      }
      #expect(count.covered == 20_000 - missing)
      #expect(count.isTooLow == isTooLow && count.isTooHigh == isTooHigh, "\(missing)")
    }
  }

  @Test("An interval that could not be estimated contains nothing")
  func undefined() {
    var count = CoverageCount(level: 0.95)
    #expect(count.interval.low == 0 && count.interval.high == 1)
    count.add(nil, truth: 1)
    #expect(count.repetitions == 1 && count.covered == 0)
  }

  @Test("Too few, too many, and intervals whose wrong twins pass are faults")
  func faults() {
    #expect(row(missing: [200, 4], of: 4_000).isOK)
    #expect(row(missing: [200, 4], of: 4_000).tallies[0].narrowed.isTooLow)
    #expect(row(missing: [300, 4], of: 4_000).fault == "covers too seldom at 95 %")
    #expect(row(missing: [100, 4], of: 4_000).fault == "covers too often at 95 %")
    #expect(row(missing: [100, 4], of: 4_000, .atLeast).isOK)
    #expect(
      row(missing: [200, 4], of: 4_000, byAHair: 0).fault
        == "displaced intervals pass at 95 %; intervals a tenth too narrow pass at 95 %")
    #expect(row(missing: [150, 4], of: 3_000, byAHair: 0).fault == "displaced intervals pass at 95 %")
  }

  @Test("A case by itself is judged at 95 %, cases together at both levels")
  func levels() {
    #expect(row(missing: [200, 60], of: 4_000).isOK)
    let together = CoverageRow.pooled([
      row(missing: [200, 60], of: 4_000), row(missing: [200, 60], of: 4_000),
    ])
    #expect(together.count == 1 && together[0].repetitions == 8_000 && together[0].name == nil)
    #expect(together[0].fault?.contains("covers too seldom at 99.9 %") == true)
  }

  @Test("Skewed numbers may be covered somewhat less often, and are counted by themselves")
  func skewed() {
    let skewed = row(missing: [230, 16], of: 4_000, .skewed)
    #expect(
      skewed.fault?.contains("seldom") != true && skewed.tallies[1].right.isTooLow
        && skewed.note == "covers less")
    #expect(row(missing: [300, 16], of: 4_000, .skewed).fault == "covers too seldom at 95 %")
    let exact = row(missing: [200, 4], of: 4_000)
    #expect(CoverageRow.pooled([skewed, exact]).isEmpty)
    let promises = CoverageRow.pooled([skewed, exact, skewed]).map(\.promise)
    #expect(promises == [.skewed])
  }

  @Test("Every kind of estimate has a case, and no two cases share a seed")
  func cases() {
    let all = CoverageCases.all
    let (kinds, seeds) = (Set(all.map(\.kind)), all.map { $0.firstSeed(of: 1) })
    #expect(kinds == Set(CoverageCase.Kind.allCases))
    #expect(Set(seeds).count == all.count && CoverageCases.names.count == 11)
    let some = CoverageCases.named(["C1", "C3"]).map { $0.firstSeed(of: 1) }
    #expect(some == [seeds[0], seeds[2]])
  }
}
