import CStreams

/// An error that GSL reported, or a number that it returned and should not have.
public struct GSLFault: Error, Hashable, Sendable {
  /// GSL's error code (`gsl_errno.h`).
  public let code: Int
  /// GSL's own words.
  public let reason: String
  /// The file of GSL that reported.
  public let file: String
  /// The line in that file.
  public let line: Int
}

/// GSL's error handling, made safe for Swift: errors are recorded for each thread instead of aborting the program.
enum GSLErrors {
  private static let installed: Void = streams_install_error_handler()

  /// Makes sure that GSL does not abort. Called before anything in this module calls GSL.
  static func install() { _ = installed }

  /// The first error since the last call on this thread.
  static func take() -> GSLFault? {
    var error = streams_gsl_error()
    guard streams_take_error(&error) != 0 else { return nil }
    return GSLFault(
      code: Int(error.code), reason: text(of: error.reason), file: text(of: error.file), line: Int(error.line)
    )
  }

  private static func text<Characters>(of characters: Characters) -> String {
    withUnsafeBytes(of: characters) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}

/// The number that a call to GSL returns.
///
/// - Throws: the error that GSL reported meanwhile on this thread; `GSL_EFAILED` if the number is not finite, since
///   GSL does not report everything.
public func checkedGSL(_ body: () -> Double) throws(GSLFault) -> Double {
  GSLErrors.install()
  _ = GSLErrors.take()
  let value = body()
  if let fault = GSLErrors.take() { throw fault }
  guard value.isFinite else {
    throw GSLFault(code: 5, reason: "the result is not a finite number", file: "", line: 0)
  }
  return value
}
