/// Schedules that are known exactly: S1–S10.
enum ScheduleCases {
  private typealias Expectation = ScheduleCase.Expectation

  private static func ends(_ hours: [Double]) -> Expectation {
    Expectation("ends", hours) { $0.last("ends") }
  }

  private static func leaves(_ hours: [Double]) -> Expectation {
    Expectation("leaves", hours) { $0.last("leaves") }
  }

  private static func starts(_ hours: [Double], at place: String? = nil) -> Expectation {
    Expectation(place.map { "starts at \($0)" } ?? "starts", hours) { $0.last("starts", place: place) }
  }

  private static func preemption(_ name: String, _ file: String, low: Double, worked: Double) -> ScheduleCase
  {
    ScheduleCase(
      name: name, file: file,
      expectations: [
        ends([low, low]), Expectation("urgent ends", [12, 25]) { $0.last("ends", of: "urgent-customer") },
        Expectation("worked on", [worked, worked]) { [$0.worked("customer 1"), $0.worked("customer 2")] },
      ])
  }

  static let all: [ScheduleCase] = [
    preemption("S1", "s01-preempt-resume", low: 30, worked: 10),
    preemption("S2", "s02-restart", low: 35, worked: 15),
    ScheduleCase(
      name: "S3", file: "s03-capacity-finish",
      expectations: [Expectation("ends", [2, 3, 3]) { $0.last("ends").sorted() }]),
    ScheduleCase(
      name: "S3", file: "s03-capacity-restart",
      expectations: [Expectation("ends", [2, 3, 5]) { $0.last("ends").sorted() }]),
    ScheduleCase(name: "S4", file: "s04-closing", expectations: [ends([10, 20, 25])]),
    ScheduleCase(name: "S5", file: "s05-off-restart", expectations: [ends([19, 29])]),
    ScheduleCase(name: "S5", file: "s05-off-resume", expectations: [ends([15, 25])]),
    ScheduleCase(name: "S5", file: "s05-off-finish", expectations: [ends([11, 21])]),
    ScheduleCase(
      name: "S6", file: "s06-shift-finish", expectations: [starts([15, 32, 34]), ends([17, 34, 36])]),
    ScheduleCase(
      name: "S6", file: "s06-shift-fits", expectations: [starts([32, 34, 36]), ends([34, 36, 38])]),
    ScheduleCase(name: "S6", file: "s06-shift-suspend", expectations: [ends([33, 35, 37])]),
    ScheduleCase(
      name: "S6", file: "s06-shift-restart",
      expectations: [
        Expectation("starts anew", [32, 34, 36]) { trace in
          (trace.hours("goes on")["customer 1"] ?? []) + Array(trace.last("starts").dropFirst())
        },
        ends([34, 36, 38]),
      ]),
    ScheduleCase(
      name: "S7", file: "s07-blocking",
      expectations: [
        leaves([7, 12, 17]), starts([0, 2, 7], at: "one"),
        Expectation("blocked for", [0, 3, 3]) { trace in
          zip(trace.last("starts", place: "two"), trace.last("ends", place: "one")).map { $0 - $1 }
        },
      ]),
    ScheduleCase(
      name: "S8", file: "s08-patience",
      expectations: [
        Expectation("2 and 4 leave", [17, 31]) { $0.last("is lost") },
        Expectation("1 and 3 start", [7, 21]) { $0.last("starts") },
        Expectation("1 and 3 end", [18, 32]) { $0.last("ends") },
      ]),
    ScheduleCase(name: "S9", file: "s09-gather", expectations: [leaves([7, 7, 7, 18, 35])]),
    ScheduleCase(name: "S10", file: "s10-first-attempt", expectations: [leaves([10, 12])]),
  ]
}
