import Quantities

/// What is made: who asks for it, where it is made, in which slots, and by which route.
public struct Product: Hashable, Sendable {
  /// Its name, the key in `products:`.
  public var name: String
  /// `name:` how reports call it; the key when not given.
  public var title: String
  /// `class: GTMP | sCTMP | TEP`.
  public var kind: ATMPClass?
  /// `regime: clinical trial | hospital exemption | marketing authorisation`; decides where a batch may go.
  public var regime: Regime?
  /// `traits: [viral vector, GMO]`: what changeovers and incompatible pairs tell products apart by.
  public var traits: [String] = []
  /// `made at: [lund-sus]`: unqualified resources of the route are those of this facility. With more than one, a
  /// booking takes the facility that offers the earliest date; without booking, the first.
  public var madeAt: [String] = []
  /// `purpose: care | trial | engineering run | training run | media fill | donor`.
  public var purpose: ProductPurpose?
  /// `priority: 1` is served before 2; that of the purpose when absent, and 5 without one.
  public var priority: Int?
  /// `slots:` the weekly grid of starts that `book:` reserves from.
  public var slots: SlotGrid?
  /// `trial:` cohorts of patients, one after another.
  public var trial: Trial?
  /// `target: 14 d` from collection to infusion, for the share of patients who are on time.
  public var target: TimeLength?
  /// `patients:` who asks. A product without patients or runs is made for a stock.
  public var patients: Demand?
  /// `runs:` that are no patients, instead of `patients:`.
  public var runs: Runs?
  /// `route:` the way from referral to infusion, or from order to stock.
  public var route: [RoutePart] = []

  /// A product without a route yet.
  public init(name: String, title: String? = nil, madeAt: [String] = []) {
    self.name = name
    self.title = title ?? name
    self.madeAt = madeAt
  }

  /// The class in which its work is served.
  public var servedPriority: Int { priority ?? purpose?.priority ?? 5 }
}

/// The three classes of advanced therapy medicinal products.
public enum ATMPClass: String, Hashable, Sendable, CaseIterable {
  /// Gene therapy.
  case geneTherapy = "GTMP"
  /// Somatic cell therapy.
  case somaticCellTherapy = "sCTMP"
  /// Tissue-engineered product.
  case tissueEngineered = "TEP"
}

/// The legal ground on which a batch is made.
public enum Regime: String, Hashable, Sendable, CaseIterable {
  /// A clinical trial (CTR 536/2014).
  case clinicalTrial = "clinical trial"
  /// Hospital exemption (Reg 1394/2007 art 28): never leaves the member state.
  case hospitalExemption = "hospital exemption"
  /// A marketing authorisation.
  case marketingAuthorisation = "marketing authorisation"
}

/// Starts offered each week: `slots: { weekly: { mon: 1, tue: 1 }, book ahead: 12 wk }`.
public struct SlotGrid: Hashable, Sendable {
  /// `weekly:` how many starts each weekday offers.
  public var weekly: [WeekdaySlots]
  /// `book ahead:` a slot can be booked from so long before its start, inclusive; 12 weeks when absent.
  public var bookAhead: TimeLength = .weeks(12)
  /// `from:` first day on which slots are offered; the licence of the facility when absent.
  public var from: CivilInstant?
  /// `overflow after:` the facilities behind the first of `made at:` are asked only where the first has no start within so
  /// long; all alike when absent.
  public var overflowAfter: TimeLength?

  /// A weekly grid.
  public init(weekly: [WeekdaySlots], bookAhead: TimeLength = .weeks(12)) {
    self.weekly = weekly
    self.bookAhead = bookAhead
  }
}

/// So many starts on one weekday.
public struct WeekdaySlots: Hashable, Sendable {
  /// The weekday.
  public var day: Weekday
  /// How many starts.
  public var count: Int

  /// Starts on a weekday.
  public init(day: Weekday, count: Int) {
    self.day = day
    self.count = count
  }
}
