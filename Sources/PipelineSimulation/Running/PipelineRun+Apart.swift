import EventKernel
import Quantities

/// Products that are never together keep apart (`incompatible:`).
///
/// A claim on a room of a zone waits while a product that its own never meets has a unit there. So that a run of the one
/// cannot shut out the other for ever, a claim that waits keeps later claims of those it waits for out of the zone; who
/// already has a unit there is not kept out, or nobody could ever leave.
extension PipelineRun {
  /// Whether the first in a line has to wait for somebody to leave a room or its air; noted for the measures and the log.
  mutating func hasToKeepApart(_ token: Int, _ line: Int, _ now: SimulationTime) -> Bool {
    let zone = zoneKeptApartFrom(token, line)
    if zone >= 0 { awaitZones(of: token, line) }
    noteApart(line, zone, now)
    return zone >= 0
  }

  /// The first zone of a claim where somebody is in the way, or was waited for before; -1 for none.
  func zoneKeptApartFrom(_ token: Int, _ line: Int) -> Int {
    let product = product(of: token)
    if product < 0 { return -1 }
    for index in tables.steps[line].claims.indices {
      let claim = tables.claims[index]
      if tokens[token].taken & claim.bit != 0 { continue }
      for zone in tables.pools[Int(claim.pool)].zones {
        let zone = Int(zone)
        if meets(product, in: zone) { return zone }
        if isAwaited(zone, byOthersThan: product), !tables.steps[line].bypass, !isIn(zone, token) {
          return zone
        }
      }
    }
    return -1
  }

  /// Whether a product would meet one that it never meets.
  private func meets(_ product: Int, in zone: Int) -> Bool {
    tables.zones[zone].partners[product].contains { zones[zone].uses[Int($0)] > 0 }
  }

  private func isAwaited(_ zone: Int, byOthersThan product: Int) -> Bool {
    zones[zone].awaitedAt == dispatchNumber
      && tables.zones[zone].partners[product].contains { zones[zone].awaitedBy.contains($0) }
  }

  /// Later claims of what is in the way wait behind this one.
  private mutating func awaitZones(of token: Int, _ line: Int) {
    let product = product(of: token)
    for index in tables.steps[line].claims.indices {
      let claim = tables.claims[index]
      if tokens[token].taken & claim.bit != 0 { continue }
      for zone in tables.pools[Int(claim.pool)].zones where meets(product, in: Int(zone)) {
        if zones[Int(zone)].awaitedAt != dispatchNumber {
          zones[Int(zone)].awaitedAt = dispatchNumber
          zones[Int(zone)].awaitedBy.removeAll(keepingCapacity: true)
        }
        zones[Int(zone)].awaitedBy.append(Int32(product))
      }
    }
  }

  /// Whether a token, or one that it stems from, keeps a unit in a zone.
  private func isIn(_ zone: Int, _ token: Int) -> Bool {
    var holder = Int32(token)
    while holder >= 0 {
      var holding = tokens[holder].kept
      while holding >= 0 {
        if tables.pools[Int(holdings[holding].pool)].zones.contains(Int32(zone)) { return true }
        holding = holdings[holding].next
      }
      holder = tokens[holder].parent
    }
    return false
  }

  /// Units of a room pass to a token, or back.
  @inline(never)
  mutating func changeZones(ofPool pool: Int, by change: Int32, for token: Int) {
    let product = product(of: token)
    if product < 0 { return }
    for zone in tables.pools[pool].zones { zones[Int(zone)].uses[product] += change }
  }

  private func product(of token: Int) -> Int {
    let variant = tokens[token].variant
    return variant >= 0 ? Int(tables.variants[Int(variant)].product) : -1
  }

  private func othersIn(_ zone: Int, of token: Int) -> String {
    let partners = tables.zones[zone].partners[product(of: token)]
    let isAwaited = zones[zone].awaitedAt == dispatchNumber
    let there = partners.filter { product in
      zones[zone].uses[Int(product)] > 0 || isAwaited && zones[zone].awaitedBy.contains(product)
    }
    return there.map { tables.products[Int($0)] }.joined(separator: ", ")
  }

  /// The first in a line begins to be kept apart, or no longer is.
  private mutating func noteApart(_ line: Int, _ zone: Int, _ now: SimulationTime) {
    let change = (zone >= 0 ? 1 : 0) - apart[line].level
    if change == 0 { return }
    apart[line].change(by: change, at: now.ticks)
    if zone < 0 || !isWatched { return }
    let token = Int(lines[line].head)
    let detail = "from \(othersIn(zone, of: token)) in \(tables.zones[zone].name)"
    trace("is kept apart", token, now, detail: detail)
  }

  /// Somebody leaves a line without having been served: whether the next is kept apart shows when he is looked at.
  mutating func forgetApart(_ line: Int, _ now: SimulationTime) {
    if apart[line].level != 0 { apart[line].change(by: -apart[line].level, at: now.ticks) }
  }
}

/// What the search for circles of holders has to know of products that keep apart.
extension PipelineRun {
  /// A waiting holder who keeps another out of a zone of his claim, with the zone.
  func keeper(outOf token: Int, among waiting: [Int32]) -> (holder: Int32, zone: Int)? {
    let product = product(of: token)
    let step = Int(tokens[token].step)
    if product < 0 || !tables.steps[step].traits.contains(.keepsApart) { return nil }
    for index in tables.steps[step].claims.indices
    where tokens[token].taken & tables.claims[index].bit == 0 {
      for zone in tables.pools[Int(tables.claims[index].pool)].zones {
        let partners = tables.zones[Int(zone)].partners[product]
        let holder = waiting.first { other in
          other != Int32(token) && partners.contains(Int32(self.product(of: Int(other))))
            && hasUnits(Int(other), in: zone)
        }
        if let holder { return (holder, Int(zone)) }
      }
    }
    return nil
  }

  private func hasUnits(_ token: Int, in zone: Int32) -> Bool {
    var found = false
    forEachHeld(by: token) { pool, _ in if tables.pools[pool].zones.contains(zone) { found = true } }
    return found
  }
}
