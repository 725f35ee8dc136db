import EventKernel
import Quantities
import Randomness

/// A place where members wait for each other, and the groups that went on from it.
struct GatherState: Sendable {
  var waiting: [Int32] = []
  var formed = 0
  var ticket = EventTicket.none
  /// Members of each group under way, by the group's token.
  var groups: [Int32: [Int32]] = [:]
}

extension PipelineRun {
  /// A member comes to a gathering.
  mutating func joinGathering(_ token: Int, _ index: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let plan = tables.gathers[index]
    let line = Int(plan.line)
    let now = agenda.now
    tokens[token].state = .gathered
    tokens[token].step = plan.line
    tokens[token].enteredStep = now
    tokens[token].gathering = Int32(index)
    let visit = countVisit(token, tables.steps[line].localIndex)
    lines[line].present.change(by: 1, at: now.ticks)
    lines[line].waiting.change(by: 1, at: now.ticks)
    countArrival(at: line, visit: visit)
    gathers[index].waiting.append(Int32(token))
    trace("waits to be gathered", token, now)
    if gathers[index].waiting.count >= Int(plan.size) {
      closeGathering(index, &agenda)
    } else if gathers[index].waiting.count == 1, let limit = plan.orAfter {
      gathers[index].ticket = agenda.schedule(.gathered(gather: Int32(index)), after: limit, rank: .change)
    }
  }

  /// Those who wait go on as one.
  mutating func closeGathering(_ index: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let plan = tables.gathers[index]
    let line = Int(plan.line)
    agenda.withdraw(gathers[index].ticket)
    gathers[index].ticket = .none
    let members = gathers[index].waiting
    gathers[index].waiting = []
    guard let first = members.first else { return }
    gathers[index].formed += 1
    for member in members {
      lines[line].present.change(by: -1, at: agenda.now.ticks)
      lines[line].waiting.change(by: -1, at: agenda.now.ticks)
      countStart(at: line, waited: agenda.now - tokens[member].enteredStep)
      countEnd(at: line, sojourn: agenda.now - tokens[member].enteredStep)
    }
    let row = tokens[first]
    let group = newToken(
      at: row.pc + 1, variant: row.variant, patient: -1, batch: -1, parent: -1, fork: -1,
      priority: row.priority)
    let origin = Lineage.childOrigin(
      of: tables.variants[Int(row.variant)].origin, plan.kind, gathers[index].formed)
    tokens[group].origin = origin
    tokens[group].batchOrigin = origin
    tokens[group].number = UInt64(gathers[index].formed - 1)
    tokens[group].gathering = Int32(index)
    tokens[group].policyKey = row.policyKey
    gathers[index].groups[Int32(group)] = members
    for member in members { tokens[member].unit = Int32(group) }
    trace("is gathered", group, agenda.now)
    advance(group, &agenda)
  }

  /// The members of a group go on singly, in the order in which they came.
  mutating func separate(_ token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let next = tokens[token].pc + 1
    guard let members = disband(token) else {
      tokens[token].pc = next
      return advance(token, &agenda)
    }
    for member in members {
      tokens[member].state = .running
      tokens[member].unit = -1
      tokens[member].pc = next
    }
    let identities = members.map { identity(of: $0) }
    discard(token, &agenda)
    for member in identities where isThere(member) { advance(member.row, &agenda) }
  }

  /// A group that comes to the end of its route takes its members with it.
  mutating func gatheringEnds(_ token: Int, _ agenda: inout Agenda<PipelineEvent>) -> Bool {
    guard let members = disband(token) else { return false }
    let identities = members.map { identity(of: $0) }
    discard(token, &agenda)
    // Members of one patient leave together with the first of them.
    for member in identities where isThere(member) {
      tokens[member.row].state = .running
      tokens[member.row].unit = -1
      entityEnds(member.row, &agenda)
    }
    return true
  }

  /// A group that comes to the end of a branch ends that branch of all its members.
  mutating func groupEndsBranch(_ token: Int, _ agenda: inout Agenda<PipelineEvent>) -> Bool {
    guard let members = disband(token) else { return false }
    let identities = members.map { identity(of: $0) }
    discard(token, &agenda)
    for member in identities where isThere(member) {
      tokens[member.row].state = .running
      tokens[member.row].unit = -1
      // A member may be a group itself.
      if !groupEndsBranch(member.row, &agenda) { endToken(member.row, &agenda) }
    }
    return true
  }

  /// The members of a group, which is none from now on; nil for a token that is no group.
  ///
  /// A group may be a member of a larger one: then the gathering that it names is not the one that it comes from.
  private mutating func disband(_ token: Int) -> [Int32]? {
    if tokens[token].patient >= 0 { return nil }
    for index in gathers.indices {
      if let members = gathers[index].groups.removeValue(forKey: Int32(token)) { return members }
    }
    return nil
  }

  /// The members of a group that is under way; nil for a token that is no group.
  func members(of token: Int) -> [Int32]? {
    if tokens[token].gathering < 0 { return nil }
    for index in gathers.indices {
      if let members = gathers[index].groups[Int32(token)] { return members }
    }
    return nil
  }

  /// A token without a patient is lost: a lot, or a group with all its members.
  mutating func loseWithoutPatient(_ token: Int, reason: Int32, _ agenda: inout Agenda<PipelineEvent>) {
    if let members = disband(token) {
      let identities = members.map { identity(of: $0) }
      discard(token, &agenda)
      for member in identities where isThere(member) {
        tokens[member.row].state = .running
        tokens[member.row].unit = -1
        lose(member.row, reason: reason, &agenda)
      }
      return
    }
    trace("is lost", token, agenda.now, detail: tables.reasons[Int(reason)])
    let variant = Int(tokens[token].variant)
    writeOff(token)
    endBatch(token)
    if tokens[token].parent >= 0 {
      endToken(token, &agenda)
      return
    }
    discard(token, &agenda)
    if variant >= 0 { lotIsLost(variant, &agenda) }
  }

  /// A member leaves a gathering: from those who wait, or from its group, which goes on without it.
  mutating func leaveGathering(_ token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let index = Int(tokens[token].gathering)
    guard index >= 0 else { return }
    let group = tokens[token].unit
    if group >= 0 {
      gathers[index].groups[group]?.removeAll { $0 == Int32(token) }
      return
    }
    gathers[index].waiting.removeAll { $0 == Int32(token) }
    let line = Int(tables.gathers[index].line)
    lines[line].present.change(by: -1, at: agenda.now.ticks)
    lines[line].waiting.change(by: -1, at: agenda.now.ticks)
    if gathers[index].waiting.isEmpty {
      agenda.withdraw(gathers[index].ticket)
      gathers[index].ticket = .none
    }
  }
}
