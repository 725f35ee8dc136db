import OutputAnalysis
import Quantities

/// What training programmes cost: each entrant, and each year of each who studies. No product causes it.
extension PipelineRun {
  /// Somebody has taken a seat.
  mutating func bookEntrant(_ programme: Int) {
    let plan = tables.training[programme]
    if period >= 0, plan.entrantPrice > 0 { bookTraining(plan.entrantPrice, programme) }
  }

  private mutating func bookTraining(_ amount: Int128, _ programme: Int) {
    costs.training[programme] += amount
    let account = tables.costs.accounts - 1
    costs.year[account * tables.costs.categories.count + Int(tables.costs.trainingCategory)] += amount
    costs.booked += amount
  }

  /// A graduate is qualified, in the year at hand.
  mutating func countQualified(_ programme: Int) {
    count(tables.training[programme].qualified)
    if tables.training[programme].perQualified >= 0, period >= 0 { costs.qualified[programme] += 1 }
  }

  /// A year is over: its student-years are due, before the accounts are written.
  mutating func closeTrainingCosts(at now: SimulationTime) {
    for programme in training.indices where tables.training[programme].cost >= 0 {
      let plan = tables.training[programme]
      let ticks = training[programme].studentsArea.area(until: now.ticks)
      let year = tables.costs.yearTicks[Int(period)]
      bookTraining((plan.studentYearPrice * ticks + year / 2) / year, programme)
      let spent = Double(costs.training[programme]) / CostPlan.parts
      count(plan.cost, by: spent)
      countPair(plan.perQualified, spent, Double(costs.qualified[programme]))
    }
  }
}
