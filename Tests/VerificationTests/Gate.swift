import Foundation

/// What of the verification runs where.
enum Gate {
  /// Whether this is a release build; statistics run in release builds only.
  static let isRelease: Bool = {
    #if DEBUG
      false
    #else
      true
    #endif
  }()

  /// Whether the wrong models run as long as the right ones: `ATMPSIM_VERIFY=long`.
  static let isLong = ProcessInfo.processInfo.environment["ATMPSIM_VERIFY"] == "long"

  /// The folder of the scenarios with known answers.
  static let scenarios = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Scenarios/verification").path

  /// The file of a scenario with a known answer.
  static func path(_ file: String) -> String { "\(scenarios)/\(file).yaml" }
}
