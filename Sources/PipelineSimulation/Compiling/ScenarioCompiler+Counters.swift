import PipelineModel
import Quantities

extension ScenarioCompiler {
  /// Gives every number that the program reports its place in the records.
  mutating func compileCounters() {
    countVariants()
    countPools()
    countTrials()
    countCertificates()
    countTraining()
    countMonths()
    countCareers()
    countWants()
    for (index, facility) in tables.facilities.enumerated() {
      let scope: [Scope.Key: Scope.Value] = [.facility: .name(facility.name)]
      for (number, name) in MeasureCatalogue.milestoneNames.enumerated() {
        let place = layout.once("milestone.\(name)", scope)
        if number == 0 { tables.facilities[index].milestones = place }
      }
    }
    countLines()
    countShortages()
    countCosts()
  }

  private mutating func countVariants() {
    let reasonCount = tables.reasons.count
    tables.lossCounters = Array(repeating: -1, count: tables.variants.count * reasonCount)
    for (index, variant) in tables.variants.enumerated() {
      var scope: [Scope.Key: Scope.Value] = [.product: .name(variant.name)]
      if variant.facility >= 0 { scope[.facility] = .name(tables.facilities[Int(variant.facility)].name) }
      var counters = VariantCounters()
      if variant.isRun {
        countRuns(index, scope, &counters)
      } else if isMadeForPatients(variant) {
        counters.referred = layout.yearly("patients.referred", scope)
        counters.collected = variant.marksCollection ? layout.yearly("patients.collected", scope) : -1
        counters.treated = layout.yearly("patients.treated", scope)
        counters.inProgress = layout.yearly("patients.in-progress", scope)
        if tables.initial.contains(where: { $0.source >= 0 && $0.variant == Int32(index) }) {
          counters.atStart = layout.yearly("patients.at-start", scope)
        }
        counters.doorToDoor = layout.yearlySamples("time.door-to-door", scope)
        if variant.marksCollection { counters.veinToVein = layout.yearlySamples("time.vein-to-vein", scope) }
        countSeverity(index, scope, &counters)
        if variant.hasIdentities {
          counters.mixedUp = layout.yearly("identity.errors", scope)
          counters.mixUpsFound = layout.yearly("identity.found", scope)
          counters.mixUpsMissed = layout.yearly("identity.missed", scope)
          counters.infusedMixedUp = layout.yearly("identity.infused", scope)
        }
        for reason in reasonsOfVariant[index].sorted() {
          tables.lossCounters[index * reasonCount + Int(reason)] = layout.yearly(
            "patients.lost", scope.merging([.reason: .name(tables.reasons[Int(reason)])]) { $1 })
        }
      }
      if variant.makePlace >= 0 {
        counters.batchesStarted = layout.yearly("batches.started", scope)
        counters.batchesFailed = layout.yearly("batches.failed", scope)
        counters.batchesAborted = layout.yearly("batches.aborted", scope)
        counters.batchesReleased = layout.yearly("batches.released", scope)
        counters.outOfSpecification = layout.yearly("batches.out-of-specification", scope)
        if !variant.isRun {
          counters.conditionedWithoutProduct = layout.yearly("patients.conditioned-without-product", scope)
          counters.positiveAfterInfusion = layout.yearly("patients.positive-after-infusion", scope)
        }
        if variant.marksCollection, !variant.isRun {
          counters.turnaround = layout.yearlySamples("time.turnaround", scope)
        }
      }
      if variant.booking >= 0 {
        counters.slotsOffered = layout.yearly("slots.offered", scope)
        counters.slotsBooked = layout.yearly("slots.booked", scope)
        counters.slotsUsed = layout.yearly("slots.used", scope)
        counters.slotsBackfilled = layout.yearly("slots.backfilled", scope)
        counters.slotsWasted = layout.yearly("slots.wasted", scope)
        if mayBeBroken(by: variant) {
          counters.bookingsBroken = layout.yearly("bookings.broken", scope)
          tables.breaksPromises = true
        }
      }
      tables.variants[index].counters = counters
    }
    countSystems()
  }

