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
  /// For each date, the first instant of work on it; `.never` when there is none.
  private(set) var firstWork: [SimulationTime] = []
  /// Mean working ticks of a date that has any.
  private(set) var meanWorkingDay: Double = 0
  /// Working hours in a year of 365.25 d, from the whole run.
  private(set) var hoursPerYear: Double = 0

  /// Lays out the union of several plans at one site, from the date of the start to the horizon and a little beyond.
  init(plans: [WorkingPlan], holidays: HolidayCalendar, clock: CivilClock, horizon: SimulationTime) {
    let first = clock.date(at: .zero).adding(days: -1)
    let last = clock.date(at: horizon).adding(days: 15)
    var shifts: [(from: SimulationTime, to: SimulationTime)] = []
    let closed = holidays.dates(from: first, through: last)
    for date in first...last {
      var ticks: Int64 = 0
      var start = SimulationTime.never
      let isHoliday = closed.contains(date)
      for plan in plans where plan.days.contains(date.weekday) && (plan.worksOnHolidays || !isHoliday) {
        for range in plan.hours {
          let from = clock.time(of: date, range.start)
          let to = clock.time(of: range.wrapsPastMidnight ? date.adding(days: 1) : date, range.end)
          guard from < to else { continue }
          shifts.append((from, to))
          ticks += (to - from).ticks
          start = min(start, from)
        }
      }
      if date > first {
        workingTicks.append(ticks)
        firstWork.append(start)
      }
    }
    shifts.sort { ($0.from, $0.to) < ($1.from, $1.to) }
    for shift in shifts {
      if let end = changes.last, shift.from <= end {
        changes[changes.count - 1] = max(end, shift.to)
      } else {
        changes += [shift.from, shift.to]
      }
    }
    let working = workingTicks.filter { $0 > 0 }
    meanWorkingDay = working.isEmpty ? 0 : Double(working.reduce(0, +)) / Double(working.count)
    let days = Double(max(1, workingTicks.count))
    hoursPerYear =
      Double(workingTicks.reduce(0, +)) / Double(clock.tick.ticksPerSecond) / 3600 / days * 365.25
  }

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
