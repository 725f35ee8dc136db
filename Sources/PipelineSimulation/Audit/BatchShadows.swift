#if RUN_CHECKS
  /// What an audit saw of batches: whose each is, from its first moment to its last.
  struct BatchShadows {
    /// Serial numbers of batches whose rows are in use, with their owners.
    private(set) var owners: [Int64: Owner] = [:]
    private(set) var rows: [Int: Int64] = [:]
    /// Batches that began, and that are over.
    private(set) var begun: Int64 = 0
    private(set) var over: Int64 = 0

    /// A batch begins in a row; whatever was in it before is over.
    mutating func begin(_ serial: Int64, in row: Int, of owner: Owner) {
      end(row)
      begun += 1
      owners[serial] = owner
      rows[row] = serial
    }

    /// Nobody refers to the batch of a row any more.
    mutating func end(_ row: Int) {
      guard let serial = rows.removeValue(forKey: row) else { return }
      owners[serial] = nil
      over += 1
    }

    /// The owner of a batch's part is the one for whom the batch was begun.
    func checkOwner(of serial: Int64, _ owner: Owner, _ book: inout AuditBook) {
      let first = owners[serial] ?? .none
      book.equal(
        first == owner ? 0 : owner.number + 1, first == owner ? 0 : first.number + 1,
        "patient of a batch now = patient at its beginning", of: "batch \(serial): \(owner), once \(first)")
    }
  }

  extension PipelineRun {
    func lookAtBatch(_ row: Int) {
      let batch = batches[row]
      if !batch.isInUse { return audit.batches.end(row) }
      audit.book.atMost(1, batch.references, "1 ≤ parts that refer to a batch", of: "batch \(batch.serial)")
    }
  }
#endif
