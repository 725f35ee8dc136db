import Experiments
import Foundation
import OutputAnalysis
import PipelineSimulation
import Randomness
import ScenarioFiles

/// Runs the scenarios with known answers and judges them.
///
/// A figure with a closed form holds when its 99.9 % interval over at least 30 replications contains the theory, when
/// half that interval is at most 2 % of the theory and at most half of what the deliberately wrong model shifts, and
/// when the wrong model is rejected. Exact cases have to be equal.
public struct Verifier: Sendable {
  /// The level of all intervals.
  public static let level = 0.999

  /// The folder of the scenarios.
  public var folder: String
  /// A seed in place of the scenarios' own; with it, a figure that misses is run once more, four times as long.
  public var freshSeed: UInt64?
  /// The generator behind the streams.
  public var generator = StreamGenerator.philox
  /// How many replications run at the same time.
  public var jobs: Int

  /// A scenario of a case that cannot be read or run.
  public struct Unreadable: Error, CustomStringConvertible {
    /// What is wrong with it.
    public var description: String
  }

  /// A verifier of the scenarios in a folder.
  public init(folder: String, jobs: Int) {
    self.folder = folder
    self.jobs = jobs
  }

  /// Judges every figure of a closed form.
  public func verdicts(on one: ClosedFormCase) async throws -> [VerdictRow] {
    let right = try await estimates(of: one, length: 1, seed: freshSeed)
    // A quarter of the length has to be enough to reject what is wrong, and spares time.
    let wrong = try await estimates(of: one, one.wrongModel, length: 0.25, seed: freshSeed)
    let rows = judge(one, right, wrong)
    guard let seed = freshSeed, rows.contains(where: { !$0.isOK }) else { return rows }
    let again = try await estimates(of: one, length: 4, seed: seed &+ 1)
    let wrongAgain = try await estimates(of: one, one.wrongModel, length: 1, seed: seed &+ 1)
    return judge(one, again, wrongAgain).map { row in
      var row = row
      row.isSecondRun = true
      return row
    }
  }

  /// Compares every expectation of an exact case.
  public func verdicts(on one: ScheduleCase) throws -> [VerdictRow] {
    let trace = try trace(of: one.file)
    return one.expectations.map { expectation in
      let found = expectation.found(trace)
      var row = VerdictRow(name: one.name, file: one.file, figure: expectation.what)
      if found != expectation.expected {
        row.fault = "expected \(Self.list(expectation.expected)), found \(Self.list(found))"
      }
      return row
    }
  }

  /// Compares a trace with the stored timeline, line by line.
  public func verdict(on one: TimelineCase) throws -> VerdictRow {
    let path = "\(folder)/\(one.file).timeline.tsv"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw Unreadable(description: "\(path) cannot be read")
    }
    let stored = text.split(separator: "\n").map(String.init)
    let difference = one.lines(of: try trace(of: one.file, fixedAtMedian: true)).difference(from: stored)
    var row = VerdictRow(name: "S11", file: one.file, figure: "\(stored.count) instants")
    if stored.count < 4 { row.fault = "the stored timeline has \(stored.count) lines" }
    if let first = difference.first {
      switch first {
      case .insert(_, let line, _): row.fault = "only the program: \(line)"
      case .remove(_, let line, _): row.fault = "only the timeline: \(line)"
      }
    }
    return row
  }

  /// Compares what a trace adds up to with what the replication reports.
  public func verdicts(on one: IdentityCase) throws -> [VerdictRow] {
    let program = try program(one.file, IdentityCase.overrides).program
    var entries: [TraceEntry] = []
    let record = program.trace(0, seed: freshSeed ?? 1, options: options) { entries.append($0) }
    let sums = IdentitySums(one, TraceTable(entries, clock: program.clock)) { measure, scope in
      record.reported(measure, program.layout, scope)
    }
    return sums.balances.map { balance in
      var row = VerdictRow(
        name: "T19", file: one.file, figure: balance.what, theory: balance.traced, estimate: balance.reported)
      if balance.traced != balance.reported { row.fault = "the two are not equal" }
      return row
    }
  }
}

extension Verifier {
  var options: ReplicationOptions {
    var options = ReplicationOptions()
    options.generator = generator
    return options
  }

  func program(
    _ file: String, _ overrides: [String] = []
  ) throws -> (program: Program, seed: UInt64) {
    let result = ScenarioReader().read(file: "\(folder)/\(file).yaml", overrides: overrides)
    guard let scenario = result.scenario else { throw Unreadable(description: result.report().text()) }
    return (try Program(compiling: scenario), scenario.run.seed ?? 1)
  }

