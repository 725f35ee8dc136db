import OutputAnalysis
import PipelineSimulation
import Testing

@testable import Experiments

@Suite struct StudyFigureTests {
  static func columns(_ treated: [[Double]]) -> ResultColumns {
    var columns = ResultColumns(layout: HandMade.layout)
    for (index, numbers) in treated.enumerated() {
      columns.append(HandMade.record(index, treated: numbers, used: 3, open: 6, blocked: 1, arrived: 4))
    }
    return columns
  }

  @Test("A figure that is reported as asked is that row")
  func reported() throws {
    let scope = HandMade.scope("a")
    let figure = try StudyFigure("patients.treated", of: scope, in: HandMade.layout)
    #expect(figure.scopes == [scope] && figure.statistic == .mean && figure.unit == "patients")
    let base = StudyBaseline([figure], of: Self.columns([[1, 2, 3], [3, 4, 5]]))
    #expect(base.estimates[0].value == 5)
  }

  @Test("A count for a year that is not reported alone is the sum over products")
  func summed() throws {
    let year = Scope([.year: .number(2025)])
    let figure = try StudyFigure("patients.treated", of: year, in: HandMade.layout)
    #expect(figure.scopes == [HandMade.scope("a", 2025), HandMade.scope("b", 2025)])
    let base = StudyBaseline([figure], of: Self.columns([[1, 2, 3], [3, 4, 5]]))
    #expect(base.estimates[0].value == 6)
    let difference = base.differences(to: Self.columns([[2, 0, 3], [4, 0, 5]]))[0]
    #expect(difference.value == 1 && difference.interval?.low == 1 && difference.interval?.high == 1)
  }

  @Test("The same results differ by exactly nothing")
  func same() throws {
    let figures = try ["patients.treated", "room.utilisation", "probability.blocked"].map {
      try StudyFigure($0, in: HandMade.layout)
    }
    let results = Self.columns([[1, 2, 3], [3, 4, 5], [0, 7, 1]])
    for difference in StudyBaseline(figures, of: results).differences(to: results) {
      #expect(difference.value == 0 && Verdict(of: difference) == .same)
    }
  }

  @Test("What a scenario does not report is refused with what it reports")
  func refused() throws {
    let layout = HandMade.layout
    #expect(throws: StudyFigureFault.noSuchMeasure("cured", known: layout.measures.map(\.name))) {
      try StudyFigure("cured", in: layout)
    }
    #expect(throws: StudyFigureFault.noSuchStatistic("patients.treated", .p50, known: [.mean])) {
      try StudyFigure("patients.treated", statistic: .p50, in: layout)
    }
    #expect(
      throws: StudyFigureFault.noSuchValue(
        "patients.treated", .year, known: [.number(2025), .number(2026)])
    ) {
      try StudyFigure("patients.treated", of: Scope([.year: .number(2030)]), in: layout)
    }
    #expect(throws: StudyFigureFault.noSuchValue("room.utilisation", .year, known: [])) {
      try StudyFigure("room.utilisation", of: Scope([.year: .number(2025)]), in: layout)
    }
    #expect(StudyFigure(sumOf: "room.utilisation", over: [Scope()], in: layout) == nil)
    #expect(StudyFigure(sumOf: "patients.treated", over: [HandMade.scope("c")], in: layout) == nil)
  }

  @Test("A milestone is compared by its probability")
  func milestone() throws {
    #expect(try StudyFigure("milestone.first-patient", in: HandMade.layout).statistic == .probability)
  }
}
