import Quantities

extension Product: ScenarioPart {
  /// A product: `Product("car-t", madeAt: ["lund-sus"], priority: 1) { Patients(…) Route { … } }`.
  public init(_ name: String, title: String? = nil, madeAt: [String] = [], priority: Int? = nil) {
    self.init(name: name, title: title, madeAt: madeAt)
    self.priority = priority
  }

  /// The product without notes.
  public var noted: Noted<Product> { Noted(self) }
}

extension ScenarioPart where Part == Product {
  /// Who asks for it and by which route it is made, in braces behind the product.
  ///
  /// Several routes stand one behind the other.
  ///
  /// - Precondition: the product has patients once at most, runs once at most, and a trial once at most.
  public func callAsFunction(@ProductBuilder _ parts: () -> [ProductEntry]) -> Noted<Product> {
    var result = noted
    for entry in parts() {
      switch entry.content {
      case .patients(let patients):
        guard result.part.patients == nil else {
          WrittenFault.stop("the product '\(result.part.name)' has patients twice")
        }
        result.part.patients = patients.part
        result.inner += patients.notes.under("patients")
      case .runs(let runs):
        guard result.part.runs == nil else {
          WrittenFault.stop("the product '\(result.part.name)' has runs twice")
        }
        result.part.runs = runs.part
        result.inner += runs.notes.under("runs")
      case .trial(let trial):
        guard result.part.trial == nil else {
          WrittenFault.stop("the product '\(result.part.name)' has a trial twice")
        }
        result.part.trial = trial.part
        result.inner += trial.notes.under("trial")
      case .route(let route):
        result.part.route += route.parts
        result.inner += route.notes.under("route")
      }
    }
    return result
  }

  /// `purpose:` what it is made for.
  public func purpose(_ purpose: ProductPurpose) -> Noted<Product> { setting(\.purpose, purpose) }

  /// `target:` from collection to infusion.
  public func target(_ length: TimeLength) -> Noted<Product> { setting(\.target, length) }

  /// `class:` of advanced therapy.
  public func kind(_ kind: ATMPClass) -> Noted<Product> { setting(\.kind, kind) }

  /// `regime:` the legal ground on which it is made.
  public func regime(_ regime: Regime) -> Noted<Product> { setting(\.regime, regime) }

  /// `traits:` what changeovers and incompatible pairs tell products apart by.
  public func traits(_ names: String...) -> Noted<Product> { changed { $0.traits += names } }

  /// `slots:` how many starts each weekday offers, from which `Book` reserves; `from:` the licence when absent;
  /// `overflowAfter:` how long the first facility may keep somebody waiting before the others are asked.
  public func slots(
    _ weekly: KeyValuePairs<Weekday, Int>, bookAhead: TimeLength = .weeks(12),
    from first: Written<CivilInstant>? = nil, overflowAfter: TimeLength? = nil
  ) -> Noted<Product> {
    let offered = weekly.map { WeekdaySlots(day: $0.key, count: $0.value) }.filter { $0.count > 0 }
    var grid = SlotGrid(weekly: offered.sorted { $0.day < $1.day }, bookAhead: bookAhead)
    grid.from = first?.quantity
    grid.overflowAfter = overflowAfter
    return setting(\.slots, grid)
  }
}

/// One statement in the braces of a product.
public struct ProductEntry: Hashable, Sendable {
  enum Content: Hashable, Sendable {
    case patients(Noted<Demand>)
    case runs(Noted<Runs>)
    case trial(Noted<Trial>)
    case route(Route)
  }
  let content: Content
}

/// The braces behind a product.
@resultBuilder public enum ProductBuilder: PartListBuilder {
  /// The patients, the runs or a route.
  public typealias Entry = ProductEntry

  /// Who asks for it.
  public static func buildExpression(_ part: some ScenarioPart<Demand>) -> [ProductEntry] {
    [ProductEntry(content: .patients(part.noted))]
  }
  /// Runs that are no patients.
  public static func buildExpression(_ part: some ScenarioPart<Runs>) -> [ProductEntry] {
    [ProductEntry(content: .runs(part.noted))]
  }
  /// In which cohorts patients are enrolled.
  public static func buildExpression(_ part: some ScenarioPart<Trial>) -> [ProductEntry] {
    [ProductEntry(content: .trial(part.noted))]
  }
  /// By which route it is made.
  public static func buildExpression(_ route: Route) -> [ProductEntry] {
    [ProductEntry(content: .route(route))]
  }
}
