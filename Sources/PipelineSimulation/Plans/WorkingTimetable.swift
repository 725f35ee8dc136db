import PipelineModel
import Quantities

/// A working plan laid out over the whole run: when it goes on and off, and what each date offers.
///
/// Built once for a program; replications only read it.
struct WorkingTimetable: Sendable {
  /// On at even places, off at odd ones; strictly ascending. A plan that is never off ends with one `on`.
  private(set) var changes: [SimulationTime] = []
  /// For each date of the run, the working ticks that begin on it.
  private(set) var workingTicks: [Int64] = []
  /// For each date, the working ticks that begin on it or later.
  private var workAhead: [Int64] = []
  /// For each date, the first instant of work on it; `.never` when there is none.
  private(set) var firstWork: [SimulationTime] = []
  /// Mean working ticks of a date that has any.
  private(set) var meanWorkingDay: Double = 0
  /// Working hours in a year of 365.25 d, from the whole run.
  private(set) var hoursPerYear: Double = 0

  /// Lays out the union of several plans at one site, from so many dates before the start to the horizon and a little
  /// beyond.
  ///
  /// A working day (`wd`) is the mean working time of the weekdays on which the plans work, holidays aside; so it does not
  /// depend on start or horizon. Hours in a year are those of the dates from the start to the horizon, holidays out.
  init(
    plans: [WorkingPlan], holidays: HolidayCalendar, clock: CivilClock, past: Int,
    horizon: SimulationTime
  ) {
    let start = clock.date(at: .zero)
    let first = start.adding(days: -1 - past)
    let end = clock.date(at: horizon)
    let last = end.adding(days: 15)
    var shifts: [Shift] = []
    let closed = holidays.dates(from: first, through: last)
    for date in first...last {
      let parts = WorkingTimetable.union(
        plans.filter { $0.worksOnHolidays || !closed.contains(date) }.flatMap { plan in
          plan.days.contains(date.weekday) ? plan.hours : []
        }.compactMap { range in
          let from = clock.time(of: date, range.start)
          let to = clock.time(of: range.wrapsPastMidnight ? date.adding(days: 1) : date, range.end)
          return from < to ? Shift(from: from, to: to) : nil
        })
      shifts += parts
      if date > first {
        workingTicks.append(parts.reduce(0) { $0 + ($1.to - $1.from).ticks })
        firstWork.append(parts.first?.from ?? .never)
      }
    }
    for shift in WorkingTimetable.union(shifts) { changes += [shift.from, shift.to] }
    workAhead = workingTicks.reversed().reduce(into: []) { $0.append(($0.last ?? 0) + $1) }.reversed()
    let ticksPerHour = 3600 * Double(clock.tick.ticksPerSecond)
    meanWorkingDay = WorkingTimetable.meanWorkingHours(plans) * ticksPerHour
    let days = max(1, start.distance(to: end))
    hoursPerYear =
      Double(workingTicks.dropFirst(past).prefix(days).reduce(0, +)) / ticksPerHour / Double(days) * 365.25
  }

  private struct Shift {
    var from: SimulationTime
    var to: SimulationTime
  }

  /// Shifts in order, with those that overlap or touch made one.
  private static func union(_ shifts: [Shift]) -> [Shift] {
    var merged: [Shift] = []
    for shift in shifts.sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) }) {
      if let before = merged.last, shift.from <= before.to {
        merged[merged.count - 1].to = max(before.to, shift.to)
      } else {
        merged.append(shift)
      }
    }
    return merged
  }

  /// Mean working hours of the weekdays on which plans work, by the wall clock of an ordinary week.
  private static func meanWorkingHours(_ plans: [WorkingPlan]) -> Double {
    var hours: [Double] = []
    for weekday in Weekday.allCases {
      let ranges = plans.filter { $0.days.contains(weekday) }.flatMap(\.hours)
        .map { range in
          let from = Int64(range.start.secondsSinceMidnight)
          return Shift(
            from: SimulationTime(ticks: from), to: SimulationTime(ticks: from + Int64(range.wallClockSeconds))
          )
        }
      let seconds = union(ranges).reduce(0) { $0 + ($1.to - $1.from).ticks }
      if seconds > 0 { hours.append(Double(seconds) / 3600) }
    }
    return hours.isEmpty ? 0 : hours.reduce(0, +) / Double(hours.count)
  }

  /// A walk over shifts.
  struct ShiftWalk {
    fileprivate var place: Int
    fileprivate let start: SimulationTime
  }

  /// A walk over the shifts from an instant on; the first is cut there.
  func walk(from time: SimulationTime) -> ShiftWalk {
    ShiftWalk(place: changeCount(through: time), start: time)
  }

  /// The next shift of a walk; nil after the last.
  func next(_ walk: inout ShiftWalk) -> (from: SimulationTime, to: SimulationTime)? {
    let isCut = walk.place % 2 == 1
    guard isCut || walk.place < changes.count else { return nil }
    let from = isCut ? walk.start : changes[walk.place]
    let end = walk.place | 1
    walk.place = end + 1
    return (from, end < changes.count ? changes[end] : .never)
  }

  /// The working ticks that begin on a date or later.
  func ticksLeft(from day: Int) -> Int64 { day < workAhead.count ? workAhead[day] : 0 }

  /// How many changes happen at or before an instant; odd means that work goes on.
  func changeCount(through time: SimulationTime) -> Int {
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if changes[middle] <= time { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether work goes on at an instant (the end of a shift no longer counts).
  func isOn(at time: SimulationTime) -> Bool { changeCount(through: time) % 2 == 1 }

  /// The end of the shift that goes on at an instant, or that instant itself when there is none.
  func end(ofShiftAt time: SimulationTime) -> SimulationTime {
    let count = changeCount(through: time)
    guard count % 2 == 1 else { return time }
    return count < changes.count ? changes[count] : .never
  }

  /// The earliest instant at or after `time` at which work goes on; `.never` when there is none.
  func nextOn(from time: SimulationTime) -> SimulationTime {
    let count = changeCount(through: time)
    if count % 2 == 1 { return time }
    return count < changes.count ? changes[count] : .never
  }

  /// The longest shift, in ticks.
  var longestShift: Int64 {
    stride(from: 0, to: changes.count - 1, by: 2).map { (changes[$0 + 1] - changes[$0]).ticks }.max() ?? 0
  }
}
