/// Rows with a free list: a row that is given back is taken again before the table grows.
///
/// Invariants: `base` points to `room` rows, of which the first `capacity` were written; `free` points to as
/// many numbers, of which the first `freeCount` are those of free rows; `blank` points to one row. All are
/// freed with the table and owned by nothing else. Rows are trivial, so that growth moves bytes. A row's
/// number is checked in debug builds only: an event looks at hundreds of rows.
struct RowTable<Row: BitwiseCopyable>: ~Copyable {
  private var base: UnsafeMutablePointer<Row>
  private var free: UnsafeMutablePointer<Int32>
  private let blank: UnsafeMutablePointer<Row>
  private var room = 16
  private var freeCount = 0
  /// For audits of builds with `RUN_CHECKS`.
  let touched = TouchedRows()
  /// How many rows there are, used or free.
  private(set) var capacity = 0

  /// - Parameter blank: what a new row holds until it is written.
  init(blank row: Row) {
    blank = .allocate(capacity: 1)
    blank.initialize(to: row)
    base = .allocate(capacity: room)
    free = .allocate(capacity: room)
  }

  deinit {
    base.deallocate()
    free.deallocate()
    blank.deallocate()
  }

  /// How many rows are in use.
  var count: Int { capacity - freeCount }

  @inline(__always)
  subscript(index: Int) -> Row {
    unsafeAddress {
      assert(index >= 0 && index < capacity, "a row out of range")
      return UnsafePointer(base + index)
    }
    unsafeMutableAddress {
      assert(index >= 0 && index < capacity, "a row out of range")
      touched.note(index)
      return base + index
    }
  }

  @inline(__always)
  subscript(index: Int32) -> Row {
    unsafeAddress {
      assert(index >= 0 && index < capacity, "a row out of range")
      return UnsafePointer(base + Int(index))
    }
    unsafeMutableAddress {
      assert(index >= 0 && index < capacity, "a row out of range")
      touched.note(Int(index))
      return base + Int(index)
    }
  }

  /// Takes a row for a new value.
  mutating func add(_ row: Row) -> Int {
    let index = take()
    touched.note(index)
    (base + index).initialize(to: row)
    return index
  }

  /// Takes a row that is blank: copied in one piece, where a new value would be put together field by field
  /// first.
  @inline(__always)
  mutating func addBlank() -> Int {
    let index = take()
    (base + index).update(from: blank, count: 1)
    return index
  }

  @inline(__always)
  private mutating func take() -> Int {
    if freeCount > 0 {
      freeCount &-= 1
      return Int(free[freeCount])
    }
    if capacity == room { grow() }
    capacity &+= 1
    return capacity &- 1
  }

  /// Gives a row back.
  mutating func remove(_ index: Int) {
    assert(freeCount < capacity, "a row is given back twice")
    free[freeCount] = Int32(truncatingIfNeeded: index)
    freeCount &+= 1
  }

  @inline(never)
  private mutating func grow() {
    let rows = UnsafeMutablePointer<Row>.allocate(capacity: room * 2)
    rows.update(from: base, count: capacity)
    base.deallocate()
    base = rows
    let numbers = UnsafeMutablePointer<Int32>.allocate(capacity: room * 2)
    numbers.update(from: free, count: freeCount)
    free.deallocate()
    free = numbers
    room *= 2
  }
}
