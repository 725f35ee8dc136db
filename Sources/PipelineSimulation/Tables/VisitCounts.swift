/// How often each token has visited each part of its route that counts visits.
///
/// Invariant: `base` points to `room * stride` counts, initialised, owned by this value and freed with it.
struct VisitCounts: ~Copyable {
  private var base: UnsafeMutablePointer<UInt32>
  private var room = 16
  private let stride: Int

  /// - Parameter stride: how many parts of one route count their visits, at most.
  init(stride: Int) {
    self.stride = stride
    base = .allocate(capacity: 16 * stride)
    base.initialize(repeating: 0, count: 16 * stride)
  }

  deinit { base.deallocate() }

  @inline(__always)
  subscript(token: Int, local: Int32) -> UInt32 { base[place(token, local)] }

  /// Counts a visit and returns how many there have been, this one included; beyond 2³² − 1 no more are counted.
  @inline(__always)
  mutating func increase(_ token: Int, _ local: Int32) -> Int {
    let place = place(token, local)
    let (next, overflows) = base[place].addingReportingOverflow(1)
    if !overflows { base[place] = next }
    return Int(overflows ? .max : next)
  }

  /// A new token has visited nothing.
  @inline(__always)
  mutating func clear(_ token: Int) {
    if token >= room { grow(to: token) }
    let first = base + token &* stride
    for place in 0..<stride { first[place] = 0 }
  }

  @inline(__always)
  private func place(_ token: Int, _ local: Int32) -> Int {
    assert(token >= 0 && token < room && local >= 0 && Int(local) < stride, "a count out of range")
    return token &* stride &+ Int(local)
  }

  @inline(never)
  private mutating func grow(to token: Int) {
    let larger = max(room * 2, token + 1)
    let counts = UnsafeMutablePointer<UInt32>.allocate(capacity: larger * stride)
    counts.initialize(repeating: 0, count: larger * stride)
    counts.update(from: base, count: room * stride)
    base.deallocate()
    base = counts
    room = larger
  }
}
