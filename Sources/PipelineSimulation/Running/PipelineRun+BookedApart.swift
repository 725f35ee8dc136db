/// Products that are never together are not booked together (`incompatible:`).
extension PipelineRun {
  /// Why a start may not lie where it does: on one of the dates of its touches a room that it needs, or another on the same
  /// air, is promised to a product that its own never meets. A room is not shared by the hour: nobody can promise at what hour
  /// the one has gone. Nil where it meets nobody.
  var productKeptApart: BookingRefusal? {
    if tables.zones.isEmpty { return nil }
    for own in ledger.wantedUses {
      for zone in tables.pools[Int(own.pool)].zones {
        let partners = tables.zones[Int(zone)].partners[Int(own.product)]
        if partners.isEmpty { continue }
        for pool in tables.pools.indices where tables.pools[pool].zones.contains(zone) {
          let met = ledger.uses(of: pool).first {
            $0.first <= own.last && $0.last >= own.first && partners.contains($0.product)
          }
          if let met { return .apart(local: own.local, product: met.product, zone: zone) }
        }
      }
    }
    return nil
  }
}
