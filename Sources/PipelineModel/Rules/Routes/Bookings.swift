import Quantities

/// Slots are booked, and what is dated follows a booking.
enum Bookings: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    view.products.flatMap { product in slots(of: product) + dates(of: product) + countdowns(of: product) }
  }

  private static func slots(of product: ProductView) -> [Finding] {
    guard let slots = product.product.slots else {
      return product.bookIndex.map { [Finding(product.parts[$0].path, .bookWithoutSlots)] } ?? []
    }
    if slots.weekly.allSatisfy({ $0.count <= 0 }) {
      return [Finding("\(product.path)/slots/weekly", .noSlots)]
    }
    if slots.overflowAfter != nil, product.product.madeAt.count < 2 {
      return [Finding("\(product.path)/slots/overflow after", .overflowToNobody)]
    }
    if let after = slots.overflowAfter, isLonger(after, than: slots.bookAhead) {
      return [
        Finding("\(product.path)/slots/overflow after", .overflowNever(after: after, ahead: slots.bookAhead))
      ]
    }
    return product.bookIndex == nil ? [Finding("\(product.path)/slots", .slotsWithoutBook)] : []
  }

  /// Months and years by their mean length.
  private static func isLonger(_ one: TimeLength, than other: TimeLength) -> Bool {
    guard let a = TickLength.millisecond.span(of: one), let b = TickLength.millisecond.span(of: other) else {
      return false
    }
    return a > b
  }

  private static func dates(of product: ProductView) -> [Finding] {
    var latest: (name: String, days: Double)?
    var findings: [Finding] = []
    for (step, path, index) in product.steps {
      guard let date = step.on else { continue }
      guard let book = product.bookIndex, book < index else {
        findings.append(Finding("\(path)/on", .datedWithoutBook(step: step.name)))
        continue
      }
      // Working days are compared with dates only where they cannot come later.
      guard product.parts[index].isOnMainLine else { continue }
      let days = date.offset.unit == .wd ? nil : date.offset.seconds.map { $0 / 86_400 }
      if let latest, let days, days < latest.days {
        findings.append(Finding("\(path)/on", .datedTooEarly(step: step.name, earlier: latest.name)))
      }
      let least = days ?? date.offset.amount
      if least >= latest?.days ?? 0 { latest = (step.name, least) }
    }
    return findings
  }

  private static func countdowns(of product: ProductView) -> [Finding] {
    product.parts.enumerated().compactMap { index, part in
      guard case .countdown(let countdown) = part.part else { return nil }
      let path = "\(part.path)/starts"
      if (product.bookIndex ?? .max) > index { return Finding(path, .countdownWithoutBook) }
      if countdown.event == "infusion" {
        let isThere = product.steps.contains {
          $0.index > index && ($0.step.isInfusion || $0.step.name == "infusion")
        }
        return isThere ? nil : Finding(path, .countdownWithoutInfusion)
      }
      guard let event = product.index(ofStep: countdown.event), event < index else { return nil }
      return Finding(path, .countdownToEarlier(event: countdown.event))
    }
  }
}
