/// What the event list must do, written so simply that it can be read and believed: a binary heap of whole
/// numbers in an array, with the withdrawn ones marked.
struct ReferenceList {
  struct Entry {
    var time: Int64, rank: UInt8, number: Int

    func precedes(_ other: Entry) -> Bool {
      if time != other.time { return time < other.time }
      if rank != other.rank { return rank < other.rank }
      return number < other.number
    }
  }

  private var heap: [Entry] = []
  private(set) var isPending: [Bool] = []
  private(set) var count = 0

  /// Adds an event; its number is how many were added before.
  mutating func insert(time: Int64, rank: UInt8) {
    heap.append(Entry(time: time, rank: rank, number: isPending.count))
    isPending.append(true)
    count += 1
    var index = heap.count - 1
    while index > 0, heap[index].precedes(heap[(index - 1) / 2]) {
      heap.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  mutating func withdraw(_ number: Int) -> Bool {
    guard isPending[number] else { return false }
    isPending[number] = false
    count -= 1
    return true
  }

  /// The earliest pending entry.
  mutating func first() -> Entry? {
    while let top = heap.first {
      if isPending[top.number] { return top }
      removeTop()
    }
    return nil
  }

  mutating func popFirst() -> Entry? {
    guard let top = first() else { return nil }
    removeTop()
    isPending[top.number] = false
    count -= 1
    return top
  }

  private mutating func removeTop() {
    heap.swapAt(0, heap.count - 1)
    heap.removeLast()
    var index = 0
    while true {
      var least = index
      for child in [2 * index + 1, 2 * index + 2] where child < heap.count {
        if heap[child].precedes(heap[least]) { least = child }
      }
      if least == index { return }
      heap.swapAt(index, least)
      index = least
    }
  }
}
