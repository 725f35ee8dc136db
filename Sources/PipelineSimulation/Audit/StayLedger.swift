#if RUN_CHECKS
  /// How many are at each of some places, and how long each who was there has stayed, in exact ticks.
  ///
  /// The other side of Little's law as an identity (Stidham 1974, DOI 10.1287/opre.22.2.417): what a level integrates to over
  /// time has to be the sum of the single times, of those who have left and of those who are there up to now.
  struct StayLedger {
    /// How many are there now.
    private(set) var level: [Int64]
    /// The sum of single times since the last count; times of who is still there come with `close`.
    private(set) var area: [Int128]

    init(places: Int) {
      level = Array(repeating: 0, count: places)
      area = Array(repeating: 0, count: places)
    }

    /// So many come to a place.
    mutating func enter(_ place: Int, _ count: Int64 = 1) { level[place] += count }

    /// So many leave a place at which they were since an instant.
    mutating func leave(_ place: Int, _ count: Int64 = 1, since: Int64, now: Int64) {
      level[place] -= count
      area[place] += Int128(count) * Int128(now - since)
    }

    /// Counts the time of those who stay, up to now.
    mutating func close(_ place: Int, _ count: Int64 = 1, since: Int64, now: Int64) {
      area[place] += Int128(count) * Int128(now - since)
    }

    /// Starts to count times anew.
    mutating func forget() { for place in area.indices { area[place] = 0 } }
  }
#endif
