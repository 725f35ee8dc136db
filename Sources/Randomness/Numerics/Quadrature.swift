import CGSL

/// GSL's adaptive quadrature for a Swift function.
enum Quadrature {
  /// The integral to a relative error of 10⁻¹⁰; the limits may be infinite.
  ///
  /// Where GSL gives up, an estimated error of 10⁻⁷ of the result, or of `tolerance`, is good enough.
  static func integral(
    from lower: Double, to upper: Double, tolerance: Double, of function: (Double) -> Double
  ) throws(GSLFault) -> Double {
    let intervals = 2000
    guard let workspace = gsl_integration_workspace_alloc(intervals) else {
      throw GSLFault(code: Int(GSL_ENOMEM), reason: "no memory", file: "", line: 0)
    }
    defer { gsl_integration_workspace_free(workspace) }
    return try withoutActuallyEscaping(function) { function throws(GSLFault) -> Double in
      var integrand = Integrand(function: function)
      return try integral(&integrand, from: lower, to: upper, tolerance, workspace, intervals)
    }
  }

  private struct Integrand { let function: (Double) -> Double }

  private static func integral(
    _ integrand: inout Integrand, from lower: Double, to upper: Double, _ tolerance: Double,
    _ workspace: UnsafeMutablePointer<gsl_integration_workspace>, _ intervals: Int
  ) throws(GSLFault) -> Double {
    let absolute = 1e-14
    let relative = 1e-10
    var result = 0.0
    let fault = withUnsafeMutablePointer(to: &integrand) { pointer -> GSLFault? in
      var function = gsl_function()
      function.function = { x, opaque in
        guard let opaque else { return .nan }
        return opaque.assumingMemoryBound(to: Integrand.self).pointee.function(x)
      }
      function.params = UnsafeMutableRawPointer(pointer)
      var error = 0.0
      _ = GSLErrors.take()
      switch (lower == -.infinity, upper == .infinity) {
      case (false, false):
        gsl_integration_qags(
          &function, lower, upper, absolute, relative, intervals, workspace, &result, &error)
      case (false, true):
        gsl_integration_qagiu(&function, lower, absolute, relative, intervals, workspace, &result, &error)
      case (true, false):
        gsl_integration_qagil(&function, upper, absolute, relative, intervals, workspace, &result, &error)
      case (true, true):
        gsl_integration_qagi(&function, absolute, relative, intervals, workspace, &result, &error)
      }
      // Rounding stops the refinement of an integral that is already good enough.
      let fault = GSLErrors.take()
      return error <= max(tolerance, 1e-7 * abs(result)) ? nil : fault
    }
    if let fault { throw fault }
    return result
  }
}
