import Quantities

/// The hours of an ordinary week in which something works, in seconds since Monday 00:00.
struct WorkingWeek: Equatable {
  static let length = 7 * 86_400
  /// Stretches of work, in order, apart from each other, none past the end of the week.
  private(set) var spans: [Range<Int>]

  /// All of the week.
  static let always = WorkingWeek(spans: [0..<length])

  private init(spans: [Range<Int>]) { self.spans = spans }

  /// When any of the plans works; holidays are left out of account.
  init(_ plans: [WorkingPlan]) {
    var pieces: [Range<Int>] = []
    for plan in plans {
      for day in plan.days.weekdays {
        for hours in plan.hours {
          let start = day.rawValue * 86_400 + hours.start.secondsSinceMidnight
          let end = start + hours.wallClockSeconds
          pieces.append(start..<min(end, Self.length))
          if end > Self.length { pieces.append(0..<(end - Self.length)) }
        }
      }
    }
    spans = []
    for piece in pieces.sorted(by: { $0.lowerBound < $1.lowerBound }) where !piece.isEmpty {
      if let last = spans.last, piece.lowerBound <= last.upperBound {
        spans[spans.count - 1] = last.lowerBound..<max(last.upperBound, piece.upperBound)
      } else {
        spans.append(piece)
      }
    }
  }

  var isEmpty: Bool { spans.isEmpty }

  /// When both work.
  func intersection(_ other: WorkingWeek) -> WorkingWeek {
    WorkingWeek(
      spans: spans.flatMap { left in other.spans.map { left.clamped(to: $0) }.filter { !$0.isEmpty } })
  }

  /// The longest stretch of work in seconds, round the end of the week; nil where work never ends.
  var longest: Int? {
    if self == .always { return nil }
    let round: Int
    if let first = spans.first, let last = spans.last, spans.count > 1, first.lowerBound == 0,
      last.upperBound == Self.length
    {
      round = first.count + last.count
    } else {
      round = 0
    }
    return max(round, spans.map(\.count).max() ?? 0)
  }

  /// Seconds of work on a day that has any, on average; a whole day where there is no work at all.
  var meanDay: Double {
    let days = (0..<7).filter { day in
      spans.contains { $0.overlaps((day * 86_400)..<((day + 1) * 86_400)) }
    }
    return days.isEmpty ? 86_400 : Double(spans.reduce(0) { $0 + $1.count }) / Double(days.count)
  }
}

extension ScenarioView {
  /// When a resource works; nil where a calendar of it is unknown.
  func week(of resource: Resource) -> WorkingWeek? {
    if resource.calendars.isEmpty { return .always }
    let plans = resource.calendars.compactMap { name in scenario.calendars.first { $0.name == name } }
    return plans.count == resource.calendars.count ? WorkingWeek(plans) : nil
  }

  /// Seconds in one working day of a step: of its people's plan, else of the first plan.
  func workingDay(of uses: [Claim], from facility: String?) -> Double? {
    let places = uses.compactMap { resource($0.name, from: facility) }.filter {
      !$0.resource.calendars.isEmpty
    }
    return (places.first(where: \.isPeople) ?? places.first).flatMap { week(of: $0.resource) }?.meanDay
  }
}
