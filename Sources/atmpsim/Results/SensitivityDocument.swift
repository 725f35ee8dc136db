import Experiments
import OutputAnalysis
import PipelineModel
import PipelineSimulation
import Reporting
import ScenarioFiles

/// The document `atmpsim.sensitivity/1`, and the same as reports take it.
struct SensitivityDocument {
  private let request: RunRequest
  /// The study as reports take it.
  let input: SensitivityInput

  /// What a study found.
  ///
  /// - Parameters:
  ///   - measures: `--measure` as typed
  ///   - only: `--only` as typed
  init(
    _ request: RunRequest, _ study: SensitivityStudy, _ result: SensitivityStudy.Result, measures: [String],
    only: [String]
  ) {
    self.request = request
    var scenario = ReportInput(result.base.summary, of: request.loaded)
    scenario.warnings = result.warnings
    let figures = zip(study.figures, result.baseline.estimates).map { figure, estimate in
      SensitivityFigure(title: FigureWords.title(of: figure), base: ReportEstimate(figure, estimate))
    }
    input = SensitivityInput(
      scenario: scenario, figures: figures,
      numbers: result.numbers.map {
        SensitivityNumber($0, figures: study.figures, citations: request.loaded.scenario.citations)
      },
      planned: study.numbers.count, command: Self.command(request, measures, only))
  }

  /// The command without `--jobs`, output paths and display flags.
  private static func command(_ request: RunRequest, _ measures: [String], _ only: [String]) -> String {
    var words = ["atmpsim", "sensitivity", request.loaded.file]
    for measure in measures { words += ["--measure", measure] }
    for path in only { words += ["--only", path] }
    words += ["--replications", String(request.replications), "--seed", String(request.seed)]
    for override in request.loaded.overrides { words += ["--set", override] }
    return CommandLineText.joined(words + request.canonicalOptions)
  }

  /// Where the study goes unless told otherwise.
  var defaultFolder: String {
    "Runs/sensitivity-\(request.loaded.shortName)-\(request.loaded.sha256.prefix(8))-\(request.seed)"
  }

  var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("schema", onNewLine: true)
      writer.string("atmpsim.sensitivity/1")
      writer.key("scenario", onNewLine: true)
      writer.object { writer in
        writer.member("title", request.loaded.scenario.title)
        writer.member("file", request.loaded.file)
        writer.member("sha256", request.loaded.sha256)
      }
      writer.key("seed", onNewLine: true)
      writer.whole(request.seed)
      writer.key("replications", onNewLine: true)
      writer.whole(UInt64(request.replications))
      writer.key("version", onNewLine: true)
      writer.string(Version.text)
      writer.key("command", onNewLine: true)
      writer.string(input.command)
      writer.key("ranges", onNewLine: true)
      writer.whole(UInt64(input.planned))
      writer.key("figures", onNewLine: true)
      writer.array { writer in
        for figure in input.figures {
          writer.element()
          writer.object { writer in
            writer.member("title", figure.title)
            Self.write(figure.base, as: "value", to: &writer)
          }
        }
      }
      writer.key("numbers", onNewLine: true)
      writer.array { writer in
        for number in input.numbers {
          writer.element()
          Self.write(number, to: &writer)
        }
      }
    }
    return writer.text + "\n"
  }

  private static func write(_ number: SensitivityNumber, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("title", number.title)
      writer.key("paths")
      write(number.paths, to: &writer)
      writer.member("rangeOf", number.meaning)
      writer.member("value", number.base)
      writer.member("restsOn", number.label)
      writer.member("reason", number.reason)
      for (name, end) in [("low", number.low), ("high", number.high)] {
        writer.key(name)
        writer.object { writer in
          writer.member("value", end.value)
          writer.key("set")
          write(end.overrides, to: &writer)
          writer.member("notRunBecause", end.refusal)
          writer.key("differences")
          writer.array { writer in
            for (difference, verdict) in zip(end.differences, end.verdicts) {
              writer.element(onNewLine: false)
              writer.object { writer in
                write(difference, as: "difference", to: &writer)
                writer.member("verdict", verdict)
              }
            }
          }
        }
      }
    }
  }

  private static func write(_ texts: [String], to writer: inout JSONWriter) {
    writer.array { writer in
      for text in texts {
        writer.element(onNewLine: false)
        writer.string(text)
      }
    }
  }

  private static func write(_ estimate: ReportEstimate, as name: String, to writer: inout JSONWriter) {
    writer.member("measure", estimate.measure)
    writer.member("statistic", estimate.statistic)
    writer.key("scope")
    writer.object { writer in
      for entry in estimate.scope.entries { writer.member(entry.key, entry.value) }
    }
    writer.member("unit", estimate.unit)
    writer.member(name, estimate.mean)
    writer.member("low", estimate.low)
    writer.member("high", estimate.high)
    writer.member("level", estimate.level)
    writer.member("method", estimate.method)
    writer.member("replications", estimate.replications)
  }
}

extension ReportEstimate {
  /// An estimate of a figure as reports take it.
  init(_ figure: StudyFigure, _ estimate: Estimate) {
    let shared = figure.filter.entries.isEmpty ? figure.commonScope : figure.filter
    self.init(
      EstimateRow(
        key: .init(figure.measure, figure.statistic, shared), unit: figure.unit, estimate: estimate))
  }
}

extension SensitivityNumber {
  /// A number as reports take it.
  fileprivate init(
    _ one: SensitivityStudy.Number, figures: [StudyFigure], citations: [Citation]
  ) {
    let number = one.number
    let note = ReportNote(ProvenanceNote(path: "", kind: number.kind), citations: citations)
    self.init(
      title: number.title, paths: number.places.map(\.path), meaning: number.meaning.rawValue,
      base: number.base, kind: note.kind, reason: note.text,
      low: SensitivityEnd(one.low, number.low, number.overrides(at: .low), figures),
      high: SensitivityEnd(one.high, number.high, number.overrides(at: .high), figures))
  }
}

extension SensitivityEnd {
  fileprivate init(
    _ end: SensitivityStudy.End, _ value: String, _ overrides: [String], _ figures: [StudyFigure]
  ) {
    self.init(value: value, overrides: overrides)
    switch end {
    case .differences(let estimates):
      differences = zip(figures, estimates).map { ReportEstimate($0, $1) }
      verdicts = estimates.map { Verdict(of: $0).rawValue }
    case .refused(let why): refusal = why
    case .interrupted: refusal = "interrupted"
    }
  }
}
