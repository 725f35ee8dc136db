import Quantities

/// What is there when the simulated clock starts: who waits, what is in the making, what lies on the shelves.
///
/// Without it every building is empty at the start. With it a planner starts from today. Instants lie before the start;
/// what is left of work that goes on is drawn given how long it has lasted.
public struct InitialState: Hashable, Sendable {
  /// `as of:` the day of which it speaks; the start of the scenario when absent, and no other.
  public var asOf: CivilInstant?
  /// `patients:` who has been referred and neither been treated nor lost.
  public var patients: [InitialPatient] = []
  /// `lots:` under way for a stock.
  public var lots: [InitialLot] = []
  /// `stocks:` what lies on the shelves, in place of `initial:` of the stock.
  public var stocks: [InitialShelf] = []
  /// `people:` and the certificates that they hold.
  public var people: [InitialRole] = []

  /// An empty building.
  public init() {}

  /// Whether nothing is there.
  public var isEmpty: Bool { patients.isEmpty && lots.isEmpty && stocks.isEmpty && people.isEmpty }
}

/// A patient who was referred before the start.
///
/// `{ product: car-t-fresh, id: P-012, referred: 2026-10-20, collected: 2026-11-12, in: expand, since: 2026-11-14,
/// booked: 2026-11-12 }`. Draws are addressed by the product and the place among its patients here, so that a patient more at
/// the end changes nobody else.
public struct InitialPatient: Hashable, Sendable {
  /// `product:`.
  public var product: String
  /// `id:` what the log and the schedule call the patient; the place in the list when absent.
  public var id: String?
  /// `referred:` clocks and waits count from it.
  public var referred: CivilInstant
  /// `collected:` when the starting material was taken; for clocks and times that count from the collection.
  public var collected: CivilInstant?
  /// `severity:`; drawn as for everybody when absent.
  public var severity: Double?
  /// `made at:` where the product is made; the first facility of the product when absent.
  public var madeAt: String?
  /// `booked:` the day of the booking; all that the product needs on later dates is reserved from it.
  public var booked: CivilDate?
  /// `batch:` the n-th attempt that is in the making.
  public var attempt: Int = 1
  /// `waits for:` the entry in front of which the patient stands; the start of the route, or the place behind the booking,
  /// when neither this nor `in:` is given.
  public var waitsFor: String?
  /// `in:` the steps that are being carried out. All others that go on beside them are over.
  public var steps: [InitialStep] = []
  /// `since:` of the one step in `in:`, or of the waiting; the referral when absent.
  public var since: CivilInstant?

  /// A patient who waits at the start of the route.
  public init(product: String, referred: CivilInstant) {
    self.product = product
    self.referred = referred
  }
}

/// A step that is being carried out at the start.
public struct InitialStep: Hashable, Sendable {
  /// Its name in the route.
  public var name: String
  /// When its work began; nil where the entity says so.
  public var since: CivilInstant?

  /// A step under way.
  public init(_ name: String, since: CivilInstant? = nil) {
    self.name = name
    self.since = since
  }
}

/// A lot that is in the making for a stock.
public struct InitialLot: Hashable, Sendable {
  /// `product:` whose lots fill a stock.
  public var product: String
  /// `id:`; the place in the list when absent.
  public var id: String?
  /// `in:` the steps that are being carried out.
  public var steps: [InitialStep] = []
  /// `since:` of the one step in `in:`.
  public var since: CivilInstant?
  /// `counts for:` units that the order of the stock counts on; the quantity of its reorder rule when absent.
  public var units: Int?

  /// A lot.
  public init(product: String) { self.product = product }
}

/// What lies on a shelf at the start.
public struct InitialShelf: Hashable, Sendable {
  /// The stock.
  public var stock: String
  /// Its units.
  public var lots: [InitialUnits]

  /// A shelf.
  public init(_ stock: String, _ lots: [InitialUnits]) {
    self.stock = stock
    self.lots = lots
  }
}

/// Units that expire together.
public struct InitialUnits: Hashable, Sendable {
  /// `units:` how many.
  public var units: Int
  /// `expires:`; a whole shelf life after the start when absent.
  public var expires: CivilInstant?

  /// Units on a shelf.
  public init(_ units: Int, expires: CivilInstant? = nil) {
    self.units = units
    self.expires = expires
  }
}
