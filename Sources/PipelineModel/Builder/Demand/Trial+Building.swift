import Quantities

extension Trial: ScenarioPart {
  /// The trial without notes.
  public var noted: Noted<Trial> { Noted(self) }
}

extension ScenarioPart where Part == Trial {
  /// `starts after:` the law of the time that the authorities' assessment takes.
  public func startsAfter(_ law: SpanLaw) -> Noted<Trial> { setting(\.startsAfter, law) }

  /// `enrolled at:` the step that takes a place in the cohort.
  public func enrolledAt(_ step: String) -> Noted<Trial> { setting(\.enrolledAt, step) }

  /// `lost:` what a member does who is lost before the infusion.
  public func lost(_ member: Trial.LostMember) -> Noted<Trial> { setting(\.lost, member) }
}
