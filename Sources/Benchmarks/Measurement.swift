import Foundation

/// One work, measured: how much was done, how long it took, and whether the answer was right.
struct Measurement: Encodable {
  var work: String
  /// Customers, patients or holds, as the work says.
  var items: Int
  var events: Int
  var userSeconds: Double
  var mean: Double
  var theory: Double
  /// How far the mean may be from the theory, as a share of it.
  var tolerance: Double
  var peakMegabytes = Measurement.peakMegabytes()
  /// What a replication reported on average, where the work is a scenario.
  var perReplication: [String: Double] = [:]

  var isRight: Bool { abs(mean - theory) <= tolerance * theory }
  var itemsPerSecond: Double { Double(items) / userSeconds }
  var eventsPerSecond: Double { Double(events) / userSeconds }
  var nanosecondsPerItem: Double { userSeconds / Double(items) * 1e9 }

  /// Times a work that says what it did.
  static func of(
    _ work: String, theory: Double, tolerance: Double,
    _ body: () throws -> (items: Int, events: Int, mean: Double)
  ) rethrows -> Measurement {
    let before = userSeconds()
    let done = try body()
    return Measurement(
      work: work, items: done.items, events: done.events, userSeconds: userSeconds() - before,
      mean: done.mean,
      theory: theory, tolerance: tolerance)
  }

  var text: String {
    let verdict = isRight ? "right" : "WRONG"
    return String(
      format: "%@: %d items, %d events, %.3f s user CPU, %.2f M items/s, %.2f M events/s, %.1f ns/item, ",
      work as NSString as CVarArg, items, events, userSeconds, itemsPerSecond / 1e6, eventsPerSecond / 1e6,
      nanosecondsPerItem)
      + String(format: "mean %.5g, theory %.5g (\(verdict)), peak %.1f MB", mean, theory, peakMegabytes)
  }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// The user CPU time of this process so far.
  static func userSeconds() -> Double {
    let time = usage().ru_utime
    return Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }

  /// The largest resident size of this process so far.
  static func peakMegabytes() -> Double { Double(usage().ru_maxrss) / 1024 }

  private static func usage() -> rusage {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage
  }
}
