#if RUN_CHECKS
  import EventKernel
  import Quantities

  /// When an audit looks, and at what.
  extension PipelineRun {
    /// Looks at all rows that were touched since the last event.
    func lookAtWhatChanged(after event: PipelineEvent?, _ agenda: borrowing Agenda<PipelineEvent>) {
      let now = agenda.now.ticks
      let changedHoldings = !holdings.touched.take().isEmpty
      let rows = tokens.touched.take()
      for row in rows { lookAtToken(row, agenda) }
      // What is kept stands in a chain: a link behind the first can go without the token being touched.
      if changedHoldings {
        for row in audit.keepers.sorted() { lookAtToken(row, agenda) }
      }
      for row in patients.touched.take() { lookAtPatient(row, now) }
      for row in batches.touched.take() { lookAtBatch(row) }
      lookAtPeople(after: event, now)
      for row in pools.touched.take() { lookAtPool(row, after: event, now) }
      for row in lines.touched.take() { lookAtLine(row, isOver: agenda.isInstantOver && !agenda.isStopped) }
      for row in stocks.touched.take() { lookAtStock(row, after: event) }
      for row in training.touched.take() { lookAtTraining(row, after: event, now) }
      // Given up in the event in which it was sent.
      audit.shipments.stopped += Int64(audit.shipments.departed.count { !audit.tokens[$0].isSent })
      audit.shipments.departed.removeAll(keepingCapacity: true)
      audit.shipments.arrived.removeAll(keepingCapacity: true)
      audit.eventsSeen += 1
    }

    /// Looks at everything: at each event while the run is small, then once for every eighth of its size, so that
    /// the looks cost about the same for each event whatever the size.
    func lookAtEverythingWhenDue(isSettled: Bool) {
      audit.eventsToWalk -= 1
      if audit.eventsToWalk > 0 { return }
      audit.eventsToWalk = (tokens.capacity + patients.capacity + lines.count + pools.count) / 8
      lookAtEverything(isSettled: isSettled)
    }
  }
#endif
