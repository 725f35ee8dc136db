/// Bookings of two touches a week apart: the days in March on which each takes place. B1–B5.
enum BookingCases {
  private static func bookings(_ name: String, _ file: String, _ days: [String: [Double]]) -> ScheduleCase {
    ScheduleCase(
      name: name, file: file,
      expectations: ["A", "B", "C"].enumerated().map { index, letter in
        let customer = "customer \(index + 1)"
        return ScheduleCase.Expectation("\(letter), days in March", days[letter] ?? []) {
          $0.days(of: customer)
        }
      })
  }

  static let all: [ScheduleCase] = [
    bookings("B1", "b01-one-device", ["A": [3, 10], "B": [11, 18], "C": [24, 31]]),
    bookings("B2", "b02-two-devices", ["A": [3, 10], "B": [4, 11], "C": [17, 24]]),
    bookings("B3", "b03-closed-day", ["A": [3, 10], "B": [17, 24], "C": [18, 25]]),
    bookings("B4", "b04-withdrawal", ["B": [3, 10], "C": [11, 18]]),
    bookings("B5", "b05-short-horizon", ["A": [3, 10], "B": [11, 18], "C": [24, 31]]),
  ]
}
