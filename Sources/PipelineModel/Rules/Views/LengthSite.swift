import Quantities

/// One place at which a length of calendar time stands.
struct LengthSite {
  let length: TimeLength
  let path: String
  /// Whether no time at all makes sense there.
  var mayBeZero = false
}

extension ScenarioView {
  /// Every plain length of calendar time; laws, and what counts from the start, are looked at elsewhere.
  var lengthSites: [LengthSite] {
    var sites = [LengthSite(length: scenario.warmUp, path: "warm up", mayBeZero: true)]
    func add(_ length: TimeLength?, _ path: String, mayBeZero: Bool = false) {
      if let length { sites.append(LengthSite(length: length, path: path, mayBeZero: mayBeZero)) }
    }
    for facility in scenario.facilities {
      for (index, shutdown) in facility.shutdowns.enumerated() {
        let path = "facilities/\(facility.name)/shutdowns/\(index + 1)"
        add(shutdown.lasts, "\(path)/lasts")
        add(shutdown.every, "\(path)/every")
      }
      for process in facility.processes {
        add(process.lapsesAfter, "facilities/\(facility.name)/processes/\(process.name)/lapses after")
      }
    }
    for place in resources { add(place.resource.cover?.after, "\(place.path)/cover after", mayBeZero: true) }
    for place in resources { add(place.resource.onCall?.rest, "\(place.path)/rest") }
    for certificate in scenario.certificates {
      add(certificate.lasts, "certificates/\(certificate.name)/lasts")
      add(certificate.renewal?.ahead, "certificates/\(certificate.name)/renewal/ahead", mayBeZero: true)
    }
    for stock in scenario.stocks { add(stock.shelfLife, "stocks/\(stock.name)/shelf life") }
    func add(_ arrivals: Arrivals, _ path: String) {
      switch arrivals {
      case .every(let length, let first):
        add(length, "\(path)/every")
        add(first, "\(path)/first", mayBeZero: true)
      case .varying(let function):
        add(function.wave?.period, "\(path)/varying/wave/every")
        add(function.wave?.from, "\(path)/varying/wave/from", mayBeZero: true)
      default: break
      }
    }
    for product in products {
      add(product.product.slots?.bookAhead, "\(product.path)/slots/book ahead")
      add(product.product.slots?.overflowAfter, "\(product.path)/slots/overflow after")
      add(product.product.runs?.every, "\(product.path)/runs/every")
      if let arrivals = product.product.runs?.arrivals { add(arrivals, "\(product.path)/runs/arrive") }
      add(product.product.target, "\(product.path)/target")
      add(product.product.trial?.followUp, "\(product.path)/trial/follow-up")
      if let demand = product.product.patients {
        add(demand.arrivals, "\(product.path)/patients/arrive")
        add(demand.benefit?.over, "\(product.path)/patients/benefit/over")
        for clock in demand.clocks {
          for (index, change) in clock.changes.enumerated() {
            let path = "\(product.path)/patients/clocks/\(clock.name)/changes/\(index + 1)/after"
            add(change.after, path, mayBeZero: true)
          }
        }
      }
      for part in product.parts {
        switch part.part {
        case .step(let step):
          add(step.within?.limit, "\(part.path)/within", mayBeZero: true)
          add(step.startsShelfLife?.limit, "\(part.path)/starts shelf life")
          for (index, touch) in step.repeats.enumerated() {
            add(touch.every, "\(item("\(part.path)/repeats", index, of: step.repeats.count))/every")
          }
        case .hold(let hold): add(hold.limit.limit, "\(part.path)/at most")
        case .countdown(let countdown): add(countdown.before, "\(part.path)/starts")
        case .gather(let gathering): add(gathering.orAfter, "\(part.path)/or after")
        default: break
        }
      }
    }
    for programme in scenario.training { add(programme.intake, "training/\(programme.name)/intake") }
    return sites
  }
}
