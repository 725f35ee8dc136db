import Quantities

extension QualifiedProcess: ScenarioPart {
  /// The process without notes.
  public var noted: Noted<QualifiedProcess> { Noted(self) }
}

extension ScenarioPart where Part == QualifiedProcess {
  /// `initially:` so many that pass before the process is used for the first time.
  public func initially(_ count: Int) -> Noted<QualifiedProcess> { setting(\.initially, count) }

  /// `qualified until:` for a process in use at the start.
  public func qualifiedUntil(_ moment: Moment) -> Noted<QualifiedProcess> {
    setting(\.qualifiedUntil, moment)
  }

  /// `lapses after:` so long without one that passed.
  public func lapses(after length: TimeLength) -> Noted<QualifiedProcess> { setting(\.lapsesAfter, length) }

  /// `failed stops:` how long one that failed stops the process.
  public func failedStops(_ law: SpanLaw) -> Noted<QualifiedProcess> { setting(\.failedStops, law) }

  /// `again:` so many have to pass after one that failed, and after a lapse.
  public func again(_ count: Int) -> Noted<QualifiedProcess> { setting(\.again, count) }
}
