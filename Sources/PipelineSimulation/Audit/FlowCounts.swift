#if RUN_CHECKS
  import Quantities

  /// Entities that began and ended, as a run tells of them one by one, by product.
  struct FlowCounts {
    /// Those who were there at the start.
    var atStart: [Int: Int64] = [:]
    var referred: [Int: Int64] = [:]
    var treated: [Int: Int64] = [:]
    var lost: [Int: Int64] = [:]
    /// Those of the warm-up, which a record does not count.
    var referredBefore: [Int: Int64] = [:]
    var treatedBefore: [Int: Int64] = [:]
    var lostBefore: [Int: Int64] = [:]
    var batchesBefore: Int64 = 0

    /// From now on a record counts.
    mutating func begin(batches: Int64) {
      referredBefore = referred
      treatedBefore = treated
      lostBefore = lost
      batchesBefore = batches
    }
  }

  /// Products in transport.
  struct ShipmentShadows {
    var sent: Int64 = 0
    var ended: Int64 = 0
    /// Those who were given up under way: their patient was lost, or a limit passed.
    var stopped: Int64 = 0
    /// The rows of those who have arrived, or were lost in transport, in this event.
    var arrived: Set<Int> = []
    /// The rows of those who were sent in this event.
    var departed: Set<Int> = []

    /// A token is no longer in transport.
    mutating func leave(_ row: Int, _ shadow: TokenShadow) {
      if shadow.isSent && arrived.remove(row) == nil { stopped += 1 }
    }
  }

  extension PipelineRun {
    func countTold(_ event: String, _ token: Int) {
      switch event {
      case "begins a batch":
        let batch = Int(tokens[token].batch)
        audit.batches.begin(batches[batch].serial, in: batch, of: owner(of: tokens[token]))
      case "is there": countThere(token)
      case "starts": costsTold(token)
      case "is sent":
        audit.shipments.sent += 1
        audit.shipments.departed.insert(token)
      case "arrives from transport", "is lost in transport":
        audit.shipments.ended += 1
        audit.shipments.arrived.insert(token)
      case "arrives", "leaves", "is lost":
        let patient = tokens[token].patient
        guard patient >= 0 else { return }
        let product = Int(tables.variants[Int(patients[patient].variant)].product)
        switch event {
        case "arrives": audit.flows.referred[product, default: 0] += 1
        case "leaves": audit.flows.treated[product, default: 0] += 1
        default: audit.flows.lost[product, default: 0] += 1
        }
      default: break
      }
    }

    /// Who was there at the start is no referral, and what was in the making was begun before.
    private func countThere(_ token: Int) {
      let batch = Int(tokens[token].batch)
      if batch >= 0 {
        audit.batches.begin(batches[batch].serial, in: batch, of: owner(of: tokens[token]))
        if warmUp == .zero { audit.flows.batchesBefore += 1 }
      }
      let patient = tokens[token].patient
      guard patient >= 0 else { return }
      audit.flows.atStart[Int(tables.variants[Int(patients[patient].variant)].product), default: 0] += 1
    }

    /// At the end: what began = what ended in each way + what is there, told, counted and present.
    func compareFlows() {
      for product in tables.products.indices { compareFlow(of: product) }
      let begun = audit.batches.begun
      audit.book.equal(batchSerial, begun, "batches numbered = batches begun", of: "all products")
      audit.book.equal(size.batches, begun, "batches in the record = batches begun", of: "all products")
      audit.book.equal(
        begun, audit.batches.over + Int64(batches.count), "batches begun = over + in progress",
        of: "all products")
      audit.book.equal(
        size.patients,
        audit.flows.referred.reduce(Int64(0)) { sum, entry in
          let isRun = tables.variants.contains { $0.product == Int32(entry.key) && $0.isRun }
          return isRun ? sum : sum + entry.value
        } + audit.flows.atStart.values.reduce(0, +),
        "patients in the record = in progress at the start + referred",
        of: "all products")
      let under = audit.tokens.count { $0.isThere && $0.isSent }
      audit.book.equal(
        audit.shipments.sent, audit.shipments.ended + audit.shipments.stopped + Int64(under),
        "sent = arrived + lost in transport + given up + under way", of: "all transports")
      if period >= 0 { compareRecord() }
      compareCosts()
    }

    private func compareFlow(of product: Int) {
      let name = tables.products[product]
      let (referred, treated) = (
        audit.flows.referred[product] ?? 0, audit.flows.treated[product] ?? 0
      )
      let lost = audit.flows.lost[product] ?? 0
      let present = Int64(patients(of: product))
      audit.book.equal(
        (audit.flows.atStart[product] ?? 0) + referred, treated + lost + present,
        "in progress at the start + referred = treated + lost + in progress", of: name)
      let counted = tables.variants.indices.reduce(0) {
        tables.variants[$1].product == Int32(product) ? $0 + inProgress[$1] : $0
      }
      audit.book.equal(counted, present, "in progress as counted = patients in progress", of: name)
    }

    /// Patients of a product who are neither treated nor lost, row by row.
    func patients(of product: Int) -> Int {
      (0..<patients.capacity).count { row in
        patients[row].isInUse && patients[row].token >= 0
          && tables.variants[Int(patients[row].variant)].product == Int32(product)
      }
    }
  }
#endif
