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

    /// Units that work without a booking holds or waits for are reserved for somebody who is there, and what is reserved for
    /// dates to come is what bookings and they have reserved.
    func walkSpots() {
      var held: [Int32: Int32] = [:]
      for spot in ledger.spots {
        let name = tables.pools[Int(spot.pool)].name
        let isThere = tokens[spot.token].state != .free && tokens[spot.token].generation == spot.generation
        audit.book.equal(isThere ? 1 : 0, 1, "reserved units of somebody who is there", of: name)
        if spot.isWaiting {
          let waits = tokens[spot.token].state == .inLine
          audit.book.equal(waits ? 1 : 0, 1, "units reserved ahead for somebody who waits", of: name)
        } else {
          held[spot.pool, default: 0] += spot.count
        }
      }
      for (pool, count) in held {
        audit.book.atMost(
          count, pools[Int(pool)].inUse, "units held without a booking ≤ units in use",
          of: tables.pools[Int(pool)].name)
      }
      guard tables.pools.contains(where: \.isContested) else { return }
      walkReserved()
    }

    private func walkReserved() {
      let today = tables.day(of: instant)
      var expected: [Int: [Int: Double]] = [:]
      for booking in ledger.bookings where booking.isInUse {
        for item in booking.plan.reservations where item.day > today {
          expected[item.pool, default: [:]][item.day, default: 0] += item.amount
        }
      }
      for spot in ledger.spots {
        for day in max(today + 1, Int(spot.first))..<max(today + 1, Int(spot.last) + 1) {
          let pool = Int(spot.pool)
          expected[pool, default: [:]][day, default: 0] += whole(pool, spot.count, on: day).amount
        }
      }
      for pool in tables.pools.indices where tables.pools[pool].isPromised {
        for day in today + 1..<max(today + 1, min(today + 100, tables.dayStarts.count)) {
          audit.book.equal(
            Int64((ledger.demanded(pool: pool, day: day) / 1000).rounded()),
            Int64(((expected[pool]?[day] ?? 0) / 1000).rounded()),
            "reserved on a date = promised by bookings + held by others", of: tables.pools[pool].name)
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
