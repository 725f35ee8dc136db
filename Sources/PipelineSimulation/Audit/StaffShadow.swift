#if RUN_CHECKS
  import Quantities

  /// The persons of a role as an audit saw them: by number, since when.
  struct StaffShadow {
    var employed: [Int32: Int64] = [:]
    var learning: [Int32: Int64] = [:]
    /// Who works independently and is away, and since when.
    var away: [Int32: Int64] = [:]
    var lastNumber: Int32 = 0
    /// Who came and who went since counting began, and how many came with the opening.
    var hired: Int64 = 0
    var left: Int64 = 0
  }

  extension PipelineRun {
    /// Persons come and go one by one: whoever leaves was there, and the head count is those who are there.
    func lookAtPeople(after event: PipelineEvent?, _ now: Int64) {
      switch event {
      case .leaves(let pool, let person)?, .notQualified(let pool, let person)?:
        // Whose post was given up has left already.
        let isKnown = audit.staff[Int(pool)].employed[person] != nil
        if isKnown || !tables.pools[Int(pool)].knowsPersons { personWent(Int(pool), person, now) }
      case .level(let pool, _)?: postsWent(Int(pool), now)
      case .hired(let pool, let person)?:
        if Int(pools[Int(pool)].employed) > audit.staff[Int(pool)].employed.count {
          personCame(Int(pool), person, now)
        }
      default: break
      }
      for pool in pools.indices where tables.pools[pool].isPeople {
        let isOpening = event == nil || isOpening(event, of: pool)
        if audit.staff[pool].lastNumber == pools[pool].persons && !isPersonal(event, pool) { continue }
        lookAtRole(pool, isOpening: isOpening, now)
      }
    }

    private func isOpening(_ event: PipelineEvent?, of pool: Int) -> Bool {
      if case .opens(let facility)? = event { return tables.pools[pool].facility == facility }
      return false
    }

    private func isPersonal(_ event: PipelineEvent?, _ pool: Int) -> Bool {
      switch event {
      case .leaves(let role, _)?, .hired(let role, _)?, .independent(let role, _)?, .level(let role, _)?,
        .notQualified(let role, _)?,
        .fallsIll(let role, _)?, .comesBack(let role, _)?:
        Int(role) == pool
      case .graduates?: true
      default: false
      }
    }

    private func lookAtRole(_ pool: Int, isOpening: Bool, _ now: Int64) {
      let state = pools[pool]
      let name = tables.pools[pool].name
      // Graduates and the first persons are numbered in the order in which they come, before the vacancies.
      var next = audit.staff[pool].lastNumber + 1
      while audit.staff[pool].employed.count < Int(state.employed), next <= state.persons {
        personCame(pool, next, now)
        if isOpening { audit.staff[pool].hired -= 1 }
        next += 1
      }
      audit.staff[pool].lastNumber = state.persons
      followLearning(pool, now)
      if tables.pools[pool].knowsPersons { followRows(pool, name, now) }
      let shadow = audit.staff[pool]
      audit.book.equal(state.employed, shadow.employed.count, "persons employed = came - left", of: name)
      audit.book.equal(
        state.independent, shadow.employed.count - shadow.learning.count,
        "persons who work by themselves = employed - learning", of: name)
      audit.book.equal(
        shadow.learning.keys.count { shadow.employed[$0] == nil }, 0, "persons who learn and are gone = 0",
        of: name)
      audit.book.equal(
        state.employedArea.level, Int64(state.employed), "level of persons = persons employed", of: name)
      audit.book.equal(
        state.independentArea.level, Int64(state.independent), "level of independent persons = their number",
        of: name)
      audit.book.atMost(0, state.vacancies, "0 ≤ vacancies", of: name)
    }

    private func personCame(_ pool: Int, _ person: Int32, _ now: Int64) {
      audit.book.equal(
        audit.staff[pool].employed[person] == nil ? 0 : 1, 0, "persons who come twice = 0",
        of: "\(tables.pools[pool].name), person \(person)")
      audit.staff[pool].employed[person] = now
      audit.staff[pool].hired += 1
      audit.employed.enter(pool)
    }

    private func personWent(_ pool: Int, _ person: Int32, _ now: Int64) {
      guard let since = audit.staff[pool].employed.removeValue(forKey: person) else {
        return audit.book.equal(
          0, 1, "persons who leave = persons who were there",
          of: "\(tables.pools[pool].name), person \(person)")
      }
      audit.staff[pool].left += 1
      audit.employed.leave(pool, since: since, now: now)
      if let since = audit.staff[pool].learning.removeValue(forKey: person) {
        audit.learning.leave(pool, since: since, now: now)
      }
    }

    /// The plan fell: whoever is no longer among the rows has gone.
    private func postsWent(_ pool: Int, _ now: Int64) {
      guard tables.pools[pool].knowsPersons else { return }
      for person in audit.staff[pool].employed.keys.sorted()
      where pools[pool].staff.row(of: person) == nil { personWent(pool, person, now) }
      audit.book.atMost(
        pools[pool].isEmployed ? pools[pool].employed : 0, max(pools[pool].staff.planned, 0),
        "persons employed when the plan changes ≤ persons planned", of: tables.pools[pool].name)
    }

    /// Persons known one by one are those employed; of these, who works independently and has not come back is away.
    private func followRows(_ pool: Int, _ name: String, _ now: Int64) {
      let rows = pools[pool].staff.rows
      audit.book.equal(
        Set(rows.map(\.number)) == Set(audit.staff[pool].employed.keys) ? rows.count : -1,
        audit.staff[pool].employed.count, "persons known one by one = persons employed", of: name)
      let away = Set(rows.filter { $0.isAway && !pools[pool].learning.contains($0.number) }.map(\.number))
      for (person, since) in audit.staff[pool].away.sorted(by: { $0.key < $1.key })
      where !away.contains(person) {
        audit.staff[pool].away[person] = nil
        audit.away.leave(pool, since: since, now: now)
      }
      for person in away.sorted() where audit.staff[pool].away[person] == nil {
        audit.staff[pool].away[person] = now
        audit.away.enter(pool)
      }
      audit.book.equal(pools[pool].staff.away, away.count, "persons away = persons in a spell", of: name)
      audit.book.equal(
        pools[pool].staff.awayArea.level, Int64(away.count), "level of persons away = persons away", of: name)
    }

    private func followLearning(_ pool: Int, _ now: Int64) {
      let learning = Set(pools[pool].learning)
      for (person, since) in audit.staff[pool].learning.sorted(by: { $0.key < $1.key })
      where !learning.contains(person) {
        audit.staff[pool].learning[person] = nil
        audit.learning.leave(pool, since: since, now: now)
      }
      for person in learning.sorted() where audit.staff[pool].learning[person] == nil {
        audit.staff[pool].learning[person] = now
        audit.learning.enter(pool)
      }
    }
  }
#endif
