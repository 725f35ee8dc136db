import Quantities

/// What is promised: reserved unit-time of every pool on every date, and who holds which slot.
struct BookingLedger: Sendable {
  /// One booking: the variant and date it holds, and what it reserves.
  struct Booking: Sendable {
    var isInUse = true
    var hasStarted = false
    var patient: Int32
    var variant: Int32
    var day: Int
    var plan: BookingProposal
    /// Tells bookings apart that had the same row one after another.
    var number: Int32 = -1
  }
  var bookings: [Booking] = []
  private var freeRows: [Int] = []
  /// Tokens that wait for a booking, in the order in which they asked.
  var waiting: [Int32] = []
  /// How often a start was asked for, and found, by product.
  var asked: [Int32: Int64] = [:]
  var booked: [Int32: Int64] = [:]
  /// Products for which nothing fits until a slot is given back or a date comes within the horizon.
  var full: Set<Int32> = []
  /// Starts taken, and starts left by a lost patient, by variant and date.
  var taken: [Int32: [Int: Int32]] = [:]
  var vacated: [Int32: [Int: Int32]] = [:]
  /// People are counted on as planned, whoever has left or is still to come.
  var isByPlan = false
  /// Why the last start that was laid out does not fit; nothing where it did.
  var refusal: BookingRefusal?
  /// Reserved unit-ticks: `row of the pool * dayCount + date`.
  private var reserved: ContiguousArray<Double> = []
  /// What the start that is being laid out would reserve, by pool and date as above, and one by one.
  private var wanted: ContiguousArray<Double> = []
  private(set) var wishes: [BookingProposal.Reservation] = []
  private var rowOfPool: [Int]
  /// Units that are promised to touches, by row of the pool, in the order of their starts; only of pools where it matters.
  private var uses: [[PromisedUse]]
  /// Up to which date what was promised of each is forgotten.
  private var forgottenBefore: [Int]
  /// The same of the start that is being laid out, and what it lengthens.
  var wantedUses: [PromisedUse] = []
  var wantedRaises: [ClearingRaise] = []
  private var count: Int32 = 0
  /// Units that work without a booking holds or has reserved, and those whom promises keep waiting.
  var spots: [SpotUse] = []
  var heldBack: [HeldBack] = []
  private let dayCount: Int

  init(tables: ProgramTables) {
    dayCount = tables.dayStarts.count
    rowOfPool = Array(repeating: -1, count: tables.pools.count)
    var rows = 0
    for booking in tables.bookings {
      for touch in booking.touches + booking.beside.map(\.work) {
        let covers = [touch.covers, touch.handsOn?.covers ?? TableRange()].flatMap { range in
          tables.coverWorks[range.indices].flatMap { Array(tables.claims[$0.claims.indices]) }
        }
        let claims =
          Array(tables.claims[touch.claims.indices])
          + tables.claims[touch.handsOn?.claims.indices ?? 0..<0] + covers
        for claim in claims where !claim.isConsumed && rowOfPool[Int(claim.pool)] < 0 {
          rowOfPool[Int(claim.pool)] = rows
          rows += 1
        }
      }
    }
    reserved = ContiguousArray(repeating: 0, count: rows * dayCount)
    wanted = reserved
    uses = Array(repeating: [], count: rows)
    forgottenBefore = Array(repeating: 0, count: rows)
  }

  /// Adds to what the start that is being laid out would reserve.
  mutating func wish(_ item: BookingProposal.Reservation) {
    wishes.append(item)
    wanted[rowOfPool[item.pool] * dayCount + item.day] += item.amount
  }

  /// Nothing is laid out any more.
  mutating func forgetWishes() {
    for item in wishes { wanted[rowOfPool[item.pool] * dayCount + item.day] = 0 }
    wishes.removeAll(keepingCapacity: true)
    wantedUses.removeAll(keepingCapacity: true)
    wantedRaises.removeAll(keepingCapacity: true)
  }

  /// The units of a pool that are promised to touches, in the order of their starts.
  func uses(of pool: Int) -> [PromisedUse] {
    let row = rowOfPool[pool]
    return row >= 0 ? uses[row] : []
  }

