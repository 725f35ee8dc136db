#if RUN_CHECKS
  /// The first change of a pool's level that left more in use than there were units, or fewer than none.
  struct LevelBreach {
    var inUse: Int32
    var capacity: Int32
  }

  extension PoolState {
    /// Looks at every change of a level, wherever in the run it is made, also in the middle of an event.
    ///
    /// Units in use may exceed those in service only where capacity fell and work goes on: never by a new use.
    mutating func noteLevel(inUseBefore: Int32) {
      if breach != nil { return }
      if inUse < 0 || capacity < 0 || (inUse > inUseBefore && inUse > capacity) {
        breach = LevelBreach(inUse: inUse, capacity: capacity)
      }
    }
  }
#endif
