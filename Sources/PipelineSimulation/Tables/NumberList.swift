/// A list of numbers that is filled and emptied at every instant: what this instant's dispatch has to look at.
///
/// Invariant: `base` points to room for `room` numbers, of which the first `count` are written; owned by this value and
/// freed with it. Emptying keeps the room.
struct NumberList: ~Copyable {
  private var base: UnsafeMutablePointer<Int32>
  private var room = 64
  private(set) var count = 0

  init() { base = .allocate(capacity: 64) }

  deinit { base.deallocate() }

  var isEmpty: Bool { count == 0 }

  var indices: Range<Int> { 0..<count }

  @inline(__always)
  subscript(index: Int) -> Int32 {
    assert(index >= 0 && index < count, "a number out of range")
    return base[index]
  }

  @inline(__always)
  mutating func append(_ number: Int32) {
    if count == room { grow() }
    base[count] = number
    count &+= 1
  }

  @inline(__always)
  mutating func removeAll() { count = 0 }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<Int32>.allocate(capacity: room * 2)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
    room *= 2
  }
}
