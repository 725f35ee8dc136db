import Foundation

extension CivilZone {
  /// The zone of an IANA identifier such as `Europe/Stockholm`; nil for an unknown one.
  ///
  /// This is the only place that asks the system for zone rules. It looks at one instant a week from 1970 to 2100 and
  /// closes in on each change; two changes within a week that cancel would be missed, and no zone has had such since 1970.
  public init?(identifier: String) {
    if identifier == CivilZone.utc.identifier {
      self = .utc
      return
    }
    guard CivilZone.isKnown(identifier), let zone = TimeZone(identifier: identifier) else { return nil }
    func offset(_ seconds: Int64) -> Int64 {
      Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
    }
    let week: Int64 = 7 * 86_400
    let end = Int64(CivilDate(valid: 2101, 1, 1).dayNumber) * 86_400
    let first = offset(0)
    var changes: [(at: Int64, offset: Int64)] = []
    var current = first
    for start in stride(from: 0, to: end, by: Int64.Stride(week)) {
      let next = offset(start + week)
      guard next != current else { continue }
      var before = start
      var after = start + week
      while after - before > 1 {
        let middle = before + (after - before) / 2
        if offset(middle) == current { before = middle } else { after = middle }
      }
      changes.append((at: after, offset: next))
      current = next
    }
    self.init(identifier: identifier, firstOffset: first, changes: changes)
  }

  /// Whether the system lists the identifier; its own parser also takes abbreviations and odd cases.
  private static func isKnown(_ identifier: String) -> Bool {
    TimeZone.knownTimeZoneIdentifiers.contains(identifier)
  }
}
