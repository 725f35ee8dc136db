import EventKernel
import Quantities

extension PipelineRun {
  mutating func startBooking(_ agenda: inout Agenda<PipelineEvent>) {
    for (index, variant) in tables.variants.enumerated() where variant.booking >= 0 {
      scheduleGridAhead(index, &agenda)
      scheduleGridPassed(index, after: tables.day(of: .zero) - 1, &agenda)
    }
  }

  /// The next date of a grid that comes within the booking horizon.
  private mutating func scheduleGridAhead(_ variant: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let booking = tables.bookings[Int(tables.variants[variant].booking)]
    let first = tables.day(of: agenda.now + booking.bookAhead)
    for day in first..<max(first, tables.dayStarts.count - 1) where offers(booking, day) > 0 {
      let start = slotStart(booking, on: day)
      if start == .never { continue }
      let ahead = start.ticks - booking.bookAhead.ticks
      if ahead > agenda.now.ticks {
        let time = SimulationTime(ticks: ahead)
        if time < horizon { agenda.schedule(.gridAhead(variant: Int32(variant)), at: time, rank: .arrival) }
        return
      }
    }
  }

  mutating func gridComesWithinHorizon(_ variant: Int, _ agenda: inout Agenda<PipelineEvent>) {
    reconsiderBookings()
    scheduleGridAhead(variant, &agenda)
  }

  func offers(_ booking: BookingPlan, _ day: Int) -> Int32 {
    booking.weekly[Int(tables.weekdays[day])]
  }

  private mutating func scheduleGridPassed(
    _ variant: Int, after day: Int, _ agenda: inout Agenda<PipelineEvent>
  ) {
    let booking = tables.bookings[Int(tables.variants[variant].booking)]
    var next = day + 1
    while next < tables.dayStarts.count - 1, offers(booking, next) == 0 { next += 1 }
    guard next < tables.dayStarts.count - 1 else { return }
    // A grid of the last date is over with it, though the run ends at the following midnight.
    let time = min(tables.dayStarts[next + 1], SimulationTime(ticks: horizon.ticks - 1))
    if tables.dayStarts[next] < horizon {
      agenda.schedule(
        .gridPassed(variant: Int32(variant), day: Int32(next)), at: max(agenda.now, time), rank: .completion)
    }
  }

  /// A date of the grid is over: what was offered on it, and what was wasted.
  mutating func gridPasses(_ variant: Int, _ day: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let plan = tables.variants[variant]
    let booking = tables.bookings[Int(plan.booking)]
    if isOffered(booking, on: day, variant), isStaffable(booking, on: day) {
      countSlot(plan.counters.slotsOffered, on: day, by: Double(offers(booking, day)))
    }
    if let left = ledger.vacated[Int32(variant)]?.removeValue(forKey: day), left > 0 {
      countSlot(plan.counters.slotsWasted, on: day, by: Double(left))
    }
    scheduleGridPassed(variant, after: day, &agenda)
  }

  /// Whether the grid of a facility offers starts on a date at all.
  private func isOffered(_ booking: BookingPlan, on day: Int, _ variant: Int) -> Bool {
    let start = slotStart(booking, on: day)
    let facility = Int(tables.variants[variant].facility)
    return start != .never && start >= booking.from && (facility < 0 || start >= licensedAt[facility])
  }

  /// A token asks for a booking; it is considered when this instant's dispatch comes.
  mutating func askForBooking(_ token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    tokens[token].state = .waitingForBooking
    ledger.asked[tables.variants[Int(tokens[token].variant)].product, default: 0] += 1
    tokens[token].enteredStep = agenda.now
    ledger.waiting.append(Int32(token))
    if !ledger.full.contains(tables.variants[Int(tokens[token].variant)].product) { wantsBooking = true }
    trace("asks for a slot", token, agenda.now)
    if let patience = tables.variants[Int(tokens[token].variant)].bookingPatience {
      let attempt = tokens[token].patient >= 0 ? Int(patients[tokens[token].patient].attempts) : 0
      let limit = agenda.now + span(patience, lineage(of: token, ofBatch: false), attempt)
      tokens[token].patienceTicket = agenda.schedule(
        .losesPatience(token: Int32(token)), at: limit, rank: .change)
    }
  }

