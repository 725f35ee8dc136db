import PipelineModel
import Quantities

/// The documented limits of a program: what it keeps in memory for each unit, person or closure is bounded.
public enum ProgramLimits {
  /// The most units of one resource, or people of one role, that are followed singly: those that break down, need
  /// changeovers, or come and go.
  public static let individuals = 10_000
  /// The most closures of one resource during a run.
  public static let closures = 100_000
  /// The most patients of one cohort.
  public static let cohort = 1_000_000
}

extension ScenarioCompiler {
  /// A head count, rounded up; a fault when it is more than can be followed.
  func heads(_ number: Double, at path: String) throws(CompileFault) -> Int32 {
    let limit = ProgramLimits.individuals
    guard number >= 0, number <= Double(limit) else {
      throw CompileFault(path, "At most \(limit) people of one role can be followed; model several as one.")
    }
    return Int32(number.rounded(.up))
  }

  /// Checks that a resource whose units are followed singly has no more of them than can be.
  func checkIndividuals(of plan: PoolPlan, at path: String) throws(CompileFault) {
    guard plan.breakdown != nil || plan.remembersUse || plan.turnover != nil || plan.knowsPersons
    else { return }
    let most: Int32 =
      switch plan.level {
      case .constant(let count): count
      case .stock, .certified: 0
      case .timetable(let changes): changes.map(\.count).max() ?? 0
      case .roster(let heads, _, _):
        tables.staffLevels[plan.staffLevels.indices].map(\.heads).reduce(
          max(heads, plan.turnover?.startsWith ?? 0), max)
      }
    if most > Int32(ProgramLimits.individuals) {
      throw CompileFault(
        path,
        "Units that break down, are changed over, or come and go are followed singly, at most "
          + "\(ProgramLimits.individuals) of one resource; model several as one.")
    }
  }

  /// A span between two repetitions: at least one tick, so that time goes on.
  func interval(_ length: TimeLength, at path: String) throws(CompileFault) -> SimulationSpan {
    let span = try span(length, at: path)
    guard span > .zero else {
      throw CompileFault(path, "The interval is shorter than a tick of the clock (\(clock.tick)).")
    }
    return span
  }
}
