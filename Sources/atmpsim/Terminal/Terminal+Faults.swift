import ArgumentParser

extension Terminal {
  /// Does the work of a verb; what goes wrong becomes one sentence on standard error and exit status 2.
  func reporting(_ work: (Terminal) async throws -> Void) async throws {
    do {
      try await work(self)
    } catch let code as ExitCode {
      throw code
    } catch {
      raw((hasColour ? "error:".applyingCodes(.red) : "error:") + " \(ErrorText.sentence(for: error))\n")
      throw ExitStatus.couldNotRun.error
    }
  }
}