  private func trace(of file: String, fixedAtMedian: Bool = false) throws -> TraceTable {
    let program = try program(file).program
    var options = options
    options.fixedAtMedian = fixedAtMedian
    var entries: [TraceEntry] = []
    _ = program.trace(0, seed: freshSeed ?? 1, options: options) { entries.append($0) }
    return TraceTable(entries, clock: program.clock)
  }

  /// Runs a case and estimates its figures.
  ///
  /// - Parameter length: how much is measured, as a multiple of what the scenario says; the warm-up stays. Where each
  ///   replication is a single snapshot, the number of replications is multiplied instead.
  private func estimates(
    of one: ClosedFormCase, _ overrides: [String] = [], length: Double, seed: UInt64?
  ) async throws -> [Estimate] {
    var (program, ownSeed) = try program(one.file, overrides)
    var replications = one.replications
    if replications >= 120 {
      replications = Int(Double(replications) * length)
    } else if length != 1 {
      let (horizon, warmUp) = (program.horizon.ticks, program.warmUp.ticks)
      let ticks = warmUp + Int64(Double(horizon - warmUp) * length)
      let hours = ticks / (3_600 * program.clock.tick.ticksPerSecond)
      program = try self.program(one.file, overrides + ["horizon=\(hours) h"]).program
    }
    let layout = program.layout
    let plan = ExperimentPlan(
      program: program, seed: seed ?? ownSeed, replications: 0..<replications, jobs: jobs, options: options)
    var columns = ResultColumns(layout: layout)
    var own = one.figures.map { _ in OwnNumbers() }
    _ = try await plan.runner.run(plan.replications) { record in
      columns.append(record)
      for index in own.indices { own[index].append(one.figures[index].source, layout, record) }
    }
    guard columns.stopped.total == 0 else {
      throw Unreadable(
        description: "\(one.file): \(columns.stopped.total) replications stopped before the horizon")
    }
    let table = await columns.estimates(level: Self.level, jobs: jobs)
    return try zip(one.figures, own).map { figure, numbers in
      if let estimate = numbers.estimate(figure.source, level: Self.level) { return estimate }
      guard case .row(let measure, let name, let scope) = figure.source,
        let statistic = Statistic(rawValue: name), let row = table.row(measure, statistic, scope)
      else { throw Unreadable(description: "\(one.file): nothing is estimated as \(figure.name)") }
      return row.estimate
    }
  }

  private func judge(_ one: ClosedFormCase, _ right: [Estimate], _ wrong: [Estimate]) -> [VerdictRow] {
    one.figures.indices.map { index in
      let figure = one.figures[index]
      var row = VerdictRow(
        name: one.name, file: one.file, figure: figure.name, theory: figure.theory,
        estimate: right[index].value, interval: right[index].interval)
      guard let estimate = right[index].value, let interval = right[index].interval,
        let wrongEstimate = wrong[index].value, let wrongInterval = wrong[index].interval
      else {
        row.fault = "not defined"
        return row
      }
      let critical = CriticalValue.student(
        level: interval.level, degreesOfFreedom: Double(min(one.replications, 30) - 1))
      row.distance = abs(estimate - figure.theory) / (interval.halfWidth / critical)
      if figure.noticesWrongModel { row.rejectsWrongModel = !wrongInterval.contains(figure.theory) }
      row.fault = Self.fault(figure, interval, row.rejectsWrongModel, shift: abs(wrongEstimate - estimate))
      return row
    }
  }

  private static func fault(_ figure: Figure, _ interval: Interval, _ rejects: Bool?, shift: Double)
    -> String?
  {
    if !interval.contains(figure.theory) { return "missed" }
    if interval.halfWidth > 0.02 * abs(figure.theory) { return "the interval is wider than 2 %" }
    guard let rejects else { return nil }
    if interval.halfWidth > shift / 2 { return "the interval is too wide to notice the wrong model" }
    return rejects ? nil : "the wrong model passes"
  }

  private static func list(_ numbers: [Double]) -> String {
    numbers.map { $0.rounded() == $0 ? String(Int($0)) : String($0) }.joined(separator: ", ")
  }
}

extension ReplicationRecord {
  /// The sum of a measure over every scope that holds these keys and values, as a user sees it.
  fileprivate func reported(_ measure: String, _ layout: RecordLayout, _ scope: [String: String]) -> Double {
    var sum = 0.0
    for slot in layout.slots where layout.measures[slot.measure].name == measure {
      let matches = scope.allSatisfy { key, value in
        Scope.Key(rawValue: key).flatMap { slot.scope[$0] } == .name(value)
      }
      guard matches else { continue }
      if case .ratio = layout.measures[slot.measure].combination {
        sum += values[slot.offset + 1] == 0 ? 0 : values[slot.offset] / values[slot.offset + 1]
      } else {
        sum += values[slot.offset]
      }
    }
    return sum
  }
}
