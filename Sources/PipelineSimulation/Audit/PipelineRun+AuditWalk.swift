#if RUN_CHECKS
  import Quantities

  /// A look at everything, row by row, without the shadows: the run's books against its rows.
  extension PipelineRun {
    /// - Parameter isSettled: whether nothing of the instant is left to happen, and the run was not stopped within it.
    func lookAtEverything(isSettled: Bool) {
      var counts = WalkCounts(
        pools: pools.count, lines: lines.count, patients: patients.capacity, batches: batches.capacity)
      for row in 0..<tokens.capacity where tokens[row].state != .free { walk(row, &counts) }
      audit.book.equal(tokens.count, counts.tokens, "rows of tokens in use = tokens", of: "the run")
      audit.book.equal(
        holdings.count, counts.links, "holdings = holdings of living tokens", of: "what is kept")
      for pool in pools.indices {
        audit.book.equal(
          Int64(pools[pool].inUse), counts.held[pool], "units in use = units held by living tokens",
          of: tables.pools[pool].name)
      }
      walkHeldBeyond()
      for line in lines.indices { walkLine(line, counts.inLine[line]) }
      for row in 0..<patients.capacity where patients[row].isInUse {
        audit.book.equal(
          patients[row].references, counts.ofPatient[row], "references to a patient = his parts",
          of: "patient \(patients[row].number + 1)")
      }
      for row in 0..<batches.capacity where batches[row].isInUse {
        audit.book.equal(
          batches[row].references, counts.ofBatch[row], "references to a batch = its parts",
          of: "batch \(batches[row].serial)")
      }
      lookAtProcesses()
      lookAtCertificates()
      walkShortages()
      walkGatherings(counts)
      walkBookings()
      walkSpots()
      if isSettled {
        walkOrders()
        walkPersonalRuns()
      }
    }

    private func walk(_ row: Int, _ counts: inout WalkCounts) {
      let token = tokens[row]
      counts.tokens += 1
      for units in holdings(of: row) { counts.held[units.pool] += units.count }
      var link = token.kept
      while link >= 0, counts.links <= holdings.capacity {
        counts.links += 1
        link = holdings[link].next
      }
      if token.patient >= 0 { counts.ofPatient[Int(token.patient)] += 1 }
      if token.batch >= 0 { counts.ofBatch[Int(token.batch)] += 1 }
      if token.state == .inLine { counts.inLine[Int(token.step)] += 1 }
      if token.state == .gathered { counts.gathered[Int(token.gathering), default: 0] += 1 }
      checkChain(row, token)
      checkClaim(row, token)
      guard token.parent >= 0 else { return }
      audit.book.equal(
        tokens[token.parent].state == .free ? 0 : 1, 1, "parents of a part = 1", of: name(of: row))
      audit.book.equal(
        tokens[token.parent].patient, token.patient, "patient of a part = patient of the whole",
        of: name(of: row))
    }

    /// What is held beyond work is kept, or left to somebody in a line.
    private func walkHeldBeyond() {
      var held = [Int64](repeating: 0, count: pools.count)
      for row in 0..<tokens.capacity where tokens[row].state != .free {
        var link = tokens[row].kept
        while link >= 0 {
          held[Int(holdings[link].pool)] += Int64(holdings[link].count)
          link = holdings[link].next
        }
        if tokens[row].state != .inLine { continue }
        for claim in tables.claims[tables.steps[Int(tokens[row].step)].claims.indices]
        where tokens[row].taken & claim.bit != 0 && !claim.isConsumed {
          held[Int(claim.pool)] += Int64(claim.count)
        }
      }
      for pool in pools.indices {
        audit.book.equal(
          Int64(pools[pool].heldBeyond), held[pool], "units held beyond work = units kept or left",
          of: tables.pools[pool].name)
      }
    }

    /// A line is a chain in both directions, in its order.
    private func walkLine(_ line: Int, _ inLine: Int) {
      var (length, unordered) = (0, 0)
      var token = lines[line].head
      var before: Int32 = -1
      while token >= 0, length <= tokens.capacity {
        if tokens[token].linePrevious != before || (before >= 0 && precedes(token, before)) { unordered += 1 }
        length += 1
        before = token
        token = tokens[token].lineNext
      }
      let name = "'\(tables.stepNames[line])'"
      audit.book.equal(length, inLine, "length of the line = those who wait in it", of: name)
      audit.book.equal(Int(lines[line].count), length, "number in line = length of the line", of: name)
      audit.book.equal(unordered, 0, "places out of order = 0", of: name)
      audit.book.equal(lines[line].tail, before, "end of the line = the last in it", of: name)
    }

    private func walkShortages() {
      var short = [Int64](repeating: 0, count: pools.count)
      for line in lines.indices where lines[line].shortOf >= 0 {
        short[Int(lines[line].shortOf)] += Int64(lines[line].counted)
      }
      for pool in pools.indices {
        audit.book.equal(
          pools[pool].shortArea.level, short[pool], "claims counted as short = claims in the lines",
          of: tables.pools[pool].name)
      }
    }

    /// Every member waits in one place: at its gathering, or within one group that is under way.
    private func walkGatherings(_ counts: WalkCounts) {
      for gather in gathers.indices {
        var members = gathers[gather].waiting
        for (group, inGroup) in gathers[gather].groups {
          audit.book.equal(
            tokens[group].state == .free ? 0 : 1, 1, "groups that move their members = 1",
            of: tables.gathers[gather].name)
          audit.book.equal(
            inGroup.count { tokens[$0].unit != group }, 0, "members of a group that are elsewhere = 0",
            of: tables.gathers[gather].name)
          members += inGroup
        }
        audit.book.equal(
          members.count, Set(members).count, "members = different members", of: tables.gathers[gather].name)
        audit.book.equal(
          members.count { tokens[$0].state == .gathered }, counts.gathered[gather] ?? 0,
          "members = those who were gathered", of: tables.gathers[gather].name)
      }
    }
  }

  /// What a walk over all tokens adds up.
  struct WalkCounts {
    var tokens = 0
    var links = 0
    var held: [Int64]
    var inLine: [Int]
    var ofPatient: [Int32]
    var ofBatch: [Int32]
    var gathered: [Int: Int] = [:]

    init(pools: Int, lines: Int, patients: Int, batches: Int) {
      held = Array(repeating: 0, count: pools)
      inLine = Array(repeating: 0, count: lines)
      ofPatient = Array(repeating: 0, count: patients)
      ofBatch = Array(repeating: 0, count: batches)
    }
  }
#endif
