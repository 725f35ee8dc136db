import PipelineSimulation

/// Runs replications side by side and delivers their records in the order of their numbers.
///
/// This is the only place of the project where anything runs concurrently. What is delivered, and in which order, does
/// not depend on the number of jobs: a replication depends only on its number, and a record waits until all before it
/// are delivered. A replication starts only while fewer than `lookAhead` others are undelivered, so at most that many
/// records are in memory.
public struct ReplicationRunner: Sendable {
  /// How many replications run at the same time.
  public let jobs: Int
  /// How many replications may be started before the first of them is delivered.
  public let lookAhead: Int
  private let replicate: @Sendable (Int) -> ReplicationRecord

  /// A runner of anything that makes a record from a replication's number.
  public init(jobs: Int, replicate: @escaping @Sendable (Int) -> ReplicationRecord) {
    self.jobs = max(jobs, 1)
    lookAhead = 4 * self.jobs
    self.replicate = replicate
  }

  /// Runs the replications and hands each record to `deliver`, in the given order.
  ///
  /// When the surrounding task is cancelled, no further replication starts; those that run are finished and
  /// delivered. When `deliver` throws, nothing more is delivered and the error is passed on.
  ///
  /// - Returns: how many records were delivered.
  public func run(
    _ replications: some Collection<Int>, deliver: (ReplicationRecord) throws -> Void
  ) async throws -> Int {
    let numbers = Array(replications)
    return try await withThrowingTaskGroup(of: (Int, ReplicationRecord).self) { group in
      var (started, delivered, running) = (0, 0, 0)
      var waiting: [Int: ReplicationRecord] = [:]
      func startMore() {
        while running < jobs, started < numbers.count, started < delivered + lookAhead, !Task.isCancelled {
          let (place, number, replicate) = (started, numbers[started], replicate)
          group.addTask { (place, replicate(number)) }
          started += 1
          running += 1
        }
      }
      startMore()
      while let (place, record) = try await group.next() {
        running -= 1
        waiting[place] = record
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
