#if RUN_CHECKS
  import Quantities

  /// Lines and stations: who is counted is who is there.
  extension PipelineRun {
    func lookAtLine(_ line: Int, isOver: Bool) {
      let state = lines[line]
      func name() -> String { "'\(tables.stepNames[line])'" }
      audit.book.equal(
        state.waiting.level, audit.waiting.level[line], "number in line = those who wait", of: name())
      audit.book.equal(
        state.present.level, audit.present.level[line], "number at a station = those who are there",
        of: name())
      audit.book.atMost(state.counted, state.count, "those counted as short ≤ those in line", of: name())
      if isOver { lookAtLimit(of: line) }
    }

    /// A line with a limit holds no more than that at the end of an instant; who was interrupted comes on top.
    private func lookAtLimit(of line: Int) {
      let limit = tables.steps[line].lineLimit
      if limit == .max { return }
      var (newcomers, blocked) = (0, 0)
      var place: Int32 = 0
      var token = lines[line].head
      while token >= 0 {
        if !tokens[token].hasStarted { newcomers += 1 }
        if tokens[token].isOutside && tokens[token].blocking >= 0 && place < limit { blocked += 1 }
        place += 1
        token = tokens[token].lineNext
      }
      let name = "'\(tables.stepNames[line])'"
      if tables.steps[line].turnedAway >= 0 {
        audit.book.atMost(newcomers, limit, "number in line ≤ places in line", of: name)
      }
      audit.book.equal(blocked, 0, "those kept outside a line that has places = 0", of: name)
    }
  }
#endif
