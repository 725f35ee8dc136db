import Testing
import Verification

@Suite("T19: identities, from the built program's own trace") struct IdentityTests {
  @Test(
    "What a trace adds up to is what the replication reports, to the last bit", arguments: IdentityCase.all)
  func balances(one: IdentityCase) throws {
    let options = IdentityCase.overrides.flatMap { ["--set", $0] }
    let values = try PrintedValues(one.file, options)
    let sums = IdentitySums(one, try TraceTable(ofBuiltProgram: one.file, options)) { values.sum($0, $1) }
    let balances = sums.balances
    try #require(balances.count >= (one.next.isEmpty ? 4 : 6) + (one.hasStock ? 4 : 0))
    for balance in balances { #expect(balance.traced == balance.reported, "\(balance.what)") }
    #expect(balances[0].traced > 100, "hardly anybody came")
  }
}
