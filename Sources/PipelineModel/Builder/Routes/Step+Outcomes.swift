import Quantities

extension ScenarioPart where Part == Step {
  /// `repeats:` a short touch while it lasts; each call adds one.
  public func repeats(
    every interval: TimeLength, takes law: SpanLaw, uses: KeyValuePairs<String, Int> = [:]
  ) -> Noted<Step> {
    changed { $0.repeats.append(RepeatedTouch(every: interval, takes: law, uses: Claim.list(uses))) }
  }

  /// `meanwhile:` parts that go on beside it.
  public func meanwhile(@RouteBuilder _ parts: () -> [Noted<RoutePart>]) -> Noted<Step> {
    let route = Route(parts)
    var result = changed { $0.meanwhile += route.parts }
    result.own += route.notes.under("meanwhile")
    return result
  }

  /// `passes:` the probability of going on, and what becomes of the others.
  public func passes(_ probability: Double, otherwise: Consequence = .fail) -> Noted<Step> {
    setting(\.passes, PassRule(probability, otherwise: otherwise))
  }

  /// `fails:` with a probability at its end; each call adds a rule, and the first that strikes decides.
  ///
  /// A note on the only rule is made `on: "fails"`, on the second of several `on: "fails/2"`.
  public func fails(
    _ probability: Double = 0, what: String? = nil, onAttempts visits: [Int] = [], then: Consequence,
    attempts: Int? = nil, otherwise: Consequence = .fail
  ) -> Noted<Step> {
    var rule = FailureRule(probability: probability, onAttempts: visits, then: then)
    rule.what = what
    rule.attempts = attempts
    rule.otherwise = otherwise
    return changed { $0.fails.append(rule) }
  }

  /// `mixes up:` the probability that at its end what is at hand bears the name of another patient.
  public func mixesUp(_ probability: Double) -> Noted<Step> { setting(\.mixesUp, probability) }

  /// `checks identity:` by so many persons, each of whom finds a mix-up with a probability.
  public func checksIdentity(
    finds: Double, persons: Int = 2, then: Consequence = .collectAgain
  ) -> Noted<Step> {
    setting(\.checksIdentity, IdentityCheck(finds: finds, persons: persons, then: then))
  }

  /// `marks:` names the instant at which it ends.
  public func marks(_ name: String) -> Noted<Step> { setting(\.marks, name) }

  /// `starts shelf life:` from its end until the infusion starts.
  public func startsShelfLife(_ limit: TimeLength, onExpiry then: Consequence = .fail) -> Noted<Step> {
    setting(\.startsShelfLife, TimeLimit(limit, then: then))
  }
}

extension Consequence {
  /// `fail`: the batch fails, and its patient is lost.
  public static var fail: Consequence { .lose(reason: nil) }
  /// `lose: reason`: the patient is lost with this reason.
  public static func lose(_ reason: String) -> Consequence { .lose(reason: reason) }
}
