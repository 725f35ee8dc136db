#if RUN_CHECKS
  import Quantities

  /// The trainees of a programme as an audit saw them: by number, since when.
  struct StudentShadow {
    var present: [Int: Int64] = [:]
    var entered = 0
    var turnedAway = 0
    var ended = 0
    /// Since when applicants wait for a seat, first come first.
    var waiting: [Int64] = []
  }

  extension PipelineRun {
    private func endedTrainee(of programme: Int, _ event: PipelineEvent?) -> Int32? {
      switch event {
      case .graduates(Int32(programme), let trainee)?, .dropsOut(Int32(programme), let trainee)?: trainee
      default: nil
      }
    }

    private func leavesTheLine(of programme: Int, at place: Int, _ now: Int64) {
      guard audit.students[programme].waiting.indices.contains(place) else { return }
      let since = audit.students[programme].waiting.remove(at: place)
      audit.awaiting.leave(programme, since: since, now: now)
    }

    func lookAtTraining(_ programme: Int, after event: PipelineEvent?, _ now: Int64) {
      let state = training[programme]
      let name = tables.training[programme].name
      if let trainee = endedTrainee(of: programme, event) {
        if let since = audit.students[programme].present.removeValue(forKey: Int(trainee)) {
          audit.studying.leave(programme, since: since, now: now)
          audit.students[programme].ended += 1
        } else {
          audit.book.equal(0, 1, "trainees who end = trainees who were there", of: "\(name) \(trainee)")
        }
      }
      if case .applies(let applied)? = event, Int(applied) == programme {
        audit.students[programme].waiting.append(now)
        audit.awaiting.enter(programme)
      }
      // Who is turned away has come last, and waits for no time.
      while audit.students[programme].turnedAway < state.turnedAway {
        audit.students[programme].turnedAway += 1
        leavesTheLine(of: programme, at: audit.students[programme].waiting.count - 1, now)
      }
      while audit.students[programme].entered < state.entered {
        leavesTheLine(of: programme, at: 0, now)
        audit.students[programme].entered += 1
        audit.students[programme].present[audit.students[programme].entered] = now
        audit.studying.enter(programme)
      }
      let shadow = audit.students[programme]
      audit.book.equal(state.present, shadow.present.count, "trainees = entered - ended", of: name)
      audit.book.equal(
        state.source.arrived, state.entered + state.waiting + state.turnedAway,
        "applicants = entered + waiting + turned away", of: name)
      audit.book.equal(
        state.waiting, shadow.waiting.count, "applicants who wait = came - took a seat or left", of: name)
      audit.book.equal(
        state.waitingArea.level, Int64(state.waiting), "level of applicants who wait = their number", of: name
      )
      audit.book.equal(
        state.entered, shadow.ended + Int(state.present), "entered = ended + in training", of: name)
      audit.book.atMost(state.present, tables.training[programme].seats, "trainees ≤ seats", of: name)
      audit.book.equal(
        state.studentsArea.level, Int64(state.present), "level of trainees = trainees", of: name)
    }
  }
#endif
