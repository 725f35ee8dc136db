import Quantities

extension PipelineRun {
  /// A booking that was made before the start: it stands on its day, with all that it plans and reserves.
  mutating func enterBooking(_ plan: InitialPlan, _ patient: Int) {
    let variant = tables.variants[Int(plan.variant)]
    guard variant.booking >= 0 else { return }
    let booking = tables.bookings[Int(variant.booking)]
    guard
      let proposal = proposal(booking, on: plan.bookedDay)
        ?? proposal(booking, on: plan.bookedDay, isGiven: true)
    else { return }
    let row = ledger.add(
      BookingLedger.Booking(
        hasStarted: plan.main.isBehindStart(of: booking, tables), patient: Int32(patient),
        variant: plan.variant, day: plan.bookedDay, plan: proposal),
      today: tables.day(of: .zero))
    patients[patient].booking = Int32(row)
    for use in proposal.uses where plan.main.visited.contains(use.local) {
      ledger.begin(row, use.local, of: Int(use.pool))
    }
    notePlan(of: row)
    countSlot(variant.counters.slotsBooked, on: plan.bookedDay, by: 1)
  }

  /// The bookings to come, made before the start, that do not fit beside those before them: their places in the list, and why, in words.
  mutating func bookingsThatDoNotFit() -> [(place: Int, reason: String)] {
    var misfits: [(place: Int, reason: String)] = []
    ledger.isByPlan = true
    let today = tables.day(of: .zero)
    for (index, plan) in tables.initial.enumerated() where plan.bookedDay >= 0 {
      let variant = tables.variants[Int(plan.variant)]
      guard variant.booking >= 0 else { continue }
      let booking = tables.bookings[Int(variant.booking)]
      var proposal = proposal(booking, on: plan.bookedDay)
      if proposal == nil {
        let reason = ledger.refusal.map { words(for: $0, Int(plan.variant)) } ?? ""
        if plan.bookedDay >= today { misfits.append((index, reason)) }
        proposal = self.proposal(booking, on: plan.bookedDay, isGiven: true)
      }
      if let proposal {
        _ = ledger.add(
          BookingLedger.Booking(patient: -1, variant: plan.variant, day: plan.bookedDay, plan: proposal),
          today: today)
      }
    }
    return misfits
  }
}

extension Program {
  /// Looks whether each booking to come can be kept, as far as calendars, shutdowns and planned numbers tell.
  func checkBookingsAtStart() throws(CompileFault) {
    guard tables.initial.contains(where: { $0.bookedDay >= 0 }) else { return }
    var options = ReplicationOptions()
    options.fixedAtMedian = true
    var run = PipelineRun(program: self, replication: 0, seed: 1, options: options, watcher: nil)
    let faults = run.bookingsThatDoNotFit().map { index, reason in
      let day = QuantityPrinting.date(clock.date(at: tables.dayStarts[tables.initial[index].bookedDay]))
      return CompileFault(
        "\(tables.initial[index].path)/booked",
        "A start on \(day) does not fit beside those before it in the list: \(reason)."
      )
    }
    if let first = faults.first {
      throw CompileFault(first.path, first.message, and: Array(faults.dropFirst()))
    }
  }
}

extension InitialPosition {
  /// Whether the first booked step is under way or over.
  func isBehindStart(of booking: BookingPlan, _ tables: ProgramTables) -> Bool {
    booking.touches.first.map { visited.contains($0.local) } ?? false
  }
}
