/// A product with its route written out: every entry with its path, in the order of the file.
struct ProductView {
  let product: Product
  let parts: [PlacedPart]
  /// The steps with their places among the parts.
  let steps: [(step: Step, path: String, index: Int)]
  private let indexOfStep: [String: Int]
  let bookIndex: Int?
  let makeIndex: Int?
  /// The facilities that make it; nil stands for none in particular.
  let facilities: [String?]

  init(_ product: Product, onlyFacility: String?) {
    self.product = product
    var parts: [PlacedPart] = []
    Self.place(product.route, under: "products/\(product.name)/route", isOnMainLine: true, into: &parts)
    self.parts = parts
    steps = parts.enumerated().compactMap { index, part in
      if case .step(let step) = part.part { (step, part.path, index) } else { nil }
    }
    indexOfStep = Dictionary(steps.map { ($0.step.name, $0.index) }) { first, _ in first }
    bookIndex = parts.firstIndex { if case .book = $0.part { true } else { false } }
    makeIndex = parts.firstIndex { if case .makeBatch = $0.part { true } else { false } }
    facilities = product.madeAt.isEmpty ? [onlyFacility] : product.madeAt
  }

  var path: String { "products/\(product.name)" }

  /// The marks that the route makes; the referral is always one.
  var marks: Set<String> {
    Set(["referral"] + steps.compactMap { $0.step.marks ?? ($0.step.isInfusion ? "infusion" : nil) })
  }

  func index(ofStep name: String) -> Int? { indexOfStep[name] }

  private static func place(
    _ route: [RoutePart], under path: String, isOnMainLine: Bool, into parts: inout [PlacedPart]
  ) {
    for part in route {
      let here = "\(path)/\(part.name)"
      parts.append(PlacedPart(part: part, path: here, isOnMainLine: isOnMainLine))
      for inner in part.innerRoutes {
        place(inner.route, under: "\(here)/\(inner.key)", isOnMainLine: false, into: &parts)
      }
    }
  }
}

/// An entry of a route and its path.
struct PlacedPart {
  let part: RoutePart
  let path: String
  /// Whether it stands in the route itself and not in an entry of it.
  let isOnMainLine: Bool

  var name: String { part.name }
}

extension Step {
  var isInfusion: Bool { kind == .infuse || marks == "infusion" }
}

extension RoutePart {
  /// What the file calls it.
  var name: String {
    switch self {
    case .step(let step): step.name
    case .hold(let hold): hold.name
    case .book(let booking): booking.name
    case .makeBatch(let make): make.name
    case .choose(let choice): choice.name
    case .parallel(let parallel): parallel.name
    case .countdown(let countdown): countdown.name
    case .gather(let gathering): gathering.name
    case .separate(let name): name
    case .split(let splitting): splitting.name
    case .ship(let shipment): shipment.name
    case .release(let release): release.name
    case .store(let storing): storing.stock
    case .leave(let name): name
    }
  }

  /// The routes inside it, in order, with the keys that lead to them.
  var innerRoutes: [(key: String, route: [RoutePart])] {
    switch self {
    case .step(let step): [("meanwhile", step.meanwhile)]
    case .choose(let choice): choice.arms.map { ("arms/\($0.name)/route", $0.route) }
    case .parallel(let parallel): parallel.branches.map { ("branches/\($0.name)", $0.route) }
    case .release(let release): [("stage 1", release.stage1), ("stage 2", release.stage2)]
    default: []
    }
  }

  /// How many entries it is, those inside it included.
  var count: Int { innerRoutes.reduce(1) { $0 + $1.route.reduce(0) { $0 + $1.count } } }
}
