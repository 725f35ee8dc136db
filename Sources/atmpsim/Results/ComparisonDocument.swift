import Experiments
import OutputAnalysis
import PipelineSimulation
import Reporting
import ResultStore

/// The document `atmpsim.compare/1`, and its text for the terminal.
struct ComparisonDocument {
  private let requests: [RunRequest]
  private let results: [RunExperiment.Result]
  /// The comparison of each further scenario with the first.
  private let comparisons: [Comparison]
  /// Patients treated until the end of each year, by facility, of each further scenario beside the first.
  private let cumulative: [[CumulativeDifference]]

  /// People, patients and money in some years, of each further scenario beside the first.
  private let years: [[YearDifference]]
  private let numbers: [Int]

  init(
    _ requests: [RunRequest], _ results: [RunExperiment.Result], years numbers: [Int]
  ) async {
    self.requests = requests
    self.results = results
    var comparisons: [Comparison] = []
    var cumulative: [[CumulativeDifference]] = []
    var years: [[YearDifference]] = []
    func firstYear(_ place: Int) -> Int { requests[place].loaded.scenario.start.date.year }
    for (place, other) in results.enumerated().dropFirst() {
      guard let baseline = results[0].columns, let alternative = other.columns else { continue }
      comparisons.append(
        await Comparison(
          baseline: baseline, alternative: alternative, level: requests[0].level, jobs: requests[0].jobs))
      cumulative.append(Self.cumulative(baseline, alternative, level: requests[0].level))
      years.append(
        YearDifference.all(
          inYears: numbers, baseline: baseline, alternative: alternative, level: requests[0].level,
          firstYears: (firstYear(0), firstYear(place))))
    }
    self.comparisons = comparisons
    self.cumulative = cumulative
    self.years = years
    self.numbers = numbers
  }

  private static func cumulative(
    _ baseline: ResultColumns, _ alternative: ResultColumns, level: Double
  ) -> [CumulativeDifference] {
    let measure = "patients.treated"
    let layout = baseline.layout
    let counted = layout.slots.filter { layout.measures[$0.measure].name == measure }.map(\.scope)
    let facilities = Set(counted.map { $0.keeping([.facility]) }).filter { !$0.entries.isEmpty }.sorted()
    let years = Set(counted.compactMap { $0[.year] }).sorted().compactMap { year -> Int? in
      if case .number(let number) = year { number } else { nil }
    }
    return facilities.flatMap { facility in
      years.compactMap { year in
        CumulativeDifference(
          of: measure, for: [facility], through: year, baseline: baseline, alternative: alternative,
          level: level)
      }
    }
  }

