import Quantities

/// `hold:` in a route: `Hold("fresh apheresis", atMost: .hours(48), then: .fail)`.
public typealias Hold = HoldLimit
/// `book:` in a route: `Book("slot")`.
public typealias Book = Booking
/// `make:` in a route: `Make("batch").attempts(2)`.
public typealias Make = MakeBatch

extension HoldLimit: RouteEntry, ScenarioPart {
  /// The limit in a route.
  public var routePart: RoutePart { .hold(self) }
  /// The limit without notes.
  public var noted: Noted<HoldLimit> { Noted(self) }
}

extension Booking: RouteEntry, ScenarioPart {
  /// The booking in a route.
  public var routePart: RoutePart { .book(self) }
  /// The booking without notes.
  public var noted: Noted<Booking> { Noted(self) }
}

extension ScenarioPart where Part == Booking {
  /// `patience:` how long an unbooked patient stays on the list.
  public func patience(_ law: SpanLaw) -> Noted<Booking> { setting(\.patience, law) }
}

extension MakeBatch: RouteEntry, ScenarioPart {
  /// The beginning of a batch in a route.
  public var routePart: RoutePart { .makeBatch(self) }
  /// The beginning of a batch without notes.
  public var noted: Noted<MakeBatch> { Noted(self) }
}

extension ScenarioPart where Part == MakeBatch {
  /// `attempts:` so many batches at most for one patient, and what follows then.
  public func attempts(_ count: Int, otherwise: Consequence = .fail) -> Noted<MakeBatch> {
    changed {
      $0.attempts = count
      $0.otherwise = otherwise
    }
  }

  /// `material left:` the probability that a remake finds material stored.
  public func materialLeft(_ probability: Double) -> Noted<MakeBatch> { setting(\.materialLeft, probability) }
}

extension Countdown: RouteEntry, ScenarioPart {
  /// `starts: 5 d before booked infusion`: `Countdown("lymphodepletion", starts: .days(5), before: "infusion")`.
  public init(_ name: String, starts length: TimeLength, before event: String) {
    self.init(name, before: length, event: event)
  }

  /// The countdown in a route.
  public var routePart: RoutePart { .countdown(self) }
  /// The countdown without notes.
  public var noted: Noted<Countdown> { Noted(self) }
}

extension ScenarioPart where Part == Countdown {
  /// `takes:` how long it takes.
  public func takes(_ law: SpanLaw) -> Noted<Countdown> { setting(\.takes, law) }

  /// `uses:` borrows so many units while it lasts; each call adds a claim.
  public func uses(_ name: String, _ count: Int = 1) -> Noted<Countdown> {
    changed { $0.uses.append(Claim(name, count)) }
  }

  /// `at risk: true`: may start before the product is released.
  public func atRisk(_ isAtRisk: Bool = true) -> Noted<Countdown> { setting(\.atRisk, isAtRisk) }
}