  /// What is reserved, and what the start that is being laid out would reserve besides.
  func demanded(pool: Int, day: Int) -> Double {
    let place = rowOfPool[pool] * dayCount + day
    return reserved[place] + wanted[place]
  }

  /// Enters a booking and returns its row; what was promised for dates before today is forgotten.
  mutating func add(_ booking: Booking, today: Int) -> Int {
    for item in booking.plan.reservations { reserve(item, 1) }
    taken[booking.variant, default: [:]][booking.day, default: 0] += 1
    let row = freeRows.popLast() ?? bookings.count
    if row == bookings.count { bookings.append(booking) } else { bookings[row] = booking }
    count += 1
    bookings[row].number = count
    for raise in booking.plan.raises { lengthen(raise, by: raise.by) }
    for use in booking.plan.uses {
      var use = use
      (use.booking, use.row) = (count, Int32(row))
      let place = rowOfPool[Int(use.pool)]
      if forgottenBefore[place] < today {
        uses[place].removeAll { $0.last < today }
        forgottenBefore[place] = today
      }
      var later = uses[place].count
      while later > 0, uses[place][later - 1].start > use.start { later -= 1 }
      uses[place].insert(use, at: later)
    }
    return row
  }

  private mutating func lengthen(_ raise: ClearingRaise, by span: SimulationSpan) {
    let row = rowOfPool[Int(raise.pool)]
    let place = uses[row].firstIndex { $0.booking == raise.booking && $0.local == raise.local }
    guard let place else { return }
    uses[row][place].clearing = uses[row][place].clearing + span
    uses[row][place].workEnd = uses[row][place].workEnd + span
    if !uses[row][place].isWhole { uses[row][place].end = uses[row][place].workEnd }
  }

  /// Takes a booking out of the ledger: all of it, or what lies after a date.
  mutating func withdraw(_ row: Int, after day: Int) {
    for item in bookings[row].plan.reservations where item.day > day { reserve(item, -1) }
    if bookings[row].day > day {
      taken[bookings[row].variant, default: [:]][bookings[row].day, default: 0] -= 1
    }
    let (number, plan) = (bookings[row].number, bookings[row].plan)
    var seen = -1
    for use in plan.uses.sorted(by: { $0.pool < $1.pool }) where Int(use.pool) != seen {
      seen = Int(use.pool)
      uses[rowOfPool[seen]].removeAll { $0.booking == number }
    }
    for raise in plan.raises { lengthen(raise, by: SimulationSpan(ticks: -raise.by.ticks)) }
  }

  /// Gives back the row of a booking that has been withdrawn.
  mutating func remove(_ row: Int) {
    bookings[row].isInUse = false
    freeRows.append(row)
  }

  /// A touch of a booking that is promised units of a pool has begun; of repeated ones the first that had not.
  mutating func begin(_ row: Int, _ local: Int32, of pool: Int) {
    let (number, place) = (bookings[row].number, rowOfPool[pool])
    for index in uses[place].indices
    where uses[place][index].booking == number && uses[place][index].local == local
      && !uses[place][index].hasBegun
    {
      uses[place][index].hasBegun = true
      return
    }
  }

  mutating func reserve(_ item: BookingProposal.Reservation, _ sign: Double) {
    reserved[rowOfPool[item.pool] * dayCount + item.day] += sign * item.amount
  }
}

/// A start that fits, with all that it reserves and the instants it plans.
struct BookingProposal: Sendable {
  /// Unit-ticks of a pool on a date.
  struct Reservation: Sendable {
    var pool: Int
    var day: Int
    var amount: Double
  }
  var day: Int
  /// When the slot starts.
  var start: SimulationTime
  var reservations: [Reservation] = []
  var uses: [PromisedUse] = []
  var raises: [ClearingRaise] = []
  /// The planned start of each touch.
  var starts: [SimulationTime] = []
  /// From when a dated touch may begin; its planned start for others.
  var notBefore: [SimulationTime] = []
}
