import Quantities

/// Why a start does not fit a date.
enum BookingRefusal: Hashable, Sendable {
  /// Nobody works at a dated touch on its date, or a touch cannot begin within its limit.
  case unstaffed(touch: Int32)
  /// A touch would begin too late after another: a hold, a shelf life.
  case late(touch: Int32, after: Int32, limit: SimulationSpan)
  /// There is not enough for a touch.
  case short(touch: Int32)
  /// There is not enough for what goes on beside the route.
  case beside
  /// A pool has not enough time left on one of the dates.
  case promised(pool: Int32)
  /// A product that never shares a room or its air with another would meet it on one of the dates.
  case apart(local: Int32, product: Int32, zone: Int32)
  /// A touch that is promised would have to wait for a clearing that this start makes necessary.
  case uncleared(pool: Int32)
  /// The route ends after the horizon.
  case beyondHorizon
}

/// Products whose starts nothing but the rules forbids.
extension PipelineRun {
  /// Notes why the start that is being laid out does not fit.
  mutating func refuse(_ reason: BookingRefusal) -> BookingProposal? {
    ledger.refusal = reason
    return nil
  }

  /// What forbids every start of a variant from an instant on, with nothing promised; nil when one fits, or none is offered
  /// that ends before the horizon.
  mutating func unbookableStart(of variant: Int, from time: SimulationTime) -> UnbookableStart? {
    let plan = tables.variants[variant]
    if plan.booking < 0 { return nil }
    let booking = tables.bookings[Int(plan.booking)]
    let promised = ledger
    ledger = BookingLedger(tables: tables)
    ledger.isByPlan = true
    defer { ledger = promised }
    var reasons: [BookingRefusal: Int] = [:]
    var dates = 0
    for day in tables.day(of: time)..<max(tables.day(of: time), tables.dayStarts.count - 1)
    where offers(booking, day) > 0 {
      let start = slotStart(booking, on: day)
      if start == .never || start < booking.from { continue }
      if proposal(booking, on: day) != nil { return nil }
      guard let reason = ledger.refusal, reason != .beyondHorizon else { continue }
      reasons[reason, default: 0] += 1
      dates += 1
    }
    let most = reasons.max {
      ($0.value, words(for: $1.key, variant)) < ($1.value, words(for: $0.key, variant))
    }
    guard let most else { return nil }
    let facility = Int(plan.facility)
    return UnbookableStart(
      product: tables.products[Int(plan.product)],
      facility: facility < 0 ? nil : tables.facilities[facility].name, dates: dates,
      reason: "on \(most.value) of \(dates) dates \(words(for: most.key, variant))")
  }

  func words(for reason: BookingRefusal, _ variant: Int) -> String {
    func name(_ touch: Int32) -> String {
      let plan = tables.bookings[Int(tables.variants[variant].booking)].touches[Int(touch)]
      let step = tables.steps.indices.first {
        tables.steps[$0].variant == Int32(variant) && tables.steps[$0].localIndex == plan.local
      }
      return step.map { "'\(tables.stepNames[$0])'" } ?? "a step"
    }
    switch reason {
    case .unstaffed(let touch): return "nobody can be at \(name(touch)) in time"
    case .late(let touch, let after, let limit):
      let span = QuantityPrinting.elapsed(seconds: seconds(.zero + limit))
      return "\(name(touch)) would begin later than \(span) after \(after < 0 ? "the start" : name(after))"
    case .short(let touch): return "there is not enough of what \(name(touch)) claims"
    case .beside: return "what goes on beside the route cannot be staffed"
    case .apart(let local, let product, let zone):
      let step = tables.instructions[Int(tables.variants[variant].places[Int(local)])]
      var name = "a step"
      if case .step(let index) = step { name = "'\(tables.stepNames[Int(index)])'" }
      return
        "\(name) would meet \(tables.products[Int(product)]) in \(tables.zones[Int(zone)].name)"
    case .uncleared(let pool):
      return "a booked touch would wait for the clearing of \(tables.pools[Int(pool)].name)"
    case .promised(let pool): return "\(tables.pools[Int(pool)].name) has not enough time"
    case .beyondHorizon: return "the route ends after the horizon"
    }
  }
}
