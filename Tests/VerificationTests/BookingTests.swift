import Testing

@Suite("Bookings with known answers") struct BookingTests {
  /// The days in March of both touches, by customer; each begins at 08:00.
  private func days(_ trace: ProgramTrace) throws -> [String: [Int]] {
    var days: [String: [Int]] = [:]
    for entry in trace.entries where entry.event == "starts" {
      let parts = entry.at.split(separator: " ")
      #expect(parts.last == "08:00")
      let date = try #require(parts.first).split(separator: "-")
      #expect(date[1] == "03")
      days[String(entry.entity.dropFirst("customer ".count)), default: []].append(
        try #require(Int(date[2])))
    }
    return days
  }

  @Test(
    "B1-B5: both touches take place on the dates that were booked together",
    arguments: [
      ("b01-one-device", ["1": [3, 10], "2": [11, 18], "3": [24, 31]]),
      ("b02-two-devices", ["1": [3, 10], "2": [4, 11], "3": [17, 24]]),
      ("b03-closed-day", ["1": [3, 10], "2": [17, 24], "3": [18, 25]]),
      ("b04-withdrawal", ["2": [3, 10], "3": [11, 18]]),
      ("b05-short-horizon", ["1": [3, 10], "2": [11, 18], "3": [24, 31]]),
    ])
  func dates(file: String, expected: [String: [Int]]) throws {
    #expect(try days(ProgramTrace(file)) == expected)
  }

  @Test("B4: the slot that a patient leaves is backfilled, not wasted")
  func backfilled() throws {
    #expect(try PrintedValues("b04-withdrawal").sum("slots.backfilled") == 1)
    #expect(try PrintedValues("b04-withdrawal").sum("slots.wasted") == 0)
    #expect(try PrintedValues("b04-withdrawal").sum("slots.used") == 2)
  }

  @Test("B5: who finds no date within the horizon is booked when one comes within it")
  func comesWithinTheHorizon() throws {
    let trace = try ProgramTrace("b05-short-horizon")
    let booked = trace.entries.filter { $0.event == "is booked" }.map { "\($0.entity) \($0.at) \($0.detail)" }
    #expect(
      booked == [
        "customer 1 2025-03-01 00:00 2025-03-03", "customer 2 2025-03-01 00:00 2025-03-11",
        "customer 3 2025-03-10 08:00 2025-03-24",
      ])
  }
}
