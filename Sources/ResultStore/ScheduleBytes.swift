import PipelineSimulation

/// The schedule of one replication as few bytes: equal schedules give equal bytes on every machine.
///
/// A version byte; then for each row six whole numbers of seven bits a byte, each one more than it says, so that 0 stands
/// for none: entity, variant, day, step, planned and actual instant in ticks.
enum ScheduleBytes {
  static let version: UInt8 = 1

  static func encode(_ entries: [ScheduleEntry]) -> [UInt8] {
    var bytes: [UInt8] = [version]
    for entry in entries {
      for number in [entry.entity, entry.variant, entry.day, entry.step] {
        append(Int64(number) + 1, to: &bytes)
      }
      append((entry.planned ?? -1) + 1, to: &bytes)
      append((entry.actual ?? -1) + 1, to: &bytes)
    }
    return bytes
  }

  /// Reads back what `encode` wrote, or nil when the bytes are not of that shape.
  static func decode(_ bytes: [UInt8]) -> [ScheduleEntry]? {
    guard bytes.first == version else { return nil }
    var place = 1
    func number() -> Int64? {
      var result: Int64 = 0
      for shift in stride(from: Int64(0), to: 63, by: 7) {
        guard place < bytes.count else { return nil }
        let next = bytes[place]
        place += 1
        result |= Int64(next & 0x7F) << shift
        if next & 0x80 == 0 { return result - 1 }
      }
      return nil
    }
    var entries: [ScheduleEntry] = []
    while place < bytes.count {
      guard let entity = number().flatMap(Int32.init(exactly:)),
        let variant = number().flatMap(Int32.init(exactly:)), variant >= 0,
        let day = number().flatMap(Int32.init(exactly:)), let step = number().flatMap(Int32.init(exactly:)),
        step >= 0, let planned = number(), let actual = number()
      else { return nil }
      entries.append(
        ScheduleEntry(
          entity: entity, variant: variant, day: day, step: step, planned: planned < 0 ? nil : planned,
          actual: actual < 0 ? nil : actual))
    }
    return entries
  }

  private static func append(_ number: Int64, to bytes: inout [UInt8]) {
    var rest = UInt64(max(0, number))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}
