import OutputAnalysis
import PipelineSimulation

/// One figure of one year in two scenarios, over all products and facilities, paired by replication.
///
/// What a programme has brought by its fifth, tenth and fifteenth year: people who are qualified, patients, money.
public struct YearDifference: Hashable, Sendable {
  /// The name of the measure.
  public var measure: String
  /// The unit as printed.
  public var unit: String
  /// The calendar year.
  public var year: Int
  /// Which year of the run it is, the first being 1.
  public var number: Int
  /// The two scenarios and their difference, other minus first.
  public var paired: PairedDifference

  /// What the interval says.
  public var verdict: Verdict { Verdict(of: paired.difference) }

  /// The figures by which scenarios are compared year by year, in the order in which they are shown.
  public static let measures = ["staff.qualified", "patients.treated", "patients.lost", "cost.total"]

  /// The differences of all of `measures` that both scenarios report, in some years of the run.
  ///
  /// Counts and amounts are summed over all scopes; levels, such as people of a role, are added up over roles, each as its mean
  /// over the year.
  ///
  /// - Parameters:
  ///   - numbers: which years of the run, the first calendar year being 1; those beyond its end are left out
  ///   - baseline: the first scenario
  ///   - alternative: the other one, with the same replications
  ///   - firstYears: in which calendar year each begins; the first that each reports when absent
  /// - Complexity: O(numbers × slots × replications).
  public static func all(
    inYears numbers: [Int], baseline: ResultColumns, alternative: ResultColumns, level: Double = 0.95,
    firstYears: (baseline: Int, alternative: Int)? = nil
  ) -> [YearDifference] {
    guard let own = firstYears?.baseline ?? baseline.calendarYears.first,
      let others = firstYears?.alternative ?? alternative.calendarYears.first
    else { return [] }
    return numbers.filter { $0 >= 1 }.flatMap { number in
      measures.compactMap { name -> YearDifference? in
        let year = own + number - 1
        guard let first = baseline.sums(of: name, in: year),
          let second = alternative.sums(of: name, in: others + number - 1),
          let measure = baseline.layout.measures.first(where: { $0.name == name })
        else { return nil }
        return YearDifference(
          measure: name, unit: measure.unit, year: year, number: number,
          paired: PairedDifference(baseline: first, alternative: second, level: level))
      }
    }
  }
}

extension ResultColumns {
  /// The calendar years that are reported, ascending.
  var calendarYears: [Int] {
    Set(
      layout.slots.compactMap { slot -> Int? in
        if case .number(let year)? = slot.scope[.year] { year } else { nil }
      }
    ).sorted()
  }

  /// One number a replication: what a measure comes to in a year over all its scopes; nil where it is not reported.
  func sums(of name: String, in year: Int) -> [Double?]? {
    let slots = layout.slots.indices.filter {
      layout.measures[layout.slots[$0].measure].name == name && layout.slots[$0].scope[.year] == .number(year)
    }
    guard let first = slots.first else { return nil }
    let measure = layout.slots[first].measure
    guard case .ratio = layout.measures[measure].combination else {
      return sums(of: ReportedCell(measure: measure, scope: Scope(), slots: slots)).map { $0 }
    }
    var total = [Double](repeating: 0, count: replications)
    for slot in slots {
      let cell = ReportedCell(measure: measure, scope: Scope(), slots: [slot])
      for (index, pair) in zip(sums(of: cell), sums(of: cell, part: 1)).enumerated() where pair.1 > 0 {
        total[index] += pair.0 / pair.1
      }
    }
    return total.map { $0 }
  }
}
