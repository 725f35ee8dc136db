/// A table of plans: an array in all but one thing, that reading a row asks for no bounds in a release build.
///
/// A run reads a hundred rows at each event, and most of them for one field. Numbers of rows come from the compiler, which
/// put them there; debug builds check each.
///
/// Safe to share: the storage belongs to whoever holds the table, and a table that would change while another holds the
/// same storage makes a copy first, as an array does. So rows that anybody else can see never change.
struct PlanTable<Row: Sendable>: @unchecked Sendable {
  private var storage: PlanStorage<Row>
  /// The storage's rows, at hand without a detour by way of it.
  private var base: UnsafeMutablePointer<Row>
  private(set) var count = 0

  init() {
    storage = PlanStorage(capacity: 0)
    base = storage.base
  }

  /// Adds a row.
  ///
  /// Complexity: O(1) amortised.
  mutating func append(_ row: Row) {
    if count == storage.capacity || !isKnownUniquelyReferenced(&storage) {
      move(to: PlanStorage(copying: storage, capacity: Swift.max(8, count * 2)))
    }
    (base + count).initialize(to: row)
    count += 1
    storage.count = count
  }

  private mutating func move(to larger: PlanStorage<Row>) {
    storage = larger
    base = larger.base
  }

  mutating func append(contentsOf rows: some Sequence<Row>) { for row in rows { append(row) } }

  static func += (table: inout PlanTable, rows: some Sequence<Row>) { table.append(contentsOf: rows) }
}

extension PlanTable: RandomAccessCollection, MutableCollection {
  var startIndex: Int { 0 }
  var endIndex: Int { count }
  var indices: Range<Int> { 0..<count }
  func index(after index: Int) -> Int { index + 1 }
  func index(before index: Int) -> Int { index - 1 }

  @inline(__always)
  subscript(index: Int) -> Row {
    unsafeAddress {
      assert(index >= 0 && index < count, "a plan out of range")
      return UnsafePointer(base + index)
    }
    unsafeMutableAddress {
      precondition(index >= 0 && index < count, "a plan out of range")
      if !isKnownUniquelyReferenced(&storage) { move(to: PlanStorage(copying: storage, capacity: count)) }
      return base + index
    }
  }
}

extension PlanTable: ExpressibleByArrayLiteral {
  init(arrayLiteral rows: Row...) { self.init(rows) }

  init(_ rows: some Sequence<Row>) {
    self.init()
    append(contentsOf: rows)
  }
}

/// The memory of a table of plans.
///
/// Invariant: `base` points to room for `capacity` rows, of which the first `count` are initialised; freed with this.
private final class PlanStorage<Row> {
  let base: UnsafeMutablePointer<Row>
  let capacity: Int
  var count = 0

  init(capacity: Int) {
    self.capacity = capacity
    base = .allocate(capacity: Swift.max(1, capacity))
  }

  convenience init(copying other: PlanStorage, capacity: Int) {
    self.init(capacity: Swift.max(capacity, other.count))
    base.initialize(from: other.base, count: other.count)
    count = other.count
  }

  deinit {
    base.deinitialize(count: count)
    base.deallocate()
  }
}
