/// Runs numbered pieces of work side by side and delivers what they make in the order in which they were asked for.
///
/// Replications, and experiments that are repeated, run concurrently here and nowhere else in the project. What is
/// delivered, and in which order, does not depend on the number of jobs: a piece depends only on its number, and what it
/// made waits until all before it are delivered. A piece starts only while fewer than `lookAhead` others are undelivered,
/// so at most that many results are in memory.
public struct OrderedRunner<Made: Sendable>: Sendable {
  /// How many pieces run at the same time.
  public let jobs: Int
  /// How many pieces may be started before the first of them is delivered.
  public let lookAhead: Int
  private let make: @Sendable (Int) -> Made

  /// A runner of anything that is made from a number.
  public init(jobs: Int, make: @escaping @Sendable (Int) -> Made) {
    self.jobs = max(jobs, 1)
    lookAhead = 4 * self.jobs
    self.make = make
  }

  /// Runs the numbers and hands to `deliver` what they make, in the given order.
  ///
  /// When the surrounding task is cancelled, no further piece starts; those that run are finished and
  /// delivered. When `deliver` throws, nothing more is delivered and the error is passed on.
  ///
  /// - Returns: how many were delivered.
  public func run(
    _ numbers: some Collection<Int>, deliver: (Made) throws -> Void
  ) async throws -> Int {
    let numbers = Array(numbers)
    return try await withThrowingTaskGroup(of: (Int, Made).self) { group in
      var (started, delivered, running) = (0, 0, 0)
      var waiting: [Int: Made] = [:]
      func startMore() {
        while running < jobs, started < numbers.count, started < delivered + lookAhead, !Task.isCancelled {
          let (place, number, make) = (started, numbers[started], make)
          group.addTask { (place, make(number)) }
          started += 1
          running += 1
        }
      }
      startMore()
      while let (place, made) = try await group.next() {
        running -= 1
        waiting[place] = made
        startMore()
        while let next = waiting.removeValue(forKey: delivered) {
          try deliver(next)
          delivered += 1
        }
        startMore()
      }
      return delivered
    }
  }
}
