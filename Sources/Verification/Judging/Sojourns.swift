/// Adds up, in whole ticks, how long entities wait and stay at each place, from what a trace says of them.
struct Sojourns: Sendable {
  /// A step of a product.
  struct Place: Hashable {
    var product: String
    var step: String
  }

  private struct Visit {
    var place: Place
    var came: Int64
    /// Since when it has waited: from the start, or from its interruption.
    var waitsSince: Int64?
  }

  private var visits: [String: Visit] = [:]
  /// The sum of the times spent in the line of a place, at first and after each interruption.
  private(set) var waiting: [Place: Int64] = [:]
  /// The sum of the times between coming to a place and leaving it.
  private(set) var present: [Place: Int64] = [:]
  /// How many came to any place, and how many left it.
  private(set) var entered = 0
  private(set) var left = 0

  /// How many are still at some place.
  var inProgress: Int { visits.count }

  /// An entity such as `customer 17` comes to a step.
  mutating func enter(_ entity: String, at step: String, _ now: Int64) {
    let product = String(entity.prefix { $0 != " " })
    visits[entity] = Visit(place: Place(product: product, step: step), came: now, waitsSince: now)
    entered += 1
  }

  /// An entity that waited at its step is served, for the first time or again.
  mutating func start(_ entity: String, _ now: Int64) {
    guard let visit = visits[entity], let since = visit.waitsSince else { return }
    visits[entity]?.waitsSince = nil
    waiting[visit.place, default: 0] += now - since
  }

  /// An entity that was served is interrupted, and waits again.
  mutating func interrupt(_ entity: String, _ now: Int64) {
    visits[entity]?.waitsSince = now
  }

  /// An entity leaves its step, served or not.
  mutating func leave(_ entity: String, _ now: Int64) {
    guard let visit = visits.removeValue(forKey: entity) else { return }
    close(visit, now)
    left += 1
  }

  /// Counts those that are still there up to the horizon.
  mutating func end(at horizon: Int64) {
    for visit in visits.values { close(visit, horizon) }
  }

  private mutating func close(_ visit: Visit, _ now: Int64) {
    present[visit.place, default: 0] += now - visit.came
    if let since = visit.waitsSince { waiting[visit.place, default: 0] += now - since }
  }
}
