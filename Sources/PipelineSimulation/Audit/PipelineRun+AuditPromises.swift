#if RUN_CHECKS
  import Quantities

  /// Bookings and orders: what is promised is promised once.
  extension PipelineRun {
    func walkBookings() {
      var inUse: [Int32: [Int: Int32]] = [:]
      for row in ledger.bookings.indices where ledger.bookings[row].isInUse {
        let booking = ledger.bookings[row]
        inUse[booking.variant, default: [:]][booking.day, default: 0] += 1
        let holder = booking.patient >= 0 ? Int(patients[booking.patient].booking) : row
        audit.book.equal(holder, row, "booking of a patient = patient of a booking", of: "booking \(row)")
      }
      let holders = (0..<patients.capacity).count { patients[$0].isInUse && patients[$0].booking >= 0 }
      let booked = ledger.bookings.count { $0.isInUse && $0.patient >= 0 }
      audit.book.equal(holders, booked, "patients who are booked = bookings", of: "the line of slots")
      for (variant, days) in ledger.taken {
        let booking = tables.bookings[Int(tables.variants[Int(variant)].booking)]
        for (day, taken) in days {
          func name() -> String { "\(tables.variants[Int(variant)].name), day \(day + 1)" }
          audit.book.atMost(
            taken, booking.weekly[Int(tables.weekdays[day])], "slots taken ≤ slots offered", of: name())
          audit.book.atMost(
            inUse[variant]?[day] ?? 0, taken, "bookings of a day ≤ slots taken", of: name())
        }
      }
    }

    /// A stock that is filled by lots counts on lots that live.
    func walkOrders() {
      for stock in stocks.indices
      where tables.stocks[stock].madeBy >= 0 && tables.stocks[stock].leadTime == nil {
        if stocks[stock].quantities.isEmpty { continue }
        let variant = tables.stocks[stock].madeBy
        let alive = Set(
          (0..<tokens.capacity).filter { row in
            tokens[row].state != .free && tokens[row].variant == variant && tokens[row].patient < 0
              && members(of: row) == nil
          }.map { Int(tokens[$0].number) })
        audit.book.equal(
          stocks[stock].quantities.keys.count { !alive.contains($0) }, 0,
          "orders under way without a lot = 0",
          of: tables.pools[Int(tables.stocks[stock].pool)].name)
      }
    }
  }
#endif
