import ArgumentParser
import PipelineSimulation
import ScenarioFiles

/// A scenario file as a program.
enum CompiledFile {
  static func program(_ file: String, overrides: [String]) throws -> Program {
    guard let scenario = ScenarioReader().read(file: file, overrides: overrides).scenario else {
      throw ValidationError("\(file) cannot be read; atmpsim validate says why.")
    }
    return try Program(compiling: scenario)
  }
}