  mutating func leaveBookingList(_ token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    noteLeaving(token, agenda.now)
    touchRoles()
    ledger.waiting.removeAll { $0 == Int32(token) }
    agenda.withdraw(tokens[token].patienceTicket)
    tokens[token].patienceTicket = .none
  }

  /// Books everyone for whom something fits, in order. Who finds nothing stays on the list.
  mutating func considerBookings(_ agenda: inout Agenda<PipelineEvent>) {
    wantsBooking = false
    touchRoles()
    let order = ledger.waiting.filter { token in
      !ledger.full.contains(tables.variants[Int(tokens[token].variant)].product)
    }
    for token in order { renewBenefitKey(Int(token), agenda.now) }
    for token in order.sorted(by: { precedes($0, $1) }) {
      let product = tables.variants[Int(tokens[token].variant)].product
      if ledger.full.contains(product) || tokens[token].state != .waitingForBooking { continue }
      if tables.notesRefusals { wants.ask(for: Int(product)) }
      let found = earliest(for: product, before: .max, now: agenda.now)
      wants.isAsking = false
      if let (variant, proposal) = found {
        ledger.waiting.removeAll { $0 == token }
        book(Int(token), variant, proposal, &agenda)
      } else {
        ledger.full.insert(product)
      }
    }
  }

  /// Something may fit that did not before: a slot is free, or a date has come within the horizon.
  private mutating func reconsiderBookings() {
    ledger.full.removeAll(keepingCapacity: true)
    if !ledger.waiting.isEmpty { wantsBooking = true }
  }

  /// The earliest start that fits, over all facilities that make the product; those to which it goes over only where those
  /// before them have none in time.
  private mutating func earliest(
    for product: Int32, before limit: Int, now: SimulationTime
  ) -> (Int, BookingProposal)? {
    var best: (Int, BookingProposal)?
    var own: SimulationTime?
    for (index, variant) in tables.variants.enumerated()
    where variant.product == product && variant.booking >= 0 {
      let booking = tables.bookings[Int(variant.booking)]
      if let limit = booking.overflowAfter, let own, own <= now + limit { continue }
      let last = min(tables.dayStarts.count - 2, tables.day(of: now + booking.bookAhead))
      let bound = min(limit, best?.1.day ?? .max)
      for day in tables.day(of: now)...max(tables.day(of: now), last) where day < bound {
        let offered = offers(booking, day)
        if offered == 0 || ledger.taken[Int32(index)]?[day] ?? 0 >= offered { continue }
        let start = slotStart(booking, on: day)
        if start < now || start > now + booking.bookAhead || !isOffered(booking, on: day, index) { continue }
        if let proposal = proposal(booking, on: day) {
          best = (index, proposal)
          if booking.overflowAfter == nil { own = min(own ?? .never, proposal.start) }
          break
        } else if wants.isAsking {
          noteRefusal(of: index, on: day)
        }
      }
    }
    return best
  }

  private mutating func book(
    _ token: Int, _ variant: Int, _ proposal: BookingProposal, _ agenda: inout Agenda<PipelineEvent>
  ) {
    let patient = Int(tokens[token].patient)
    agenda.withdraw(tokens[token].patienceTicket)
    tokens[token].patienceTicket = .none
    moveVariant(of: token, to: variant)
    let row = ledger.add(
      BookingLedger.Booking(
        patient: Int32(patient), variant: Int32(variant), day: proposal.day, plan: proposal),
      today: tables.day(of: agenda.now))
    if patient >= 0 { patients[patient].booking = Int32(row) }
    notePlan(of: row)
    takeVacated(variant, proposal.day)
    ledger.booked[tables.variants[variant].product, default: 0] += 1
    countSlot(tables.variants[variant].counters.slotsBooked, on: proposal.day, by: 1)
    trace("is booked", token, agenda.now, detail: clock.date(at: proposal.start).description)
    tokens[token].state = .running
    let next = tokens[token].skipsTo
    tokens[token].skipsTo = -1
    tokens[token].pc = next >= 0 ? next : tables.variants[variant].bookPlace + 1
    advance(token, &agenda)
  }

