import PipelineSimulation
import Quantities

/// What a trace tells of one replication, as the exact cases ask for it.
public struct TraceTable: Sendable, Decodable {
  /// One line of a trace.
  public struct Entry: Sendable, Decodable, Hashable {
    /// Hours since the start.
    public var hours: Double
    /// The instant, such as `2025-03-03 08:00:00`.
    public var at: String
    /// The entity by its lineage, such as `customer 1`.
    public var entity: String
    /// What happened, such as `starts`.
    public var event: String
    /// The step, resource or stock concerned.
    public var place: String
    /// More, where there is more to say.
    public var detail: String
  }

  /// All lines, in order.
  public var entries: [Entry]

  /// The lines of a traced replication.
  public init(_ entries: [TraceEntry], clock: CivilClock) {
    self.entries = entries.map { entry in
      Entry(
        hours: Double(entry.at.ticks) / Double(clock.tick.ticksPerSecond) / 3_600,
        at: QuantityPrinting.instant(clock.civil(at: entry.at)), entity: entry.entity, event: entry.event,
        place: entry.place, detail: entry.detail)
    }
  }

  /// The hours of one kind of event, by entity.
  public func hours(_ event: String, place: String? = nil) -> [String: [Double]] {
    entries.filter { $0.event == event && (place == nil || $0.place == place) }
      .reduce(into: [:]) { $0[$1.entity, default: []].append($1.hours) }
  }

  /// The last hour of one kind of event of each entity of a product, in the order of their numbers.
  public func last(_ event: String, place: String? = nil, of product: String = "customer") -> [Double] {
    let hours = hours(event, place: place)
    return (1...9).compactMap { hours["\(product) \($0)"]?.last }
  }

  /// How long an entity was worked on, over all its interruptions.
  public func worked(_ entity: String) -> Double {
    var (sum, since) = (0.0, 0.0)
    for entry in entries where entry.entity == entity {
      switch entry.event {
      case "starts", "goes on": since = entry.hours
      case "pauses", "is stopped", "ends": sum += entry.hours - since
      default: break
      }
    }
    return sum
  }

  /// The days of the month on which each touch of a customer starts, in the order of the touches.
  public func days(of customer: String) -> [Double] {
    entries.filter { $0.event == "starts" && $0.entity == customer && $0.at.contains(" 08:00") }
      .compactMap { Double($0.at.prefix(10).suffix(2)) }
  }
}
