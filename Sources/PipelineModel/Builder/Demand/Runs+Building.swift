import Quantities

extension Runs: ScenarioPart {
  /// The runs without notes.
  public var noted: Noted<Runs> { Noted(self) }
}

extension ScenarioPart where Part == Runs {
  /// `from:` a moment, or when the first making facility is opened or licensed.
  public func from(_ start: DemandStart) -> Noted<Runs> { setting(\.from, start) }

  /// `until:` none begin from then on.
  public func until(_ moment: Moment) -> Noted<Runs> { setting(\.until, moment) }

  /// `at most:` so many in all.
  public func atMost(_ count: Int) -> Noted<Runs> { setting(\.atMost, count) }
}
