/// Rows of which there are as many from the first to the last event: pools, lines, numbers of a record.
///
/// Invariant: `base` points to `count` initialised rows, owned by this value and freed with it. An array
/// would ask at every change whether it is shared. A row's number is checked in debug builds only.
struct StateTable<Row>: ~Copyable {
  private let base: UnsafeMutablePointer<Row>
  /// How many rows there are.
  let count: Int
  /// For audits of builds with `RUN_CHECKS`.
  let touched = TouchedRows()

  init(repeating row: Row, count: Int) {
    self.count = count
    base = .allocate(capacity: max(1, count))
    base.initialize(repeating: row, count: count)
  }

  deinit {
    base.deinitialize(count: count)
    base.deallocate()
  }

  var isEmpty: Bool { count == 0 }

  /// The rows' numbers.
  var indices: Range<Int> { 0..<count }

  @inline(__always)
  subscript(index: Int) -> Row {
    unsafeAddress {
      assert(index >= 0 && index < count, "a row out of range")
      return UnsafePointer(base + index)
    }
    unsafeMutableAddress {
      assert(index >= 0 && index < count, "a row out of range")
      touched.note(index)
      return base + index
    }
  }

  /// Copies of the rows, in order.
  var array: [Row] { Array(UnsafeBufferPointer(start: base, count: count)) }
}
