#if RUN_CHECKS
  /// Whose something is: a patient by his source and number, or a lot or group by its product and number.
  struct Owner: Hashable, CustomStringConvertible {
    var kind: Int32
    var number: UInt64

    /// Nobody's.
    static let none = Owner(kind: .min, number: 0)

    static func patient(source: Int32, number: UInt64) -> Owner { Owner(kind: source, number: number) }
    static func thing(variant: Int32, number: UInt64) -> Owner { Owner(kind: -2 - variant, number: number) }

    var description: String { kind >= 0 ? "patient \(number + 1) of source \(kind)" : "entity \(number)" }
  }

  /// Units of one pool.
  struct PoolUnits: Hashable {
    var pool: Int
    var count: Int64
  }

  /// What an audit saw of a token when it last looked.
  struct TokenShadow {
    var isThere = false
    var generation: UInt32 = 0
    var owner = Owner.none
    /// The station at which it is and the line in which it waits, and since when; -1 for none.
    var station = -1
    var stationSince: Int64 = 0
    var line = -1
    var lineSince: Int64 = 0
    var holds: [PoolUnits] = []
    var holdsSince: Int64 = 0
    var asks: [PoolUnits] = []
    var asksSince: Int64 = 0
    /// In transport since it was sent.
    var isSent = false
  }
#endif
