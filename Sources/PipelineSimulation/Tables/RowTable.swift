/// Rows with a free list: a row that is given back is taken again before the table grows.
struct RowTable<Row: BitwiseCopyable & Sendable>: Sendable {
  private(set) var rows: ContiguousArray<Row> = []
  private var free: ContiguousArray<Int32> = []

  /// How many rows are in use.
  var count: Int { rows.count - free.count }

  /// How many rows there are, used or free.
  var capacity: Int { rows.count }

  @inline(__always)
  subscript(index: Int) -> Row {
    get { rows[index] }
    _modify { yield &rows[index] }
  }

  @inline(__always)
  subscript(index: Int32) -> Row {
    get { rows[Int(index)] }
    _modify { yield &rows[Int(index)] }
  }

  /// Takes a row for a new value.
  mutating func add(_ row: Row) -> Int {
    if let index = free.popLast() {
      rows[Int(index)] = row
      return Int(index)
    }
    rows.append(row)
    return rows.count - 1
  }

  /// Gives a row back.
  mutating func remove(_ index: Int) { free.append(Int32(index)) }
}
