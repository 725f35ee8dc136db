import Testing
import Verification

@Suite("Schedules and bookings with known answers, through the built program") struct ExactScheduleTests {
  @Test("S1-S10, B1-B5: the trace is exactly what was worked out by hand", arguments: ScheduleCase.all)
  func exact(one: ScheduleCase) throws {
    let trace = try TraceTable(ofBuiltProgram: one.file)
    #expect(!one.expectations.isEmpty)
    for expectation in one.expectations {
      #expect(expectation.found(trace) == expectation.expected, "\(expectation.what)")
    }
  }

  @Test("B4: the slot of the one who withdraws is offered on and backfilled once")
  func backfilled() throws {
    let values = try PrintedValues("b04-withdrawal")
    #expect(values.sum("slots.backfilled") == 1)
    #expect(values.sum("slots.wasted") == 0)
    #expect(values.sum("slots.used") == 2)
  }

  @Test("B5: who finds no date within the horizon is booked when one comes within it")
  func comesWithinTheHorizon() throws {
    let trace = try TraceTable(ofBuiltProgram: "b05-short-horizon")
    let booked = trace.entries.filter { $0.event == "is booked" }.map { "\($0.entity) \($0.at) \($0.detail)" }
    #expect(
      booked == [
        "customer 1 2025-03-01 00:00 2025-03-03", "customer 2 2025-03-01 00:00 2025-03-11",
        "customer 3 2025-03-10 08:00 2025-03-24",
      ])
  }
}