  /// Runs have the places of patients under names of their own.
  private mutating func countRuns(
    _ index: Int, _ scope: [Scope.Key: Scope.Value], _ counters: inout VariantCounters
  ) {
    counters.referred = layout.yearly("runs.begun", scope)
    counters.treated = layout.yearly("runs.completed", scope)
    counters.inProgress = layout.yearly("runs.in-progress", scope)
    for reason in reasonsOfVariant[index].sorted() {
      tables.lossCounters[index * tables.reasons.count + Int(reason)] = layout.yearly(
        "runs.failed", scope.merging([.reason: .name(tables.reasons[Int(reason)])]) { $1 })
    }
  }

  private func isMadeForPatients(_ variant: VariantPlan) -> Bool {
    scenario.products[Int(variant.product)].patients != nil
  }

  /// The numbers of a product that do not depend on where it is made.
  private mutating func countSystems() {
    var first: [Int32: VariantCounters] = [:]
    for (index, variant) in tables.variants.enumerated() where isMadeForPatients(variant) || variant.isRun {
      let scope: [Scope.Key: Scope.Value] = [.product: .name(variant.name)]
      if let known = first[variant.product] {
        tables.variants[index].counters.inSystem = known.inSystem
        tables.variants[index].counters.number = known.number
        tables.variants[index].counters.distribution = known.distribution
        tables.variants[index].counters.byHour = known.byHour
        continue
      }
      tables.variants[index].counters.inSystem = layout.samples("time.in-system", scope)
      tables.variants[index].counters.number = layout.once("system.number", scope)
      for number in 0...NumberDistribution.last {
        let place = layout.once("number.distribution", scope.merging([.number: .number(number)]) { $1 })
        if number == 0 { tables.variants[index].counters.distribution = place }
      }
      let product = scenario.products[Int(variant.product)]
      if case .varying = product.patients?.arrivals ?? product.runs?.arrivals {
        for hour in 0..<24 {
          let place = layout.once("number.by-hour", scope.merging([.hour: .number(hour)]) { $1 })
          if hour == 0 { tables.variants[index].counters.byHour = place }
        }
      }
      first[variant.product] = tables.variants[index].counters
    }
  }

  private mutating func countPools() {
    for (index, pool) in tables.pools.enumerated() {
      var counters = PoolCounters()
      if pool.trial >= 0 {
        tables.poolCounters.append(counters)
        continue
      }
      if pool.isStock {
        let scope: [Scope.Key: Scope.Value] = [.stock: .name(pool.name)]
        counters.onHand = layout.yearly("stock.on-hand", scope)
        counters.backorders = layout.yearly("stock.backorders", scope)
        counters.fill = layout.yearly("stock.fill-rate", scope)
        counters.stockOuts = layout.yearly("stock.stock-outs", scope)
        counters.received = layout.yearly("stock.received", scope)
        counters.issued = layout.yearly("stock.issued", scope)
        counters.expired = layout.yearly("stock.expired", scope)
      } else if pool.isProcess {
        let facility = Scope.Value.name(tables.facilities[Int(pool.facility)].name)
        let scope: [Scope.Key: Scope.Value] = [.facility: facility, .resource: .name(pool.name)]
        counters.qualified = layout.yearly("process.qualified", scope)
        counters.shortage = layout.yearly("resource.shortage", scope)
        if let process = tables.processes.firstIndex(where: { $0.pool == Int32(tables.poolCounters.count) }) {
          tables.processes[process].stopped = layout.yearly("process.stopped", scope)
          tables.processes[process].lapsed = layout.yearly("process.lapsed", scope)
        }
      } else if pool.isCertified {
        counters.shortage = layout.yearly(
          "resource.shortage",
          [.facility: .name(tables.facilities[Int(pool.facility)].name), .resource: .name(pool.name)])
      } else {
        let facility = Scope.Value.name(tables.facilities[Int(pool.facility)].name)
        let key: Scope.Key = pool.isPeople ? .role : .resource
        let scope: [Scope.Key: Scope.Value] = [.facility: facility, key: .name(pool.name)]
        let name = pool.isPeople ? "staff" : pool.isRoom ? "room" : "device"
        counters.utilisation = layout.yearly("\(name).utilisation", scope)
        counters.shortage = layout.yearly(
          "resource.shortage", [.facility: facility, .resource: .name(pool.name)])
        if pool.breakdown != nil { counters.down = layout.yearly("resource.down", scope) }
        if pool.monitoring != nil {
          counters.excursions = layout.yearly("room.excursions", scope)
          counters.onHold = layout.yearly("room.on-hold", scope)
        }
        if pool.isPeople && pool.turnover != nil {
          counters.headcount = layout.yearly("staff.headcount", scope)
          counters.qualified = layout.yearly("staff.qualified", scope)
          counters.left = layout.yearly("staff.left", scope)
          counters.hired = layout.yearly("staff.hired", scope)
        }
        if pool.sendsNewcomers { counters.notQualified = layout.yearly("staff.not-qualified", scope) }
        if coversOf[Int32(index)] != nil { counters.covered = layout.yearly("staff.covered", scope) }
        if pool.absence != nil { counters.away = layout.yearly("staff.away", scope) }
        countHours(of: index, scope, &counters)
      }
      tables.poolCounters.append(counters)
    }
  }

