import Quantities

extension TrainingProgramme: ScenarioPart {
  /// A programme: `TrainingProgramme("course", intake: .poisson(.perYear(6)), takes: .weeks(20))`.
  public init(_ name: String, title: String? = nil, intake: Arrivals, takes: SpanLaw) {
    self.init(name: name, title: title, intake: intake, takes: takes)
  }

  /// A programme through the route of a product: `TrainingProgramme("doctorate", intake: …, through: "thesis")`.
  public init(_ name: String, title: String? = nil, intake: Arrivals, through product: String) {
    self.init(name: name, title: title, intake: intake, through: product)
  }

  /// The programme without notes.
  public var noted: Noted<TrainingProgramme> { Noted(self) }
}

extension ScenarioPart where Part == TrainingProgramme {
  /// `seats:` so many at a time; who finds none waits for one.
  public func seats(_ count: Int) -> Noted<TrainingProgramme> { setting(\.seats, count) }

  /// `when full:` what becomes of who finds no seat.
  public func whenFull(_ rule: WhenFull) -> Noted<TrainingProgramme> { setting(\.whenFull, rule) }

  /// `at most:` so many entrants in all.
  public func atMost(_ count: Int) -> Noted<TrainingProgramme> { setting(\.atMost, count) }

  /// `from:` of the intake.
  public func from(_ moment: Moment) -> Noted<TrainingProgramme> { setting(\.from, moment) }

  /// `until:` of the intake.
  public func until(_ moment: Moment) -> Noted<TrainingProgramme> { setting(\.until, moment) }

  /// `completes:` the probability of completing.
  public func completes(_ probability: Double) -> Noted<TrainingProgramme> {
    setting(\.completes, probability)
  }

  /// `stays:` the probability that a graduate stays at the partner sites.
  public func stays(_ probability: Double) -> Noted<TrainingProgramme> { setting(\.stays, probability) }

  /// `becomes:` one role, `facility/role`, that graduates who stay take up.
  public func becomes(
    _ role: String, _ probability: Double, independentAfter law: SpanLaw? = nil,
    qualifiedBy product: String? = nil
  ) -> Noted<TrainingProgramme> {
    changed {
      $0.becomes.append(
        RoleEntry(role: role, probability: probability, independentAfter: law, qualifiedBy: product))
    }
  }
}
