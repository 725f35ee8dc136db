import Quantities

extension Demand: ScenarioPart {
  /// The demand without notes.
  public var noted: Noted<Demand> { Noted(self) }
}

/// `patients:` of a product: `Patients(.poisson(.perYear(18))) { PatientClock("death", hazard: …) }`.
public struct Patients: ScenarioPart, Hashable {
  /// The demand.
  public var noted: Noted<Demand>

  /// Patients who arrive so.
  public init(_ arrivals: Arrivals) { noted = Noted(Demand(arrivals: arrivals)) }
}

extension ScenarioPart where Part == Demand {
  /// Clocks and withdrawals, in braces behind the patients.
  public func callAsFunction(@PatientsBuilder _ parts: () -> [PatientsEntry]) -> Noted<Demand> {
    var result = noted
    for entry in parts() {
      switch entry.content {
      case .clock(let clock):
        result.part.clocks.append(clock.part)
        result.inner += clock.notes.under("clocks/\(clock.part.name)")
      case .withdrawal(let withdrawal):
        result.part.withdrawals.append(withdrawal.part)
        result.inner += withdrawal.notes.under("withdrawals/\(result.part.withdrawals.count)")
      }
    }
    return result
  }

  /// `at:` the site of the hospital that treats them.
  public func at(_ site: String) -> Noted<Demand> { setting(\.at, site) }

  /// `from:` a moment, or when the first making facility is opened or licensed.
  public func from(_ start: DemandStart) -> Noted<Demand> { setting(\.from, start) }

  /// `until:` no referrals from then on.
  public func until(_ moment: Moment) -> Noted<Demand> { setting(\.until, moment) }

  /// `at most:` so many patients in all.
  public func atMost(_ count: Int) -> Noted<Demand> { setting(\.atMost, count) }

  /// `each:` how many patients come together.
  public func each(_ law: NumberLaw) -> Noted<Demand> { setting(\.groupSize, law.law) }

  /// `order:` of a line within a priority class.
  public func order(_ order: LineOrder) -> Noted<Demand> { setting(\.order, order) }

  /// `severity:` the greatest is the worst off.
  public func severity(_ law: NumberLaw) -> Noted<Demand> { setting(\.severity, law.law) }

  /// `worsens:` how much the severity of each grows from the referral on.
  public func worsens(_ rate: Rate) -> Noted<Demand> { setting(\.worsens, rate) }

  /// `severity classes:` bounds of the classes by which waits and losses are compared.
  public func severityClasses(_ bounds: Double...) -> Noted<Demand> { setting(\.severityClasses, bounds) }

  /// `benefit:` of an infusion by the severity then.
  public func benefit(_ benefit: Benefit) -> Noted<Demand> { setting(\.benefit, benefit) }

  /// `due:` after the referral.
  public func due(_ law: SpanLaw) -> Noted<Demand> { setting(\.due, law) }
}

extension PatientClock: ScenarioPart {
  /// A constant rate: `PatientClock("death", hazard: .percent(2.4, per: .days(30)))`.
  public init(_ name: String, hazard rate: Rate, from: String = "collection", to: String = "infusion") {
    self.init(name: name, risk: .hazard(rate), from: from, to: to)
  }

  /// A law of the time until it rings: `PatientClock("progression", after: .weibull(shape: 1.5, scale: .days(90)))`.
  public init(_ name: String, after law: SpanLaw, from: String = "collection", to: String = "infusion") {
    self.init(name: name, risk: .after(law), from: from, to: to)
  }

  /// The clock without notes.
  public var noted: Noted<PatientClock> { Noted(self) }
}

extension ScenarioPart where Part == PatientClock {
  /// `changes:` from so long after its start on, the hazard is so many times as high; each call adds a change.
  public func changes(after length: TimeLength, factor: Double) -> Noted<PatientClock> {
    changed { $0.changes.append(HazardChange(after: length, factor: factor)) }
  }

  /// `doubles with severity:` the hazard doubles with every so much of severity.
  public func doubles(withSeverity step: Double) -> Noted<PatientClock> {
    setting(\.doublesWithSeverity, step)
  }
}

extension Withdrawal: ScenarioPart {
  /// The withdrawal without notes.
  public var noted: Noted<Withdrawal> { Noted(self) }
}

/// One statement in the braces of patients.
public struct PatientsEntry: Hashable, Sendable {
  enum Content: Hashable, Sendable {
    case clock(Noted<PatientClock>)
    case withdrawal(Noted<Withdrawal>)
  }
  let content: Content
}

/// The braces behind patients.
@resultBuilder public enum PatientsBuilder: PartListBuilder {
  /// A clock or a withdrawal.
  public typealias Entry = PatientsEntry

  /// A risk that runs.
  public static func buildExpression(_ part: some ScenarioPart<PatientClock>) -> [PatientsEntry] {
    [PatientsEntry(content: .clock(part.noted))]
  }
  /// A patient who withdraws at a known moment.
  public static func buildExpression(_ part: some ScenarioPart<Withdrawal>) -> [PatientsEntry] {
    [PatientsEntry(content: .withdrawal(part.noted))]
  }
}
