import PipelineModel
import Quantities

/// What everybody passes of a route, parallel branches included, as far as a booking lays it out.
///
/// Collected while the route is compiled. Indices are places in `steps`.
struct MainLine {
  /// A step with its plan, that of its hands on work (-1 for none), and what it comes after.
  struct Entry {
    var step: Step
    var plan: Int32
    var handsOn: Int32 = -1
    var after: [Int]
    /// Transport between what it comes after and itself, at its median.
    var travel = SimulationSpan.zero
  }

  /// A limit on the time from the end of some steps to the start of another.
  struct Limit {
    var after: [Int]
    /// The step that has to start in time, by local index; -1 for the one in place `next`.
    var until: Int32
    var next: Int
    var limit: SimulationSpan
  }

  /// A step that is counted back from another.
  struct Countdown {
    var plan: Int32
    var before: SimulationSpan
    /// The step from which it is counted, by local index.
    var event: Int32
  }

  var steps: [Entry] = []
  /// The steps after which the next one begins: several behind parallel branches.
  var ends: [Int] = []
  var travel = SimulationSpan.zero
  var holds: [Limit] = []
  var countdowns: [Countdown] = []
  /// How many steps come before the booking.
  var bookedFrom = 0

  mutating func append(_ step: Step, plan: Int32, handsOn: Int32) {
    steps.append(Entry(step: step, plan: plan, handsOn: handsOn, after: ends, travel: travel))
    ends = [steps.count - 1]
    travel = .zero
  }

  /// From here on the next step, or the one that is named, has to start within a limit.
  mutating func hold(until: Int32, _ limit: SimulationSpan) {
    holds.append(Limit(after: ends, until: until, next: steps.count, limit: limit))
  }
}
