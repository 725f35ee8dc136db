import Quantities
import Randomness

/// A process that has to be qualified, ready to run: a pool that is open while it is.
struct ProcessPlan: Sendable {
  /// Steps of the process claim one unit of this pool, of which there are always enough.
  var pool: Int32
  /// The source whose runs qualify it.
  var source: Int32 = -1
  /// How many have to pass at first, and again after a failure or a lapse.
  var initially: Int
  var again: Int
  /// In use at the start until then; nil when it is not.
  var qualifiedUntil: SimulationTime?
  var lapsesAfter: TimeLength?
  var stops: DrawPlan?
  /// Where stops and lapses are counted.
  var stopped: Int32 = -1
  var lapsed: Int32 = -1
}

extension PoolPlan {
  /// How many steps of one process can be under way at once: more than there can be entities.
  static var placesOfProcess: Int32 { 1_000_000 }
}
