import CGSL
import Randomness
import Testing

@Suite("GSL's errors") struct GSLFaultTests {
  @Test("An error of GSL becomes a Swift error with GSL's words") func reported() {
    do {
      _ = try checkedGSL { gsl_sf_gamma(-1) }
      Issue.record("the gamma function of -1 was computed")
    } catch {
      #expect(error.code == Int(GSL_EDOM))
      #expect(error.reason == "domain error")
      #expect(error.file == "gamma.c")
      #expect(error.line > 0)
    }
  }

  @Test("A result that is not finite is an error, although GSL reports none") func silent() {
    #expect(throws: GSLFault.self) { try checkedGSL { gsl_cdf_tdist_Pinv(2, 5) } }
  }

  @Test("A good call returns its value, after a bad one as well") func recovers() throws {
    _ = try? checkedGSL { gsl_sf_gamma(-1) }
    let value = try checkedGSL { gsl_sf_gamma(5) }
    #expect(abs(value - 24) < 1e-12)
  }
}
