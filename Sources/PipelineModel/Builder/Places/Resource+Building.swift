import Quantities

extension ScenarioPart where Part == Resource {
  /// `calendars:` on shift when one of these is.
  public func calendars(_ names: String...) -> Noted<Resource> { changed { $0.calendars += names } }

  /// `leave:` periods in which only part of the role is present.
  public func leave(_ names: String...) -> Noted<Resource> { changed { $0.leave += names } }

  /// `changeover:` cleaning and line clearance between two batches.
  public func changeover(sameProduct: SpanLaw? = nil, otherProduct: SpanLaw? = nil) -> Noted<Resource> {
    setting(\.changeover, Changeover(sameProduct: sameProduct, otherProduct: otherProduct))
  }

  /// `changeover:` one more rule of the list, of which the first that fits decides.
  public func changeover(
    after: ChangeoverRule.Use = .any, before: ChangeoverRule.Use = .any, takes law: SpanLaw
  ) -> Noted<Resource> {
    changed { resource in
      let rule = ChangeoverRule(after: after, before: before, takes: law)
      resource.changeover = Changeover(rules: (resource.changeover?.rules ?? []) + [rule])
    }
  }

  /// `air:` the air-handling unit of a room.
  public func air(_ unit: String) -> Noted<Resource> { setting(\.air, unit) }

  /// `licensed for:` traits of products that only licensed clean rooms may hold.
  public func licensed(for traits: String...) -> Noted<Resource> { setting(\.licensedFor, traits) }

  /// `occupancy:` how many people may be in one room at a time.
  public func occupancy(_ people: Int) -> Noted<Resource> { setting(\.occupancy, people) }

  /// `monitoring:` plates of every session, read later; who looks into an excursion, and whether it closes a room.
  public func monitoring(
    readAfter law: SpanLaw, excursion probability: Double, deviation: DeviationReview? = nil,
    hold: RoomHold? = nil
  ) -> Noted<Resource> {
    var monitoring = Monitoring(readAfter: law, excursion: probability)
    monitoring.deviation = deviation
    monitoring.hold = hold
    return setting(\.monitoring, monitoring)
  }

  /// `breaks:` failures of the single units: time to failure, repair, who repairs, and what becomes of the step at hand.
  public func breaks(
    after law: SpanLaw, counting: Breakdown.Counting = .calendar, mend: SpanLaw,
    uses: KeyValuePairs<String, Int> = [:], then: ShiftEndPolicy = .suspend
  ) -> Noted<Resource> {
    var breakdown = Breakdown(after: law, counting: counting, mend: mend, uses: Claim.list(uses))
    breakdown.interrupted = then
    return setting(\.breakdown, breakdown)
  }

  /// `attrition:` the rate at which each person leaves, and periods in which it is another.
  public func attrition(_ rate: Rate, periods: [AttritionPeriod] = []) -> Noted<Resource> {
    turnover {
      $0.attrition = rate
      $0.attritionPeriods = periods
    }
  }

  /// `absence:` the share of the time in which people are away unplanned, and how long they then stay away.
  public func absence(share: Double, spells law: SpanLaw) -> Noted<Resource> {
    setting(\.absence, Absence(share: share, spells: law))
  }

  /// `covered by:` and `cover after:` the roles that work in place of this one, and how long a claim first waits for its own.
  public func covered(by roles: String..., after wait: TimeLength = .hours(0)) -> Noted<Resource> {
    setting(\.cover, Cover(by: roles, after: wait))
  }

  /// `on call from:` and `rest:` the role whose people they are, and how long they rest after work outside their hours.
  public func onCall(from role: String? = nil, rest: TimeLength? = nil) -> Noted<Resource> {
    setting(\.onCall, OnCall(from: role, rest: rest))
  }

  /// `certificates:` that each of the role holds.
  public func certificates(_ names: String...) -> Noted<Resource> {
    changed { $0.certificates += names.map { RoleCertificate($0) } }
  }

  /// `certificates:` one that a share of the role holds.
  public func certificate(_ name: String, share: Double) -> Noted<Resource> {
    changed { $0.certificates.append(RoleCertificate(name, share: share)) }
  }

  /// `hire after:` the time until a vacancy is filled from the market.
  public func hire(after law: SpanLaw) -> Noted<Resource> { turnover { $0.hireAfter = law } }

  /// `hire: never`.
  public func hiresNever() -> Noted<Resource> { turnover { $0.hires = false } }

  /// `independent after:` the time from entry to working alone.
  public func independent(after law: SpanLaw) -> Noted<Resource> { turnover { $0.independentAfter = law } }

  /// `qualified by:` the product whose route newcomers go through before they work alone.
  public func qualified(by product: String) -> Noted<Resource> { turnover { $0.qualifiedBy = product } }

  /// `minimum:` the head count from which the facility counts as staffed.
  public func minimum(_ heads: Double) -> Noted<Resource> { turnover { $0.minimum = heads } }

  /// `starts with:` the head count present at the opening.
  public func startsWith(_ heads: Double) -> Noted<Resource> { turnover { $0.startsWith = heads } }

  private func turnover(_ change: (inout Turnover) -> Void) -> Noted<Resource> {
    changed { resource in
      var turnover = resource.turnover ?? Turnover()
      change(&turnover)
      resource.turnover = turnover
    }
  }
}

extension Claim {
  /// Claims as pairs of a name and a count: `["operator": 2]`.
  static func list(_ counts: KeyValuePairs<String, Int>) -> [Claim] {
    counts.map { Claim($0.key, $0.value) }
  }
}