  /// A booking may be at another facility than the one that the patient was referred to.
  private mutating func moveVariant(of token: Int, to variant: Int) {
    let before = Int(tokens[token].variant)
    if before == variant { return }
    // Routes of two facilities need not have the same entries: a link may be for one of them alone.
    if tokens[token].skipsTo >= 0 { tokens[token].skipsTo = tables.variants[variant].makePlace }
    tokens[token].variant = Int32(variant)
    let patient = Int(tokens[token].patient)
    if patient >= 0 {
      inProgress[Int(patients[patient].variant)] -= 1
      inProgress[variant] += 1
      patients[patient].variant = Int32(variant)
    }
  }

  /// A slot that a lost patient left is taken again.
  private mutating func takeVacated(_ variant: Int, _ day: Int) {
    guard let left = ledger.vacated[Int32(variant)]?[day], left > 0 else { return }
    ledger.vacated[Int32(variant)]?[day] = left - 1
    countSlot(tables.variants[variant].counters.slotsBackfilled, on: day, by: 1)
  }

  /// Counts in the year of a slot.
  mutating func countSlot(_ place: Int32, on day: Int, by amount: Double) {
    if place < 0 || tables.dayStarts[day] < warmUp || tables.dayStarts[day] >= horizon { return }
    let time = tables.dayStarts[day]
    let year = tables.periodEnds.firstIndex { $0 > time } ?? tables.periodEnds.count - 1
    values[Int(place) + year] += amount
  }

  /// The work of a booked start has begun.
  @inline(__always)
  mutating func bookingStarts(_ patient: Int, _ step: Int, _ now: SimulationTime) {
    if patients[patient].booking >= 0 { slotStarts(patient, step, now) }
  }

  private mutating func slotStarts(_ patient: Int, _ step: Int, _ now: SimulationTime) {
    let row = Int(patients[patient].booking)
    for index in claims(of: step) where tables.pools[Int(tables.claims[index].pool)].isPromised {
      ledger.begin(row, tables.steps[step].localIndex, of: Int(tables.claims[index].pool))
    }
    if ledger.bookings[row].hasStarted || now < ledger.bookings[row].plan.start { return }
    ledger.bookings[row].hasStarted = true
    let booking = ledger.bookings[row]
    countSlot(tables.variants[Int(booking.variant)].counters.slotsUsed, on: booking.day, by: 1)
  }

  /// A patient leaves, or begins anew: what was reserved for later is free, and a slot not yet used is offered on.
  @inline(__always)
  mutating func endBooking(of patient: Int, _ agenda: inout Agenda<PipelineEvent>) {
    if patients[patient].booking >= 0 { giveUpBooking(of: patient, &agenda) }
  }

  private mutating func giveUpBooking(of patient: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let row = Int(patients[patient].booking)
    patients[patient].booking = -1
    let booking = ledger.bookings[row]
    let today = tables.day(of: agenda.now)
    ledger.withdraw(row, after: booking.hasStarted ? today : booking.day > today ? -1 : today)
    ledger.remove(row)
    wakeForPromises(of: booking)
    if isScheduled { schedule.forget(row, isBegun: booking.hasStarted) }
    if !booking.hasStarted {
      ledger.vacated[booking.variant, default: [:]][booking.day, default: 0] += 1
      moveForward(into: booking, &agenda)
    }
    reconsiderBookings()
  }

  /// The next in order moves into a slot that was left, the one after it follows, as far as each gains.
  private mutating func moveForward(into left: BookingLedger.Booking, _ agenda: inout Agenda<PipelineEvent>) {
    let product = tables.variants[Int(left.variant)].product
    let candidates = ledger.bookings.indices.filter { row in
      let booking = ledger.bookings[row]
      // A group has no patient who could move with it.
      return booking.isInUse && !booking.hasStarted && booking.patient >= 0 && booking.day > left.day
        && tables.variants[Int(booking.variant)].product == product
        && tables.variants[Int(booking.variant)].facility == tables.variants[Int(left.variant)].facility
    }
    for row in candidates.sorted(by: { ledger.bookings[$0].day < ledger.bookings[$1].day }) {
      let before = ledger.bookings[row]
      if before.plan.start <= agenda.now { continue }
      ledger.withdraw(row, after: -1)
      guard let (variant, better) = earliest(for: product, before: before.day, now: agenda.now),
        variant == Int(before.variant)
      else {
        restore(before, row)
        continue
      }
      ledger.remove(row)
      if isScheduled { schedule.forget(row, isBegun: false) }
      let counters = tables.variants[variant].counters
      countSlot(counters.slotsBooked, on: before.day, by: -1)
      countSlot(counters.slotsBooked, on: better.day, by: 1)
      let moved = ledger.add(
        BookingLedger.Booking(
          patient: before.patient, variant: before.variant, day: better.day, plan: better),
        today: tables.day(of: agenda.now))
      patients[before.patient].booking = Int32(moved)
      notePlan(of: moved)
      takeVacated(variant, better.day)
      moveDate(of: Int(before.patient), &agenda)
    }
  }

