import Quantities

/// Units of one pool that a booking promises to one of its touches.
struct PromisedUse: Sendable, BitwiseCopyable {
  var pool: Int32
  /// The step, by its number within the route.
  var local: Int32
  var product: Int32
  var count: Int32
  /// When the touch is planned to begin, with the clearing before it, and when to end.
  var start: SimulationTime
  var workEnd: SimulationTime
  /// When the units are given back: the end of the touch, or of a later one where they are kept until then.
  var end: SimulationTime
  /// The clearing before the touch, at its median.
  var clearing: SimulationSpan
  /// Whole dates are reserved, not hours.
  var isWhole: Bool
  /// The dates on which the units are in use.
  var first: Int32
  var last: Int32
  /// The number of the booking, and its row in the ledger; -1 while a start is being laid out.
  var booking: Int32 = -1
  var row: Int32 = -1
  /// The touch has begun; its units are taken, or have been.
  var hasBegun = false
}

/// The clearing before a promised touch grows by what a start puts between it and the touch before.
struct ClearingRaise: Sendable, BitwiseCopyable {
  var pool: Int32
  var local: Int32
  /// The number of the booking whose touch it is.
  var booking: Int32
  var by: SimulationSpan
}
