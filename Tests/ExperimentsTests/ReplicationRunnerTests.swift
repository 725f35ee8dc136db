import Experiments
import PipelineSimulation
import Testing

@Suite struct ReplicationRunnerTests {
  private func runner(jobs: Int) -> ReplicationRunner {
    ReplicationRunner(jobs: jobs) { number in
      // Later replications are quicker, so that they overtake earlier ones.
      var value = 0.0
      for step in 0..<(1_000 * (50 - number % 50)) { value += Double(step % 3) }
      return HandMade.record(number, treated: [Double(number), value, 0])
    }
  }

  @Test("Records arrive in the order of their numbers, whatever the number of jobs", arguments: [1, 2, 7])
  func inOrder(jobs: Int) async throws {
    var numbers: [Int] = []
    let delivered = try await runner(jobs: jobs).run(10..<60) { numbers.append($0.replication) }
    #expect(delivered == 50)
    #expect(numbers == Array(10..<60))
  }

  @Test("Only the missing numbers run, in the given order")
  func missingNumbers() async throws {
    var numbers: [Int] = []
    _ = try await runner(jobs: 3).run([4, 9, 11]) { numbers.append($0.replication) }
    #expect(numbers == [4, 9, 11])
  }

  @Test("A sink that fails stops the run with its error")
  func failingSink() async {
    struct Full: Error, Equatable {}
    var delivered = 0
    await #expect(throws: Full.self) {
      _ = try await runner(jobs: 2).run(0..<1_000) { _ in
        delivered += 1
        if delivered == 3 { throw Full() }
      }
    }
    #expect(delivered == 3)
  }

  @Test("A cancelled run delivers what it started, without a gap, and starts no more")
  func cancellation() async throws {
    let run = Task { [runner = runner(jobs: 2)] in
      var numbers: [Int] = []
      let delivered = try await runner.run(0..<100_000) { record in
        numbers.append(record.replication)
        if record.replication == 5 { withUnsafeCurrentTask { $0?.cancel() } }
      }
      return (delivered, numbers)
    }
    let (delivered, numbers) = try await run.value
    #expect(delivered >= 6 && delivered <= 6 + runner(jobs: 2).lookAhead)
    #expect(numbers == Array(0..<delivered))
  }
}
