#if RUN_CHECKS
  import EventKernel
  import Quantities

  /// What the state of a token says: where it is, in which line, and whose it is.
  extension PipelineRun {
    /// Brings the shadow of a row up to date; whoever had the row before has left everything at this instant.
    func lookAtToken(_ row: Int, _ agenda: borrowing Agenda<PipelineEvent>) {
      let now = agenda.now.ticks
      while audit.tokens.count <= row { audit.tokens.append(TokenShadow()) }
      let token = tokens[row]
      let shadow = audit.tokens[row]
      let isThere = token.state != .free
      if shadow.isThere && (!isThere || shadow.generation != token.generation) { forgetToken(row, now) }
      guard isThere else { return }
      if !audit.tokens[row].isThere { meetToken(row, token) }
      follow(row, station: station(of: token), line: line(of: token), now)
      followHoldings(row, holds: holdings(of: row), asks: asked(by: row), now)
      followShipment(row, token)
      checkChain(row, token)
      checkClaim(row, token)
      checkTimer(row, token, agenda)
    }

    private func forgetToken(_ row: Int, _ now: Int64) {
      follow(row, station: -1, line: -1, now)
      followHoldings(row, holds: [], asks: [], now)
      audit.shipments.leave(row, audit.tokens[row])
      audit.tokens[row] = TokenShadow()
      audit.keepers.remove(row)
    }

    private func meetToken(_ row: Int, _ token: Token) {
      audit.tokens[row].isThere = true
      audit.tokens[row].generation = token.generation
      audit.tokens[row].owner = owner(of: token)
    }

    /// Whose a token is, by what the tables say now.
    func owner(of token: Token) -> Owner {
      if token.patient >= 0 {
        return .patient(source: patients[token.patient].source, number: patients[token.patient].number)
      }
      return .thing(variant: token.variant, number: token.number)
    }

    /// The station that a token is at: it waits for its date there, waits in line, works, or is being gathered.
    private func station(of token: Token) -> Int {
      switch token.state {
      case .waitingForDate, .inLine, .working: Int(token.step)
      case .gathered: token.unit < 0 ? Int(token.step) : -1
      default: -1
      }
    }

    private func line(of token: Token) -> Int {
      switch token.state {
      case .inLine: Int(token.step)
      case .gathered: token.unit < 0 ? Int(token.step) : -1
      default: -1
      }
    }

    private func follow(_ row: Int, station: Int, line: Int, _ now: Int64) {
      let shadow = audit.tokens[row]
      if shadow.station != station {
        if shadow.station >= 0 { audit.present.leave(shadow.station, since: shadow.stationSince, now: now) }
        if station >= 0 { audit.present.enter(station) }
        audit.tokens[row].station = station
        audit.tokens[row].stationSince = now
      }
      if shadow.line != line {
        if shadow.line >= 0 { audit.waiting.leave(shadow.line, since: shadow.lineSince, now: now) }
        if line >= 0 { audit.waiting.enter(line) }
        audit.tokens[row].line = line
        audit.tokens[row].lineSince = now
      }
    }

    /// Chain of identity: a token, its patient and its batch belong together, and do so for as long as they are there.
    func checkChain(_ row: Int, _ token: Token) {
      let before = audit.tokens[row].owner
      let owner = owner(of: token)
      audit.book.equal(
        owner == before ? 0 : owner.number + 1, owner == before ? 0 : before.number + 1,
        "patient of a product now = patient at its beginning", of: "\(owner), once \(before)")
      if token.patient >= 0 {
        let patient = patients[token.patient]
        audit.book.equal(patient.isInUse ? 1 : 0, 1, "rows of a patient = 1", of: "\(owner)")
        audit.book.equal(
          token.number, patient.number, "number of a product = number of its patient", of: "\(owner)")
        audit.book.equal(
          tables.variants[Int(token.variant)].product, tables.variants[Int(patient.variant)].product,
          "product that is made = product that the patient waits for", of: "\(owner)")
      }
      if token.batch >= 0 {
        let batch = batches[token.batch]
        audit.book.equal(batch.isInUse ? 1 : 0, 1, "rows of a batch = 1", of: "\(owner)")
        audit.book.equal(
          batch.patient, token.patient, "patient of a batch = patient of its parts", of: "\(owner)")
        audit.batches.checkOwner(of: batch.serial, owner, &audit.book)
      }
    }

    /// Who has not begun holds nothing of his claim, who works holds all of it; only suspended work holds a part.
    func checkClaim(_ row: Int, _ token: Token) {
      let step = Int(token.step)
      let claims = step < 0 ? [] : Array(tables.claims[tables.steps[step].claims.indices])
      // A role and those that stand in for it are one claim, met once or not at all.
      let wanted = claims.count { $0.standsIn < 0 }
      let taken = token.taken.nonzeroBitCount
      func place() -> String { "\(name(of: row)) at '\(step < 0 ? "" : tables.stepNames[step])'" }
      if token.state == .working || token.state == .inLine {
        let most = claims.map { (token.taken & ($0.bit | $0.alternatives)).nonzeroBitCount }.max() ?? 0
        audit.book.atMost(most, 1, "roles that serve one claim ≤ 1", of: place())
      }
      switch token.state {
      case .working:
        audit.book.equal(taken, wanted, "resources held by work = resources of its claim", of: place())
      // Whoever goes on with people who have been at work for them may hold these until the instant is over.
      case .inLine where !goingOn.isEmpty:
        audit.book.atMost(taken, wanted, "resources passed on to a claim ≤ resources of it", of: place())
      case .inLine where !token.hasStarted:
        audit.book.equal(taken, 0, "resources held of a claim that waits = 0", of: place())
      case .inLine:
        audit.book.atMost(
          taken + 1, wanted, "resources held by suspended work < resources of its claim", of: place())
      case .running: break
      default:
        if token.blocking < 0 {
          audit.book.equal(taken, 0, "resources held of a claim outside its step = 0", of: place())
        }
      }
    }

    /// Whoever works, travels or waits for a date has an event ahead that ends it: nobody is forgotten.
    private func checkTimer(_ row: Int, _ token: Token, _ agenda: borrowing Agenda<PipelineEvent>) {
      switch token.state {
      case .working, .underWay, .waitingForDate:
        audit.book.equal(
          agenda.isPending(token.endTicket) ? 1 : 0, 1, "events ahead that end a stay = 1", of: name(of: row))
      default: break
      }
    }

    private func followShipment(_ row: Int, _ token: Token) {
      var isSent = false
      if token.state == .underWay, case .ship = tables.instructions[Int(token.pc)] { isSent = true }
      if audit.tokens[row].isSent && !isSent { audit.shipments.leave(row, audit.tokens[row]) }
      audit.tokens[row].isSent = isSent
    }
  }
#endif
