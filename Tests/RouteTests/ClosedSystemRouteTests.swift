import Foundation
import PipelineSimulation
import ScenarioFiles
import Testing

/// A closed system that stands in grade C instead of grade B: question 7 as shipped.
@Suite("A closed system in grade C") struct ClosedSystemRouteTests {
  private func use(_ file: String) throws -> (b: Double, c: Double, batches: Double) {
    let folder = URL(fileURLWithPath: LibraryLine.folder).deletingLastPathComponent().path
    let check = ScenarioCheck.check(
      file: "\(folder)/questions/\(file).yaml", overrides: ["horizon=2028-01-05"])
    let program = try Program(compiling: #require(check.scenario, "\(check.report.text())"))
    let record = program.replicate(0, seed: 1)
    func busy(_ room: String) -> Double {
      let slots = program.layout.slots.filter {
        program.layout.measures[$0.measure].name == "room.utilisation" && $0.scope[.resource] == .name(room)
      }
      return slots.reduce(0) { $0 + record.values[$1.offset] }
    }
    let batches = program.layout.slots.filter {
      program.layout.measures[$0.measure].name == "batches.started"
    }
    return (busy("grade-b"), busy("grade-c"), batches.reduce(0) { $0 + record.values[$1.offset] })
  }

  @Test("Loading and transduction move from grade B to grade C; the open filling stays")
  func moves() throws {
    let (b, c) = (try use("q07-grade-b"), try use("q07-grade-c"))
    #expect(b.batches > 30 && c.batches > 30)
    // Per batch: less of grade B, more of grade C, and some of grade B all the same.
    #expect(c.b / c.batches < 0.8 * b.b / b.batches)
    #expect(c.c / c.batches > b.c / b.batches)
    #expect(c.b > 0)
  }
}