  private mutating func restore(_ booking: BookingLedger.Booking, _ row: Int) {
    ledger.remove(row)
    let again = ledger.add(booking, today: tables.day(of: instant))
    patients[booking.patient].booking = Int32(again)
  }

  /// A patient whose start has moved and who waits for a date waits for the new one.
  private mutating func moveDate(of patient: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let token = Int(patients[patient].token)
    guard token >= 0 else { return }
    trace("moves forward", token, agenda.now)
    guard tokens[token].state == .waitingForDate,
      let date = bookedDate(of: token, Int(tokens[token].step))
    else { return }
    agenda.withdraw(tokens[token].endTicket)
    tokens[token].endTicket = agenda.schedule(
      .ends(token: Int32(token)), at: max(date, agenda.now), rank: .completion)
  }

  /// The date for which a step waits that is ready early; nil where it waits for none, or where a hold or a shelf life that runs
  /// would be over before it: then the work goes on at once.
  @inline(__always)
  func dateToWaitFor(_ token: Int, _ step: Int, after now: SimulationTime) -> SimulationTime? {
    guard waitsForDate(step), let date = bookedDate(of: token, step), date > now else { return nil }
    return lasts(token, until: date) ? date : nil
  }

  /// Whether no hold and no shelf life of a token, or of what it is a part of, ends before a date.
  private func lasts(_ token: Int, until date: SimulationTime) -> Bool {
    var part = Int32(truncatingIfNeeded: token)
    while part >= 0 {
      if tokens[part].holdTicket != .none && tokens[part].holdEnd < date { return false }
      if tokens[part].shelfTicket != .none && tokens[part].shelfEnd < date { return false }
      part = tokens[part].parent
    }
    return true
  }

  /// Touch work of a booked route that is ready early waits for its date: the one that it names, or the one that the
  /// booking reached with every earlier duration at its median. What is bound by `within:` does not wait.
  @inline(__always)
  func waitsForDate(_ step: Int) -> Bool {
    if tables.steps[step].dateOffset >= 0 { return true }
    return tables.steps[step].isTouch && tables.steps[step].within == nil
  }

  /// From when a dated step of a booked patient may begin.
  @inline(__always)
  func bookedDate(of token: Int, _ step: Int) -> SimulationTime? {
    let patient = tokens[token].patient
    return patient >= 0 && patients[patient].booking >= 0 ? notBefore(token, step) : nil
  }

  private func notBefore(_ token: Int, _ step: Int) -> SimulationTime? {
    guard let (plan, touch) = touch(of: token, tables.steps[step].localIndex) else { return nil }
    return plan.notBefore[touch]
  }

  /// When a step of a booked patient is planned to begin.
  func dateOfBookedStep(_ token: Int, _ local: Int32) -> SimulationTime? {
    guard let (plan, touch) = touch(of: token, local) else { return nil }
    return plan.starts[touch]
  }

  private func touch(of token: Int, _ local: Int32) -> (BookingProposal, Int)? {
    let patient = tokens[token].patient
    guard patient >= 0, patients[patient].booking >= 0 else { return nil }
    let booking = ledger.bookings[Int(patients[patient].booking)]
    let touches = tables.bookings[Int(tables.variants[Int(booking.variant)].booking)].touchOfStep
    guard Int(local) < touches.count, touches[Int(local)] >= 0 else { return nil }
    return (booking.plan, Int(touches[Int(local)]))
  }
}
