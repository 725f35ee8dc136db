import PipelineModel
import Quantities
import Randomness

extension ScenarioCompiler {
  mutating func compileProducts() throws(CompileFault) {
    tables.products = scenario.products.map(\.name)
    for (index, product) in scenario.products.enumerated() {
      let path = "products/\(product.name)"
      let facilities: [String?] = product.madeAt.isEmpty ? [nil] : product.madeAt
      var variants: [Int32] = []
      for facility in facilities {
        variants.append(Int32(tables.variants.count))
        try compileVariant(product, index: Int32(index), at: facility, path: path)
      }
      if let demand = product.patients {
        tables.sources.append(
          try graded(
            source(demand, of: product, index: Int32(index), variants: variants, path: path), by: demand,
            path: "\(path)/patients"))
      } else if let runs = product.runs {
        tables.sources.append(
          try source(runs, of: product, index: Int32(index), variants: variants, path: path))
      }
    }
  }

  private mutating func compileVariant(
    _ product: Product, index: Int32, at facility: String?, path: String
  ) throws(CompileFault) {
    let place = scenario.facilities.firstIndex { $0.name == facility }
    if facility != nil && place == nil {
      throw CompileFault("\(path)/made at", "There is no facility called '\(facility ?? "")'.")
    }
    let variantIndex = Int32(tables.variants.count)
    var variant = VariantPlan(
      name: product.name, product: index, facility: Int32(place ?? -1),
      entry: Int32(tables.instructions.count),
      origin: Lineage.origin("product/\(product.name)"), priority: Int32(product.servedPriority), stepCount: 0
    )
    variant.isRun = product.runs != nil || personalProducts.contains(product.name)
    variant.trial = trialOf[product.name] ?? -1
    reasonsOfVariant.append([])
    var route = RouteCompiler(
      variant: variantIndex, product: product, facility: facility, path: path)
    try route.compile(into: &self)
    variant.stepCount = route.stepCount
    variant.hasIdentities = route.hasIdentities
    variant.bookPlace = route.bookPlace
    variant.bookingPatience = route.bookingPatience
    variant.bookingReason = route.bookingReason
    variant.makePlace = route.makePlace
    variant.collectPlace = route.bookPlace >= 0 ? route.bookPlace : route.collectPlace
    variant.target = try product.target.map { length throws(CompileFault) in
      try span(length, at: "\(path)/target")
    }
    variant.marksCollection = route.collectPlace >= 0
    variant.places = route.placeOfStep
    if let demand = product.patients {
      for clock in demand.clocks {
        var plan = try clockPlan(clock, variant: variantIndex, route: route, path: path)
        plan.course = try course(of: clock, in: demand, path: "\(path)/patients/clocks/\(clock.name)")
        variant.clocks.append(plan)
      }
      for withdrawal in demand.withdrawals {
        reasonsOfVariant[Int(variantIndex)].insert(reason(withdrawal.reason))
      }
    }
    tables.variants.append(variant)
    mainLineOf[variantIndex] = route.mainLine
    if let slots = product.slots, route.bookPlace >= 0 {
      tables.variants[Int(variantIndex)].booking = Int32(tables.bookings.count)
      tables.bookings.append(
        try bookingPlan(slots, of: product, facility: facility, route: route, path: path))
    }
  }

  private mutating func clockPlan(
    _ clock: PatientClock, variant: Int32, route: RouteCompiler, path: String
  ) throws(CompileFault) -> ClockPlan {
    let name = "\(path)/clocks/\(clock.name)"
    let draw: DrawPlan
    switch clock.risk {
    case .hazard(let rate): draw = try exponential(ratePerSecond: rate.perSecond, for: name)
    case .after(let law): draw = try self.draw(law, for: name)
    }
    let reason = reason(clock.name)
    reasonsOfVariant[Int(variant)].insert(reason)
    var from = route.mark(clock.from)
    if from == nil && clock.from == "collection" { from = Marks.referral }
    guard let from else {
      throw CompileFault(name, "The route has no step that marks '\(clock.from)'.")
    }
    return ClockPlan(
      name: clock.name, draw: draw, fromMark: from, toMark: route.mark(clock.to) ?? Marks.never,
      reason: reason)
  }

  mutating func source(
    _ demand: Demand, of product: Product, index: Int32, variants: [Int32], path: String,
    demandPath: String? = nil
  ) throws(CompileFault) -> SourcePlan {
    let demandPath = demandPath ?? "\(path)/patients"
    let facility = tables.variants[Int(variants[0])].facility
    let from: SourceStart
    switch demand.from {
    case .start: from = .at(.zero)
    case .moment(let moment): from = .at(try time(moment, at: "\(demandPath)/from"))
    case .opened: from = facility >= 0 ? .opened(facility: facility) : .at(.zero)
    case .licensed: from = facility >= 0 ? .licensed(facility: facility) : .at(.zero)
    }
    var withdrawals: [(patient: Int, at: SimulationTime, reason: Int32)] = []
    for withdrawal in demand.withdrawals {
      withdrawals.append(
        (
          withdrawal.patient - 1, try time(withdrawal.at, at: "\(path)/patients/withdrawals"),
          reason(withdrawal.reason)
        ))
    }
    return SourcePlan(
      product: index, name: product.name, variants: variants,
      origin: Lineage.origin("product/\(product.name)"),
      arrivals: try arrivals(demand.arrivals, path: "\(path)/arrive"), from: from,
      until: try demand.until.map { moment throws(CompileFault) in
        try time(moment, at: "\(demandPath)/until")
      } ?? .never,
      atMost: demand.atMost ?? .max,
      groupSize: try demand.groupSize.map { law throws(CompileFault) in
        try draw(law, for: "\(path)/group size")
      },
      startsAfter: try product.trial?.startsAfter.map { law throws(CompileFault) in
        try draw(law, for: "\(path)/trial/starts after")
      },
      order: demand.order,
      severity: try demand.severity.map { law throws(CompileFault) in try draw(law, for: "\(path)/severity")
      },
      due: try demand.due.map { law throws(CompileFault) in try draw(law, for: "\(path)/due") },
      withdrawals: withdrawals)
  }
}

/// The marks that every route knows, as small numbers; further ones follow.
enum Marks {
  static let referral: Int32 = 0
  static let collection: Int32 = 1
  static let infusion: Int32 = 2
  static let firstOther: Int32 = 3
  static let never: Int32 = -1
}
