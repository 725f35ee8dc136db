#if RUN_CHECKS
  /// An identity that does not hold, with both of its sides.
  struct AuditFinding: Hashable, CustomStringConvertible {
    /// The identity in words, such as `units in use = units held`.
    var identity: String
    /// What it is about: a resource, a step, a patient.
    var place: String
    var left: Int128
    var right: Int128

    /// One sentence without a full stop.
    var description: String { "'\(identity)' does not hold for \(place): \(left) against \(right)" }
  }

  /// Compares the two sides of identities and keeps those that differ.
  struct AuditBook {
    private(set) var findings: [AuditFinding] = []
    /// How many identities were looked at.
    private(set) var checks = 0

    /// Both sides have to be equal.
    mutating func equal(
      _ left: some BinaryInteger, _ right: some BinaryInteger, _ identity: @autoclosure () -> String,
      of place: @autoclosure () -> String
    ) {
      checks += 1
      if left != right { add(Int128(left), Int128(right), identity(), place()) }
    }

    /// The left side may not be larger.
    mutating func atMost(
      _ left: some BinaryInteger, _ right: some BinaryInteger, _ identity: @autoclosure () -> String,
      of place: @autoclosure () -> String
    ) {
      checks += 1
      if left > right { add(Int128(left), Int128(right), identity(), place()) }
    }

    /// All that was found is handed over.
    mutating func take() -> [AuditFinding] {
      defer { findings.removeAll() }
      return findings
    }

    private mutating func add(_ left: Int128, _ right: Int128, _ identity: String, _ place: String) {
      // A broken state breaks the same identity again and again: the first few say what there is to say.
      if findings.count < 100 {
        findings.append(AuditFinding(identity: identity, place: place, left: left, right: right))
      }
    }
  }
#endif
