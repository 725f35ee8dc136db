/// One patient or lot of a shipped product in an empty facility: case S11.
///
/// Its timeline stands beside the scenario, as an independent script in another language computed it.
public struct TimelineCase: Sendable, CustomStringConvertible {
  /// The product that passes.
  public var product: String
  /// The scenario's file without folder and ending; the timeline has the ending `.timeline.tsv`.
  public var file: String

  /// The file.
  public var description: String { "S11 \(file)" }

  /// A passage; the file's name goes on with the season, where there are several.
  init(_ product: String, _ season: String? = nil) {
    self.product = product
    file = "s11-" + product + (season.map { "-" + $0 } ?? "")
  }

  /// All of them.
  public static let all = [
    TimelineCase("car-t-cryo"), TimelineCase("car-t-cryo", "christmas"), TimelineCase("car-t-fresh"),
    TimelineCase("car-t-commercial-leiden"), TimelineCase("car-t-commercial-lund"), TimelineCase("rag1-scid"),
    TimelineCase("rag1-scid", "summer"), TimelineCase("msc"), TimelineCase("msc-lot"),
    TimelineCase("car-vector"),
  ]

  /// A trace of `--fixed median` in the script's form: to the minute, in the order of the text.
  public func lines(of trace: TraceTable) -> [String] {
    trace.entries.compactMap { entry -> String? in
      guard entry.entity.hasPrefix("\(product) ") else { return nil }
      let minute = String(entry.at.prefix(16))
      switch entry.event {
      case "starts", "pauses", "goes on", "ends": return "\(minute)\t\(entry.place)\t\(entry.event)"
      case "is booked": return "\(minute)\tslot on \(entry.detail.prefix(10))\tis booked"
      default: return nil
      }
    }.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }
}
