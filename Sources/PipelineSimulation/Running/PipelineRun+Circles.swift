/// Circles of waiting in words.
extension PipelineRun {
  /// One who waits, in words, and the one that he waits for.
  private struct Link {
    var sentence: String
    var next: Int32
  }

  /// Who waits for what that whom holds, from the first who comes up again; empty where the way ends with somebody whom
  /// nobody holds up.
  func circle(from first: Int32, among stuck: StuckTokens) -> [String] {
    var leadsNowhere: Set<Int32> = []
    return circle(from: first, among: stuck, &leadsNowhere)
  }

  /// The first circle on the way of any of them.
  func firstCircle(among stuck: StuckTokens) -> [String] {
    var leadsNowhere: Set<Int32> = []
    for token in stuck.rows {
      let circle = circle(from: token, among: stuck, &leadsNowhere)
      if !circle.isEmpty { return circle }
    }
    return []
  }

  private func circle(
    from first: Int32, among stuck: StuckTokens, _ leadsNowhere: inout Set<Int32>
  ) -> [String] {
    var sentences: [String] = []
    var places: [Int32: Int] = [:]
    var token = first
    while places[token] == nil {
      guard !leadsNowhere.contains(token), let link = link(from: token, among: stuck) else {
        leadsNowhere.formUnion(places.keys)
        leadsNowhere.insert(token)
        return []
      }
      places[token] = sentences.count
      sentences.append(link.sentence)
      token = link.next
    }
    // Who merely waits for somebody in the circle does not belong to it.
    return Array(sentences[(places[token] ?? 0)...])
  }

  private func link(from token: Int32, among stuck: StuckTokens) -> Link? {
    let row = Int(token)
    switch tokens[row].state {
    case .inLine: return lineLink(from: row, among: stuck)
    case .gathered:
      let group = tokens[row].unit
      return Link(
        sentence: "\(name(of: row))\(holds(row)) goes along with \(name(of: Int(group)))", next: group)
    default:
      guard let part = stuckPart(of: row, stuck) else { return nil }
      return Link(
        sentence: "\(name(of: row))\(holds(row)) waits for its part \(name(of: Int(part)))", next: part)
    }
  }

  private func lineLink(from token: Int, among stuck: StuckTokens) -> Link? {
    let waits = "\(name(of: token))\(holds(token)) waits at '\(tables.stepNames[Int(tokens[token].step)])'"
    let place = "\(waits) for"
    if let (holder, zone) = keeper(outOf: token, among: stuck.rows) {
      let zone = tables.zones[zone].name
      return Link(
        sentence: "\(waits) to be alone in \(zone), where \(name(of: Int(holder))) has a room", next: holder)
    }
    for index in tables.steps[Int(tokens[token].step)].claims.indices
    where isMissing(index, token) {
      let claim = tables.claims[index]
      let pool = Int(claim.pool)
      if claim.isConsumed {
        guard pools[pool].capacity < claim.count, let lot = stuckLot(for: pool, stuck) else { continue }
        return Link(
          sentence: "\(place) \(tables.pools[pool].name), which \(name(of: Int(lot))) is to bring", next: lot)
      }
      if pools[pool].free >= claim.count { continue }
      for pool in [pool] + standIns(for: claim, of: token) {
        guard
          let holder = stuck.rows.first(where: { $0 != Int32(token) && has($0, pool) })
            ?? stuck.rows.first(where: { has($0, pool) })
        else { continue }
        let what = tables.pools[pool].name
        return Link(sentence: "\(place) \(what), held by \(name(of: Int(holder)))", next: holder)
      }
    }
    return nil
  }

  /// The pools of those who may stand in for a claim.
  private func standIns(for claim: ClaimPlan, of token: Int) -> [Int] {
    tables.steps[Int(tokens[token].step)].claims.indices.compactMap { other in
      claim.alternatives & tables.claims[other].bit != 0 ? Int(tables.claims[other].pool) : nil
    }
  }

  /// What a token holds while it waits: ` holds suite and`.
  private func holds(_ token: Int) -> String {
    var names: [String] = []
    forEachHeld(by: token) { pool, _ in
      let name = tables.pools[pool].name
      if !names.contains(name) { names.append(name) }
    }
    return names.isEmpty ? "" : " holds \(names.joined(separator: ", ")) and"
  }

  private func has(_ token: Int32, _ pool: Int) -> Bool {
    var found = false
    forEachHeld(by: Int(token)) { held, _ in if held == pool { found = true } }
    return found
  }
}
