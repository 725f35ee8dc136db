/// Units of a room or a device that work without a booking holds, or waits for: reserved from date to date as if booked.
struct SpotUse: Sendable, BitwiseCopyable {
  var token: Int32
  /// Tells tokens apart that had the same row one after another.
  var generation: UInt32
  var pool: Int32
  var count: Int32
  var first: Int32
  var last: Int32
  /// It waits for its first date; else it has taken the units.
  var isWaiting: Bool
}

/// Somebody without a booking whom promises keep waiting: from when the line is looked at again, and until when those who
/// follow are.
struct HeldBack: Sendable, BitwiseCopyable {
  var token: Int32
  var generation: UInt32
  /// The date at whose beginning the line is looked at again.
  var wakes: Int32
  /// The date from which its units are reserved; -1 where nothing fits before the end of the calendar.
  var from: Int32
}
