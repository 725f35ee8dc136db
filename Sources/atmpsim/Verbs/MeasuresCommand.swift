import ArgumentParser
import PipelineSimulation
import Reporting

/// `atmpsim measures`: every measure with its unit, scope keys and definition.
struct MeasuresCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measures", abstract: "Lists every measure with unit, scope keys and definition.",
    discussion: "Examples:\n  atmpsim measures\n  atmpsim measures Scenarios/leiden-lund.yaml")

  @Argument(help: ArgumentHelp("Lists only the measures that this scenario reports.", valueName: "scenario"))
  var scenario: String?

  @OptionGroup var display: DisplayOptions

  func run() async throws {
    try await display.terminal.reporting { terminal in
      var measures = MeasureCatalogue.all
      if let scenario {
        let layout = try LoadedScenario(file: scenario, overrides: [], on: terminal).program.layout
        let reported = Set(layout.slots.map { layout.measures[$0.measure].name })
        measures = layout.measures.filter { reported.contains($0.name) }
      }
      terminal.result(display.json ? Self.json(measures) : Self.text(measures))
    }
  }

  private static func text(_ measures: [Measure]) -> String {
    AlignedTable(
      title: "",
      columns: [.init("measure"), .init("unit"), .init("scope"), .init("statistics"), .init("definition")],
      rows: measures.map { measure in
        [
          measure.name, measure.unit, measure.keys.map(\.rawValue).joined(separator: ", "),
          measure.combination.statistics.joined(separator: ", "), measure.definition,
        ]
      }
    ).text(width: 140)
  }

  private static func json(_ measures: [Measure]) -> String {
    var writer = JSONWriter()
    func names(_ list: [String], _ writer: inout JSONWriter) {
      writer.array { writer in
        for name in list {
          writer.element(onNewLine: false)
          writer.string(name)
        }
      }
    }
    writer.object { writer in
      writer.member("schema", "atmpsim.measures/1")
      writer.key("measures")
      writer.array { writer in
        for measure in measures {
          writer.element()
          writer.object { writer in
            writer.member("name", measure.name)
            writer.member("unit", measure.unit)
            writer.key("scope")
            names(measure.keys.map(\.rawValue), &writer)
            writer.key("groupings")
            writer.array { writer in
              for grouping in measure.groupings {
                writer.element(onNewLine: false)
                names(grouping.map(\.rawValue), &writer)
              }
            }
            writer.key("statistics")
            names(measure.combination.statistics, &writer)
            writer.member("definition", measure.definition)
          }
        }
      }
    }
    return writer.text + "\n"
  }
}

extension Measure.Combination {
  /// The statistics that are reported.
  var statistics: [String] {
    switch self {
    case .count, .standing, .amount, .ratio: ["mean"]
    case .samples: ["mean", "count", "min", "p10", "p50", "p90", "max"]
    case .milestone: ["probability", "p10", "p50", "p90"]
    }
  }
}
