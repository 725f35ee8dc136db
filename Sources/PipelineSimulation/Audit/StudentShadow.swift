#if RUN_CHECKS
  import Quantities

  /// The trainees of a programme as an audit saw them: by number, since when.
  struct StudentShadow {
    var present: [Int: Int64] = [:]
    var entered = 0
    var ended = 0
  }

  extension PipelineRun {
    func lookAtTraining(_ programme: Int, after event: PipelineEvent?, _ now: Int64) {
      let state = training[programme]
      let name = tables.training[programme].name
      if case .graduates(let ended, let trainee)? = event, Int(ended) == programme {
        if let since = audit.students[programme].present.removeValue(forKey: Int(trainee)) {
          audit.studying.leave(programme, since: since, now: now)
          audit.students[programme].ended += 1
        } else {
          audit.book.equal(0, 1, "trainees who end = trainees who were there", of: "\(name) \(trainee)")
        }
      }
      while audit.students[programme].entered < state.entered {
        audit.students[programme].entered += 1
        audit.students[programme].present[audit.students[programme].entered] = now
        audit.studying.enter(programme)
      }
      let shadow = audit.students[programme]
      audit.book.equal(state.present, shadow.present.count, "trainees = entered - ended", of: name)
      audit.book.equal(
        state.source.arrived, state.entered + state.waiting, "applicants = entered + waiting", of: name)
      audit.book.equal(
        state.entered, shadow.ended + Int(state.present), "entered = ended + in training", of: name)
      audit.book.atMost(state.present, tables.training[programme].seats, "trainees ≤ seats", of: name)
      audit.book.equal(
        state.studentsArea.level, Int64(state.present), "level of trainees = trainees", of: name)
    }
  }
#endif