  private mutating func countCertificates() {
    for (index, certificate) in tables.certificates.enumerated() {
      let role = tables.pools[Int(certificate.pool)]
      let scope: [Scope.Key: Scope.Value] = [
        .facility: .name(tables.facilities[Int(role.facility)].name), .role: .name(role.name),
        .certificate: .name(certificate.name),
      ]
      tables.certificates[index].certified = layout.yearly("staff.certified", scope)
      tables.certificates[index].lapsed = layout.yearly("certificates.lapsed", scope)
      tables.certificates[index].renewed = layout.yearly("certificates.renewed", scope)
      tables.certificates[index].failed = layout.yearly("certificates.failed", scope)
      if certificate.renewal != nil {
        tables.certificates[index].hours = layout.yearly("certificates.hours", scope)
      }
    }
  }

  private mutating func countTraining() {
    for index in tables.training.indices {
      let scope: [Scope.Key: Scope.Value] = [.programme: .name(tables.training[index].name)]
      tables.training[index].studentsArea = layout.yearly("training.students", scope)
      tables.training[index].entered = layout.yearly("training.entered", scope)
      tables.training[index].completed = layout.yearly("training.completed", scope)
      tables.training[index].dropped = layout.yearly("training.dropped", scope)
      tables.training[index].inRole = layout.yearly("training.in-role", scope)
      let programme = scenario.training[index]
      if programme.whenFull == .leave {
        tables.training[index].turnedAway = layout.yearly("training.turned-away", scope)
      } else if programme.seats != nil, programme.through != nil || programme.whenFull == .wait {
        tables.training[index].waitingArea = layout.yearly("training.waiting", scope)
      }
    }
  }

  /// The generic measures of every step; the variants of a product share them.
  private mutating func countLines() {
    var known: [String: LineCounters] = [:]
    for (step, name) in zip(tables.steps, tables.stepNames) {
      let product = step.variant >= 0 ? tables.variants[Int(step.variant)].name : "repairs"
      let key = "\(product)/\(name)"
      if let counters = known[key] {
        tables.lineCounters.append(counters)
        continue
      }
      let scope: [Scope.Key: Scope.Value] = [.product: .name(product), .step: .name(name)]
      var counters = LineCounters()
      counters.length = layout.once("line.length", scope)
      counters.number = layout.once("station.number", scope)
      // Touches and hands on work have no name in the file: what is part of a step has no distribution of its own.
      if !name.contains("/") { counters.wait = layout.samples("line.wait", scope) }
      counters.sojourn = layout.once("station.sojourn", scope)
      counters.waited = layout.once("line.probability-of-waiting", scope)
      counters.throughput = layout.once("station.throughput", scope)
      counters.passes = layout.once("station.passes", scope)
      counters.turnedAway = step.turnedAway >= 0 ? layout.once("probability.blocked", scope) : -1
      counters.abandoned = step.patience != nil ? layout.once("probability.abandoned", scope) : -1
      counters.keptApart = keepsApart(step) ? layout.once("line.kept-apart", scope) : -1
      known[key] = counters
      tables.lineCounters.append(counters)
    }
  }
}

/// How finely the number in the system is told apart.
enum NumberDistribution {
  /// The class of this number stands for so many or more.
  static var last: Int { 30 }
}