  var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("schema", onNewLine: true)
      writer.string("atmpsim.compare/1")
      writer.key("scenarios", onNewLine: true)
      writer.array { writer in
        for (request, result) in zip(requests, results) {
          writer.element()
          writer.object { writer in
            writer.member("title", request.loaded.scenario.title)
            writer.member("file", request.loaded.file)
            writer.member("sha256", request.loaded.sha256)
            writer.member("start", result.summary.header.start)
            writer.member("horizon", result.summary.header.horizon)
            writer.member("warmUp", result.summary.header.warmUp)
            writer.member("outcome", result.summary.outcome)
          }
        }
      }
      writer.key("seed", onNewLine: true)
      writer.whole(requests[0].seed)
      writer.key("replications", onNewLine: true)
      writer.whole(UInt64(requests[0].replications))
      writer.key("version", onNewLine: true)
      writer.string(Version.text)
      writer.key("command", onNewLine: true)
      writer.string(command)
      writer.key("comparisons", onNewLine: true)
      writer.array { writer in
        for (index, comparison) in comparisons.enumerated() {
          writer.element()
          writer.object { writer in
            writer.member("baseline", requests[0].loaded.file)
            writer.member("alternative", requests[index + 1].loaded.file)
            writer.key("differences")
            writer.array { writer in
              for row in comparison.rows {
                writer.element()
                Self.write(row, to: &writer)
              }
            }
            writer.key("cumulative")
            writer.array { writer in
              for entry in cumulative[index] {
                writer.element()
                Self.write(entry, to: &writer)
              }
            }
            writer.key("years")
            writer.array { writer in
              for entry in years[index] {
                writer.element()
                Self.write(entry, to: &writer)
              }
            }
          }
        }
      }
    }
    return writer.text + "\n"
  }

  private static func write(_ row: Comparison.Row, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("measure", row.key.measure)
      writer.member("statistic", row.key.statistic.rawValue)
      writer.key("scope")
      writer.scope(row.key.scope)
      writer.member("unit", row.unit)
      writer.member("baseline", row.baseline.value)
      writer.member("alternative", row.alternative.value)
      writer.member("difference", row.difference.value)
      writer.member("low", row.difference.interval?.low)
      writer.member("high", row.difference.interval?.high)
      writer.member("level", row.difference.interval?.level)
      writer.member("method", row.difference.interval?.method.rawValue)
      writer.member("replications", row.difference.replicationsUsed)
      writer.member("varianceReduction", row.varianceReduction)
      writer.member("verdict", row.verdict.rawValue)
    }
  }

  private static func write(_ entry: CumulativeDifference, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("measure", entry.measure)
      writer.key("scope")
      writer.scope(entry.scopes[0])
      writer.member("throughYear", entry.year)
      writer.member("baseline", entry.paired.baseline.value)
      writer.member("alternative", entry.paired.alternative.value)
      writer.member("difference", entry.paired.difference.value)
      writer.member("low", entry.paired.difference.interval?.low)
      writer.member("high", entry.paired.difference.interval?.high)
      writer.member("level", entry.paired.difference.interval?.level)
      writer.member("varianceReduction", entry.paired.varianceReduction)
      writer.member("verdict", entry.verdict.rawValue)
    }
  }

  private static func write(_ entry: YearDifference, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("measure", entry.measure)
      writer.member("unit", entry.unit)
      writer.member("year", entry.year)
      writer.member("yearOfRun", entry.number)
      writer.member("baseline", entry.paired.baseline.value)
      writer.member("alternative", entry.paired.alternative.value)
      writer.member("difference", entry.paired.difference.value)
      writer.member("low", entry.paired.difference.interval?.low)
      writer.member("high", entry.paired.difference.interval?.high)
      writer.member("level", entry.paired.difference.interval?.level)
      writer.member("varianceReduction", entry.paired.varianceReduction)
      writer.member("verdict", entry.verdict.rawValue)
    }
  }

  /// The comparison as reports take it.
  var input: ComparisonInput {
    let differences = comparisons.enumerated().flatMap { index, comparison in
      comparison.rows.map { row in
        ReportDifference(
          scenario: index + 1,
          estimate: ReportEstimate(EstimateRow(key: row.key, unit: row.unit, estimate: row.difference)),
          verdict: row.verdict.rawValue)
      }
    }
    var input = ComparisonInput(
      scenarios: zip(requests, results).map { ReportInput($1.summary, of: $0.loaded) },
      differences: differences, command: command)
    input.cumulative = cumulative.enumerated().flatMap { index, entries in
      entries.map { ReportCumulative($0, scenario: index + 1) }
    }
    input.years = years.enumerated().flatMap { index, entries in
      entries.map { ReportYear($0, scenario: index + 1) }
    }
    return input
  }

  /// The command without `--jobs`, output paths and display flags.
  private var command: String {
    var words = ["atmpsim", "compare"] + requests.map(\.loaded.file)
    words += ["--replications", String(requests[0].replications), "--seed", String(requests[0].seed)]
    for override in requests[0].loaded.overrides { words += ["--set", override] }
    if numbers != YearList.usual { words += ["--years", numbers.map(String.init).joined(separator: ",")] }
    return CommandLineText.joined(words + requests[0].canonicalOptions)
  }

  /// Where the comparison goes unless told otherwise.
  var defaultFolder: String {
    let names = requests.map { "\($0.loaded.shortName)-\($0.loaded.sha256.prefix(8))" }
    return "Runs/compare-\(names.joined(separator: "-"))-\(requests[0].seed)"
  }

  /// The comparison for the terminal.
  var text: String {
    let level = NumberText.percentage(requests[0].level, decimals: 0)
    return "\(requests[0].replications) paired replications, seed \(requests[0].seed); "
      + "differences with their \(level) interval\n" + ComparisonTables.text(input)
  }
}
