/// Where the ticks of a run stand on the wall clock of a site.
///
/// It is how a simulation moves between ticks and dates. A copy shares the zone's table. No call reaches the system.
public struct CivilClock: Hashable, Sendable {
  /// The instant of tick 0.
  public let start: CivilInstant
  /// The site's zone.
  public let zone: CivilZone
  /// How long a tick is.
  public let tick: TickLength
  /// The instant of tick 0 in seconds since the epoch.
  private let startSeconds: Int64

  /// A clock that is at tick 0 when the wall clock of `zone` shows `start`.
  public init(start: CivilInstant, zone: CivilZone, tick: TickLength = .standard) {
    self.start = start
    self.zone = zone
    self.tick = tick
    startSeconds = zone.secondsSinceEpoch(of: start)
  }

  /// The same ticks on the wall clock of another zone: its `start` is what that clock shows at tick 0.
  public func showing(_ other: CivilZone) -> CivilClock {
    CivilClock(
      start: other.civil(atSecondsSinceEpoch: startSeconds), zone: other, tick: tick,
      startSeconds: startSeconds)
  }

  private init(start: CivilInstant, zone: CivilZone, tick: TickLength, startSeconds: Int64) {
    self.start = start
    self.zone = zone
    self.tick = tick
    self.startSeconds = startSeconds
  }

  /// The instant at which the wall clock shows a date and time.
  ///
  /// Skipped and doubled times follow `CivilZone.secondsSinceEpoch(of:)`; instants out of range are held at the
  /// longest span from the start.
  public func time(of civil: CivilInstant) -> SimulationTime {
    .zero + tick.span(wholeSeconds: zone.secondsSinceEpoch(of: civil) - startSeconds)
  }

  /// The instant at which the wall clock shows a time on a date; 24:00 is the start of the next date.
  public func time(of date: CivilDate, _ time: TimeOfDay) -> SimulationTime {
    self.time(of: CivilInstant(date, time))
  }

  /// The instant at which a date starts: 00:00, or the first time after it that the clocks do not skip.
  public func startOfDay(_ date: CivilDate) -> SimulationTime { time(of: CivilInstant(date)) }

  /// What the wall clock shows at an instant, to the second that has begun.
  public func civil(at time: SimulationTime) -> CivilInstant {
    let seconds = time.ticks.dividedRoundingDown(by: tick.ticksPerSecond)
    return zone.civil(atSecondsSinceEpoch: startSeconds + seconds)
  }

  /// The date at an instant.
  public func date(at time: SimulationTime) -> CivilDate { civil(at: time).date }

  /// The weekday at an instant.
  public func weekday(at time: SimulationTime) -> Weekday { date(at: time).weekday }

  /// The instant a written length after another.
  ///
  /// Whole months and years are calendar steps of the date that keep the time on the wall clock; all other lengths are
  /// exact (`d` is 24 h, also when the clocks change).
  ///
  /// - Returns: nil for working days and for lengths out of range.
  public func time(_ length: TimeLength, after time: SimulationTime = .zero) -> SimulationTime? {
    if length.unit == .mo || length.unit == .y {
      let from = civil(at: time)
      if let date = from.date.adding(length) {
        let seconds = time.ticks.dividedRoundingDown(by: tick.ticksPerSecond)
        let fraction = SimulationSpan(ticks: time.ticks - seconds * tick.ticksPerSecond)
        return self.time(of: CivilInstant(date, from.time)).advancedOrNever(by: fraction)
      }
    }
    return tick.span(of: length).map { time.advancedOrNever(by: $0) }
  }

  /// The instant that a horizon names: the start of its date, or its length after tick 0.
  ///
  /// - Returns: nil for a length in working days or out of range.
  public func time(of horizon: DateOrLength) -> SimulationTime? {
    switch horizon {
    case .date(let date): startOfDay(date)
    case .length(let length): time(length)
    }
  }
}
