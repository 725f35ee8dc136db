#if RUN_CHECKS
  import Quantities

  /// Processes: open exactly while qualified, and nobody is at work who came in while one was not.
  extension PipelineRun {
    func lookAtProcesses() {
      for process in processes.indices {
        let (state, plan) = (processes[process], tables.processes[process])
        let name = tables.pools[Int(plan.pool)].name
        audit.book.equal(
          state.isQualified ? 0 : 1, pools[Int(plan.pool)].closures,
          "closures of a process = 1 while it is not qualified, else 0", of: name)
        audit.book.atMost(0, state.needed, "0 ≤ media fills that are needed", of: name)
        audit.book.atMost(0, state.stops, "0 ≤ stops that have not ended", of: name)
        audit.book.atMost(
          state.needed, max(1, max(plan.initially, plan.again)),
          "media fills that are needed ≤ those of the plan",
          of: name)
      }
    }
  }
#endif
