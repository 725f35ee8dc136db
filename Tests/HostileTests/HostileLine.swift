import PipelineSimulation
import ScenarioFiles
import Testing

/// A small scenario in which one thing is extreme.
///
/// One facility with two devices, `bench` and `spare`, and one product.
struct HostileLine: Sendable, CustomTestStringConvertible {
  var name: String
  var horizon = "30 d"
  var bench = "{ count: 1 }"
  var more = ""
  var stocks = ""
  var arrive = "{ poisson: 1 / d }"
  var demand = ""
  var route: [String] = []
  var others = ""

  var testDescription: String { name }

  /// A step that uses all that there is, so that nothing is unused.
  static let serve = "{ step: serve, takes: 1 h, uses: { bench: 1, spare: 1 } }"

  /// Some days in which nothing happens.
  static let rest = "{ delay: rest, takes: 2 d }"

  init(
    _ name: String, horizon: String = "30 d", bench: String = "{ count: 1 }", more: String = "",
    stocks: String = "",
    arrive: String = "{ poisson: 1 / d }", demand: String = "", route: [String] = [], others: String = ""
  ) {
    self.name = name
    self.horizon = horizon
    self.bench = bench
    self.more = more
    self.stocks = stocks
    self.arrive = arrive
    self.demand = demand
    self.route = route
    self.others = others
  }

  /// The scenario as a file.
  var text: String {
    var lines = [
      "title: \(name)", "start: 2024-01-01", "horizon: \(horizon)", "facilities:", "  shop:", "    devices:",
      "      bench: \(bench)", "      spare: { count: 1 }",
    ]
    if !more.isEmpty { lines.append("    \(more)") }
    if !stocks.isEmpty { lines += ["stocks:", "  kit: \(stocks)"] }
    lines += ["products:", "  customer:", "    patients: { arrive: \(arrive)\(demand) }", "    route:"]
    lines += (route.isEmpty ? [Self.serve] : route).map { "      - \($0)" }
    return lines.joined(separator: "\n") + "\n" + others
  }

  /// How far a scenario gets.
  enum End: Equatable {
    /// The reader or a rule refuses it, with these sentences.
    case refused(String)
    /// The compiler refuses it, with this sentence.
    case notCompiled(String)
    case ran(RunOutcome)
  }

  /// Reads, checks, compiles and runs it, short.
  func end() -> End {
    let check = ScenarioCheck.check(file: "hostile.yaml", files: .memory(["hostile.yaml": text]))
    guard let scenario = check.scenario else {
      return .refused(check.report.diagnostics.map(\.sentence).joined(separator: " | "))
    }
    do {
      let program = try Program(compiling: scenario)
      var options = ReplicationOptions()
      options.maximumEvents = 20_000
      return .ran(program.replicate(0, seed: 1, options: options).outcome)
    } catch {
      return .notCompiled(error.message)
    }
  }
}
