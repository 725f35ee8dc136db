extension Agenda {
  /// What the agenda's storage looks like inside: for this package's tests and benchmarks.
  package struct Storage: Equatable {
    /// Entries in the lists, those of withdrawn events included.
    package var entries: Int
    /// Slots ever made.
    package var slots: Int
    /// Whether the near list is a heap, not a sorted array.
    package var isNearHeap: Bool
    /// Whether the far list is in use.
    package var isFarInUse: Bool
  }

  /// What the agenda's storage looks like now.
  package var storage: Storage {
    Storage(
      entries: list.near.count + list.far.count, slots: list.slots.used, isNearHeap: list.near.isHeap,
      isFarInUse: list.far.count > 0)
  }
}
