extension Step: RouteEntry, ScenarioPart {
  /// The step in a route. A bare name that it keeps counts what it uses.
  public var routePart: RoutePart {
    var step = self
    for index in step.keeps.indices where step.keeps[index].count == Claim.allThatTheStepUses {
      let name = step.keeps[index].name
      step.keeps[index].count = uses.first { $0.name == name }?.count ?? 1
    }
    return .step(step)
  }
  /// The step without notes.
  public var noted: Noted<Step> { Noted(self) }
}

extension Claim {
  /// The count of a bare name under `keeps:` until the step is complete.
  static let allThatTheStepUses = 0
}

/// `culture:` cells grow, in calendar time.
public struct Culture: ScenarioPart, Hashable {
  /// The step.
  public var noted: Noted<Step>
  /// A culture.
  public init(_ name: String, takes law: SpanLaw? = nil) {
    noted = Noted(Step(name, kind: .culture, takes: law))
  }
}

/// `assay:` a laboratory test, in calendar time; `handsOn` is the analysts' working time.
public struct Assay: ScenarioPart, Hashable {
  /// The step.
  public var noted: Noted<Step>
  /// A test.
  public init(_ name: String, takes law: SpanLaw? = nil) {
    noted = Noted(Step(name, kind: .assay, takes: law))
  }
}

/// `review:` desk work, in working time, suspended at the end of a shift.
public struct Review: ScenarioPart, Hashable {
  /// The step.
  public var noted: Noted<Step>
  /// A review.
  public init(_ name: String, takes law: SpanLaw? = nil) {
    noted = Noted(Step(name, kind: .review, takes: law))
  }
}

/// `certify:` a decision of a Qualified Person, in working time, suspended at the end of a shift.
public struct Certify: ScenarioPart, Hashable {
  /// The step.
  public var noted: Noted<Step>
  /// A certification.
  public init(_ name: String = "certify", takes law: SpanLaw? = nil) {
    noted = Noted(Step(name, kind: .certify, takes: law))
  }
}

/// `infuse:` the infusion of the patient: touch work.
public struct Infuse: ScenarioPart, Hashable {
  /// The step.
  public var noted: Noted<Step>
  /// An infusion.
  public init(_ name: String = "infuse", takes law: SpanLaw? = nil) {
    noted = Noted(Step(name, kind: .infuse, takes: law))
  }
}

/// `delay:` a plain delay, in calendar time.
public struct Delay: ScenarioPart, Hashable {
  /// The step.
  public var noted: Noted<Step>
  /// A delay.
  public init(_ name: String, takes law: SpanLaw? = nil) {
    noted = Noted(Step(name, kind: .delay, takes: law))
  }
}
