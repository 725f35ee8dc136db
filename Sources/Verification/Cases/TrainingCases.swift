import Foundation
import OutputAnalysis
import PipelineSimulation

/// Training and the people who come from it: T21–T25.
enum TrainingCases {
  private static let course: [Scope.Key: Scope.Value] = [.programme: .name("course")]
  private static let person: [Scope.Key: Scope.Value] = [.facility: .name("shop"), .role: .name("person")]

  /// Seats without a line are servers of a loss system, whatever the law, and whether it is a law or a route.
  static let seats: [ClosedFormCase] = [
    ("fixed", "training.course.takes=63 min"),
    ("lognormal", "training.course.takes={ lognormal: { mean: 1.05 h, sd: 1.575 h } }"),
    ("route", takes("{ exponential: 63 min }", step: "stay", product: "lessons")),
  ].map { law, wrong in
    let loss = QueueFormulas.erlangB(servers: 5, offeredLoad: 3)
    let turnedAway = Figure(
      name: "share turned away", theory: loss,
      source: .quotient { layout, record in
        let lost = record.sum("training.turned-away", layout)
        return Ratio(numerator: lost, denominator: lost + record.sum("training.entered", layout))
      })
    return ClosedFormCase(
      name: "T21", file: "t21-seats-\(law)",
      figures: [
        turnedAway, .row("mean number of students", 3 * (1 - loss), "training.students", in: course),
      ],
      wrongModel: [wrong])
  }

  static let waiting: ClosedFormCase = {
    let theory = QueueFormulas.multiServer(arrivalRate: 2.4, serviceRate: 1, servers: 3)
    return ClosedFormCase(
      name: "T22", file: "t22-seats-waiting",
      figures: [
        .row("mean number who wait", theory.numberInLine, "training.waiting", in: course),
        .row("mean number of students", 2.4, "training.students", in: course),
      ],
      wrongModel: [takes("{ exponential: 63 min }", step: "stay", product: "lessons")], replications: 60)
  }()

  /// Qualified people at time t, of whom `share` of 200 applicants a year come to be qualified if they do not leave before.
  private static func qualified(_ share: Double) -> Double {
    let (rate, training, learning) = (0.18, 10.0 / 12, 5.0 / 12)
    // The last hour of the run is counted; its mean is the one at its middle.
    let time = (43_830 - 0.5) / (24 * 365.25)
    return 200 * share * (exp(-rate * learning) - exp(-rate * (time - training))) / rate
  }

  static let cascades: [ClosedFormCase] = [
    ("law", 0.8 * 0.4 * 0.5, "facilities.shop.people.person.independent after=8 mo"),
    (
      "route", 0.8 * 0.4 * 0.5 * 0.9,
      "products.qualification.route.learning.fails.probability=0.16"
    ),
  ].map { file, share, wrong in
    ClosedFormCase(
      name: "T23", file: "t23-cascade-\(file)",
      figures: [.row("qualified people", qualified(share), "staff.qualified", in: person)],
      wrongModel: [wrong], replications: 4_000)
  }

  static let attrition = ClosedFormCase(
    name: "T24", file: "t24-attrition",
    figures: [
      .row(
        "mean head count", 100 * exp(-0.18 * (26_298 - 0.5) / (24 * 365.25)), "staff.headcount", in: person)
    ],
    wrongModel: ["facilities.shop.people.person.attrition=19 % / y"], replications: 4_000)

  /// Of one cohort so many have completed by the end of a year; the days of the calendar, of years of 365.25 days each.
  static let doctorate = ClosedFormCase(
    name: "T25", file: "t25-doctorate",
    figures: [(4, 1_461.0, "0.14"), (5, 1_827, "0.40"), (7, 2_557, "0.80")].map { years, days, published in
      let theory = 0.85 * normal(log(days / 365.25 / 5.1) / 0.22)
      return Figure(
        name: "within \(years) years (\(published))", theory: theory,
        source: .quotient { layout, record in
          let completed = (2024..<2024 + years).reduce(0) { sum, year in
            sum + record.sum("training.completed", layout, [.year: .number(year)])
          }
          return Ratio(numerator: completed, denominator: record.sum("training.entered", layout))
        })
    },
    wrongModel: [
      takes("{ lognormal: { median: 5.4 y, sigma: 0.22 } }", step: "thesis", product: "doctorate")
    ],
    replications: 200)

  /// The normal distribution function (Abramowitz & Stegun 1964, 7.1: by the complementary error function).
  private static func normal(_ value: Double) -> Double { 0.5 * erfc(-value / 2.squareRoot()) }

  static let all = seats + [waiting] + cascades + [attrition, doctorate]
}
