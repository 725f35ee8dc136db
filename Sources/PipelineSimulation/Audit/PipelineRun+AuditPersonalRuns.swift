#if RUN_CHECKS
  import Quantities

  /// Persons who go through routes: each has one run, and each run its person.
  extension PipelineRun {
    /// Only where nothing of the instant is left: the end of a run is told to its person by an event of its own.
    func walkPersonalRuns() {
      var trainees = Array(repeating: Set<Int32>(), count: training.count)
      var newcomers = Array(repeating: Set<Int32>(), count: pools.count)
      for run in 0..<patients.capacity where patients[run].isInUse && patients[run].token >= 0 {
        let person = Int32(truncatingIfNeeded: patients[run].number + 1)
        switch tables.sources[Int(patients[run].source)].sends {
        case .nobody: break
        case .trainees(let programme): trainees[Int(programme)].insert(person)
        case .newcomers(let pool): newcomers[Int(pool)].insert(person)
        }
      }
      for programme in training.indices where tables.training[programme].source >= 0 {
        let present = audit.students[programme].present.keys.map(Int32.init)
        audit.book.equal(
          Set(present) == trainees[programme] ? trainees[programme].count : -1, present.count,
          "trainees = runs that are under way for them", of: tables.training[programme].name)
      }
      for pool in pools.indices where tables.pools[pool].sendsNewcomers {
        let learning = Set(pools[pool].learning)
        audit.book.equal(
          newcomers[pool].subtracting(learning).count, 0, "runs under way for who does not learn = 0",
          of: tables.pools[pool].name)
        // Where every newcomer is sent, nobody learns without a run.
        if tables.pools[pool].sendsAllNewcomers {
          audit.book.equal(
            learning.count, newcomers[pool].count, "persons who learn = runs that are under way for them",
            of: tables.pools[pool].name)
        }
      }
    }
  }
#endif
