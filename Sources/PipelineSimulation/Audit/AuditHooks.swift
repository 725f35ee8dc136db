import EventKernel
import Quantities

/// Where a run lets itself be audited. In builds without `RUN_CHECKS` these calls are empty and vanish.
extension PipelineRun {
  /// The first events are scheduled.
  @inline(__always)
  func auditStart(_ agenda: borrowing Agenda<PipelineEvent>) {
    #if RUN_CHECKS
      lookAtWhatChanged(after: nil, agenda)
      answer(agenda.now)
    #endif
  }

  /// An event has been handled, with all that started because of it.
  @inline(__always)
  func auditEvent(_ event: PipelineEvent, _ agenda: borrowing Agenda<PipelineEvent>) {
    #if RUN_CHECKS
      lookAtWhatChanged(after: event, agenda)
      lookAtEverythingWhenDue(isSettled: agenda.isInstantOver && !agenda.isStopped)
      answer(agenda.now)
    #endif
  }

  /// Something is told of a token.
  @inline(__always)
  func auditTold(_ event: () -> String, _ token: Int) {
    #if RUN_CHECKS
      countTold(event(), token)
    #endif
  }

  /// Something is told of units of a stock.
  @inline(__always)
  func auditTold(_ event: String, _ units: Int32, of pool: Int, _ now: SimulationTime) {
    #if RUN_CHECKS
      countTold(event, units, of: pool, now)
    #endif
  }

  /// Integrals over the whole run are about to be read, and begin anew.
  @inline(__always)
  func auditRunIntegrals(at now: SimulationTime) {
    #if RUN_CHECKS
      compareRunIntegrals(at: now)
      answer(now)
    #endif
  }

  /// Integrals over a year are about to be read, and begin anew.
  @inline(__always)
  func auditYearIntegrals(at now: SimulationTime) {
    #if RUN_CHECKS
      compareYearIntegrals(at: now)
      answer(now)
    #endif
  }

  /// The run is over and its record is written.
  @inline(__always)
  func auditEnd(at now: SimulationTime, isSettled: Bool) {
    #if RUN_CHECKS
      lookAtEverything(isSettled: isSettled)
      compareFlows()
      compareMonths(at: now)
      compareCareers()
      answer(now)
    #endif
  }
}

#if RUN_CHECKS
  extension PipelineRun {
    /// Ends the process when an identity is broken, with a sentence that says which.
    private func answer(_ now: SimulationTime) {
      let found = audit.book.take()
      guard let first = found.first else { return }
      audit.findings += found
      if !audit.isTrapping { return }
      let instant = QuantityPrinting.instant(clock.civil(at: now))
      fatalError(
        "the identity \(first), at \(instant), replication \(streams.replication), seed \(streams.seed)")
    }
  }
#endif
