import Testing

@Suite("Exact schedules") struct ExactScheduleTests {
  @Test("S1: preempted work resumes where it stopped")
  func resume() throws {
    let trace = try ProgramTrace("s01-preempt-resume")
    #expect(trace.last("ends") == [30, 30])
    #expect(trace.last("ends", of: "urgent-customer") == [12, 25])
    #expect(trace.worked("customer 1") == 10)
    #expect(trace.worked("customer 2") == 10)
  }

  @Test("S2: preempted work begins again")
  func restart() throws {
    let trace = try ProgramTrace("s02-restart")
    #expect(trace.last("ends") == [35, 35])
    #expect(trace.last("ends", of: "urgent-customer") == [12, 25])
    #expect(trace.worked("customer 1") == 15)
    #expect(trace.worked("customer 2") == 15)
  }

  @Test(
    "S3: capacity that rises and falls",
    arguments: [("finish", [2.0, 3, 3]), ("restart", [2, 3, 5])])
  func capacity(policy: String, ends: [Double]) throws {
    #expect(try ProgramTrace("s03-capacity-\(policy)").last("ends").sorted() == ends)
  }

  @Test("S4: closing wins the tie over starting the next job")
  func closing() throws {
    #expect(try ProgramTrace("s04-closing").last("ends") == [10, 20, 25])
  }

  @Test(
    "S5: a server that is off for a while",
    arguments: [("restart", [19.0, 29]), ("resume", [15, 25]), ("finish", [11, 21])])
  func off(policy: String, ends: [Double]) throws {
    #expect(try ProgramTrace("s05-off-\(policy)").last("ends") == ends)
  }

  @Test("S6: the end of a shift, where work is finished or has to fit")
  func shiftEnd() throws {
    let finish = try ProgramTrace("s06-shift-finish")
    #expect(finish.last("starts") == [15, 32, 34])
    #expect(finish.last("ends") == [17, 34, 36])
    let fits = try ProgramTrace("s06-shift-fits")
    #expect(fits.last("starts") == [32, 34, 36])
    #expect(fits.last("ends") == [34, 36, 38])
  }

  @Test("S6: the end of a shift, where work is suspended or begins again")
  func interruptedByShift() throws {
    #expect(try ProgramTrace("s06-shift-suspend").last("ends") == [33, 35, 37])
    let restart = try ProgramTrace("s06-shift-restart")
    #expect(restart.hours("goes on")["customer 1"] == [32])
    #expect(restart.hours("starts")["customer 2"] == [34])
    #expect(restart.hours("starts")["customer 3"] == [36])
    #expect(restart.last("ends") == [34, 36, 38])
  }

  @Test("S7: who finds no room at the next station blocks the one before")
  func blocking() throws {
    let trace = try ProgramTrace("s07-blocking")
    #expect(trace.last("leaves") == [7, 12, 17])
    let blocked = zip(trace.last("starts", place: "two"), trace.last("ends", place: "one")).map { $0 - $1 }
    #expect(blocked == [0, 3, 3])
    #expect(trace.last("starts", place: "one") == [0, 2, 7])
  }

  @Test("S8: patience ends in the line")
  func patience() throws {
    let trace = try ProgramTrace("s08-patience")
    #expect(trace.hours("is lost") == ["customer 2": [17], "customer 4": [31]])
    #expect(trace.hours("starts") == ["customer 1": [7], "customer 3": [21]])
    #expect(trace.hours("ends") == ["customer 1": [18], "customer 3": [32]])
  }

  @Test("S9: batches of three, or after ten hours")
  func gathering() throws {
    #expect(try ProgramTrace("s09-gather").last("leaves") == [7, 7, 7, 18, 35])
  }

  @Test("S10: each first attempt fails")
  func attempts() throws {
    #expect(try ProgramTrace("s10-first-attempt").last("leaves") == [10, 12])
  }
}
