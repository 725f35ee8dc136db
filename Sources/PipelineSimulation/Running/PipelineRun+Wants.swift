import EventKernel
import Quantities

/// What patients wait for, where a scenario asks for it: the role that is missing, and what training takes from them.
extension PipelineRun {
  /// A start on a date does not fit for somebody who waits.
  mutating func noteRefusal(of variant: Int, on day: Int) {
    guard wants.isAsking, let pool = poolRefused(variant, day) else { return }
    wants.refuse(Int(tables.variants[variant].product), on: day, for: Int32(role(of: pool)))
  }

  /// The pool of which there is not enough for the start that was laid out last; nil where something else forbids it.
  private func poolRefused(_ variant: Int, _ day: Int) -> Int32? {
    switch ledger.refusal {
    case .promised(let pool), .uncleared(let pool): return pool
    case .short(let number):
      let touch = tables.bookings[Int(tables.variants[variant].booking)].touches[Int(number)]
      let claims =
        Array(tables.claims[touch.claims.indices])
        + (touch.handsOn.map { Array(tables.claims[$0.claims.indices]) } ?? [])
      let own = claims.filter { !$0.isConsumed }
      let missing = own.first { Double($0.count) > units(of: Int($0.pool), on: day).rounded(.up) }
      return (missing ?? own.first { tables.pools[Int($0.pool)].isOfPeople } ?? own.first)?.pool
    default: return nil
    }
  }

  /// A token is about to leave its line, or the list of those who wait for a booking.
  @inline(__always)
  mutating func noteLeaving(_ token: Int, _ now: SimulationTime) {
    if tables.countsWants { rememberWant(of: token, now) }
  }

  private mutating func rememberWant(of token: Int, _ now: SimulationTime) {
    (wants.leftToken, wants.leftAt, wants.leftFor) = (Int32(token), now, want(of: Int32(token)))
  }

  /// The pool that a token waits for first; -1 where it waits for none.
  private func want(of token: Int32) -> Int32 {
    switch tokens[token].state {
    case .waitingForBooking:
      return wants.pool(of: Int(tables.variants[Int(tokens[token].variant)].product)) ?? -1
    case .inLine:
      let line = Int(tokens[token].step)
      if lines[line].shortOf >= 0 { return Int32(role(of: lines[line].shortOf)) }
      // Where one line alone waits for a pool, who waits is short of it.
      let claim = claims(of: line).first.map { tables.claims[$0].pool }
      return claim.flatMap { tables.pools[Int($0)].onlyLine == Int32(line) ? $0 : nil } ?? -1
    default: return -1
    }
  }

  /// A patient is lost: to which role, if he waited for one.
  mutating func countWant(of patient: Int, _ now: SimulationTime) {
    let variant = Int(patients[patient].variant)
    guard tables.wantCounters[variant].contains(where: { $0.place >= 0 }) else { return }
    let token = patients[patient].token
    var pool = wants.leftAt == now && wants.leftToken == token ? wants.leftFor : want(of: token)
    var child = tokens[token].firstChild
    while pool < 0, child >= 0 {
      pool = want(of: child)
      child = tokens[child].nextSibling
    }
    guard pool >= 0, tables.pools[Int(pool)].isPeople else { return }
    // Who has no booking yet may wait for people of another house that makes the product.
    let product = tables.variants[variant].product
    let variants = [variant] + tables.variants.indices.filter { tables.variants[$0].product == product }
    for variant in variants {
      guard let counter = tables.wantCounters[variant].first(where: { $0.pool == pool }) else { continue }
      return count(counter.place)
    }
  }

  // MARK: What training takes

  /// The start that is laid out has not enough time left of some pool: whether it would have, but for what is reserved for
  /// runs of a purpose.
  mutating func noteLostStart(_ booking: BookingPlan, on day: Int) {
    guard wants.isAsking, let variant = variant(of: booking) else { return }
    let counters = tables.lostStarts[variant]
    for (purpose, place) in counters where place >= 0 {
      let key = (Int64(variant) * 4 + Int64(purpose.rawValue)) * Int64(tables.dayStarts.count) + Int64(day)
      if wants.lost.contains(key) || !wouldFit(without: purpose) { continue }
      wants.lost.insert(key)
      countSlot(place, on: day, by: 1)
    }
  }

  private func variant(of booking: BookingPlan) -> Int? {
    let step = booking.touches.first.map { tables.steps[Int($0.step)] }
    return step.map { Int($0.variant) }
  }

  private func wouldFit(without purpose: RunPurpose) -> Bool {
    let rows = ledger.bookings.indices.filter {
      ledger.bookings[$0].isInUse && tables.runPurposes[Int(ledger.bookings[$0].variant)] == purpose
    }
    return ledger.wishes.allSatisfy { item in
      let most = units(of: item.pool, on: item.day) * length(of: item.pool, on: item.day) + 0.5
      let demanded = ledger.demanded(pool: item.pool, day: item.day)
      if demanded <= most { return true }
      let own = rows.reduce(0.0) { sum, row in
        ledger.bookings[row].plan.reservations.reduce(sum) {
          $1.pool == item.pool && $1.day == item.day ? $0 + $1.amount : $0
        }
      }
      return demanded - own <= most
    }
  }
}
